package io.amends.scenario;

import io.amends.testing.OnPostgres;

/** The same scenarios on the database of production. */
@OnPostgres
class PostgresTimeScenarios extends TimeScenarios {}
