package io.amends.mediaregister;

import io.amends.scenario.Scenario;
import io.amends.testing.OnPostgres;

@Scenario
@OnPostgres
class MediaRegisterOnPostgresTest extends MediaRegisterContract {}
