package io.amends.complaint;

import io.amends.testing.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class ComplaintLinksPostgresTest extends ComplaintLinksTest {}
