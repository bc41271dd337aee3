package io.amends.mediacrisis;

import io.amends.modeling.Variable;

/** Names of the process {@code wrong-report} (M-11). */
final class WrongReportProcess {

    static final Variable<Long> WRONG_REPORT_ID = Variable.of("wrongReportId", Long.class);
    static final Variable<Boolean> REPORT_CORRECTED = Variable.of("reportCorrected", Boolean.class);
    /** {@code corrected} or {@code ask}. */
    static final Variable<String> JOURNALIST_SAYS = Variable.of("journalistSays", String.class);

    static final Variable<String> CORRECTION_WORDS = Variable.of("correctionWords", String.class);
    static final Variable<String> EDITOR_ID = Variable.of("editorId", String.class);
    /** Whom the letter asks: {@code journalist} or {@code editor}. */
    static final Variable<String> CORRECTION_TO = Variable.of("correctionTo", String.class);

    private WrongReportProcess() {}
}
