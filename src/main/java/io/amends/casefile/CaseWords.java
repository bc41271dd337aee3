package io.amends.casefile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a case is about and how it ended, as people read it on pages. */
@Component
public class CaseWords {

    private final List<CaseDetails> details;

    CaseWords(List<CaseDetails> details) {
        this.details = details;
    }

    /** {@code Delivery}, {@code Silent for long}. */
    public String subject(CaseFile file) {
        return details.stream()
                .filter(it -> it.processKey().equals(file.processKey()))
                .findFirst()
                .map(it -> it.subject(file.subject()))
                .orElseGet(() -> Words.label(file.subject()));
    }

    /** {@code let go}, {@code not reached}; empty while the case is open. */
    public String outcome(@Nullable String code) {
        return code == null ? "" : code.replace('-', ' ');
    }
}
