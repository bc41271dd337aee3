package io.amends.casefile;

import io.amends.testing.OnPostgres;

/** The same on the database of production. */
@OnPostgres
class CaseTablesOnPostgresTest extends CaseTablesTest {}
