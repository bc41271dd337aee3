package io.amends.churnscan;

import io.amends.testing.OnPostgres;

@OnPostgres
class ChurnScanOnPostgresTest extends ChurnScanContract {}
