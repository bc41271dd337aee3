package io.amends.complaint;

import io.amends.testing.OnPostgres;

@OnPostgres
class IntakeOnPostgresTest extends IntakeContract {}
