package io.amends.churnscan;

import io.amends.testing.OnPostgres;

@OnPostgres
class RealPurchasesScanOnPostgresTest extends RealPurchasesScan {}
