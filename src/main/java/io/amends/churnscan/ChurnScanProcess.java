package io.amends.churnscan;

import io.amends.modeling.Variable;

/** Names of the process {@code churn-scan}. */
final class ChurnScanProcess {

    static final String KEY = "churn-scan";

    /** Somebody wants a scan now. */
    static final String ASKED = "churn-scan-asked";

    static final Variable<Long> SCAN = Variable.of("scan", Long.class);
    static final Variable<Boolean> SCAN_BEGUN = Variable.of("scanBegun", Boolean.class);
    static final Variable<Boolean> ALL_LOOKED_AT = Variable.of("allLookedAt", Boolean.class);
    static final Variable<Boolean> ALL_TAKEN_UP = Variable.of("allTakenUp", Boolean.class);

    private ChurnScanProcess() {}
}
