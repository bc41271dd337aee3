package io.amends.whatif;

import java.util.Arrays;
import java.util.Optional;

/** Of which cases decisions are looked at. */
enum CasesAsked {
    ALL("all", "closed and running", ""),
    CLOSED("closed", "closed", " and f.closed_at is not null"),
    OPEN("open", "running", " and f.case_number is not null and f.closed_at is null");

    private final String code;
    private final String words;
    private final String condition;

    CasesAsked(String code, String words, String condition) {
        this.code = code;
        this.words = words;
        this.condition = condition;
    }

    static Optional<CasesAsked> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }

    public String code() {
        return code;
    }

    public String words() {
        return words;
    }

    /** On {@code case_file f}. */
    String condition() {
        return condition;
    }
}
