package io.amends.erasure;

import io.amends.scenario.Scenario;

@Scenario
class ErasureOnH2Test extends ErasureContract {}
