package io.amends.seal;

import io.amends.testing.OnPostgres;

/** The same on the database of production. */
@OnPostgres
class SealOnPostgresScenarios extends SealScenarios {}
