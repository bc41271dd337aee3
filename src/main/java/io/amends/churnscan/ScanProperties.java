package io.amends.churnscan;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a scan is cut.
 *
 * @param chunk customers looked at in one transaction
 * @param batch customers asked about at once before their recoveries start, each in a transaction of its own
 * @param turn how long one job goes on with the next chunk or batch; far below the lock of a job
 * @param kept finished scans whose skipped findings are kept; of older ones only the counts are
 */
@ConfigurationProperties("amends.churn-scan")
record ScanProperties(
        @DefaultValue("20000") int chunk,
        @DefaultValue("50") int batch,
        @DefaultValue("30s") Duration turn,
        @DefaultValue("7") int kept) {}
