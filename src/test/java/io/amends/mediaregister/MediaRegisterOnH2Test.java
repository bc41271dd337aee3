package io.amends.mediaregister;

import io.amends.scenario.Scenario;

@Scenario
class MediaRegisterOnH2Test extends MediaRegisterContract {}
