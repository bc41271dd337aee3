package io.amends.erasure;

import io.amends.scenario.Scenario;
import io.amends.testing.OnPostgres;

@Scenario
@OnPostgres
class ErasureOnPostgresTest extends ErasureContract {}
