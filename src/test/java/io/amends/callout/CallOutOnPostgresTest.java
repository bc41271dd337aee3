package io.amends.callout;

import io.amends.testing.OnPostgres;

@OnPostgres
class CallOutOnPostgresTest extends CallOutContract {}
