package io.amends.mediacrisis;

import io.amends.testing.OnPostgres;

@OnPostgres
class MediaIntakeOnPostgresTest extends MediaIntakeContract {}
