package io.amends.scenario;

import io.amends.testing.OnPostgres;

/** The same on the database of production. */
@OnPostgres
class PostgresInboxScenarios extends InboxScenarios {}
