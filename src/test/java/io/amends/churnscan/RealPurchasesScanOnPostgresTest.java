package io.amends.churnscan;

import io.amends.testing.OnPostgres;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(
        named = "AMENDS_REAL_DATA",
        matches = ".+",
        disabledReason = "AMENDS_REAL_DATA names no folder with real purchases")
@OnPostgres
class RealPurchasesScanOnPostgresTest extends RealPurchasesScan {}
