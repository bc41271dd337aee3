package io.amends.casefile;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

    /** Marks and ranks of the cases of a list, by case number. */
    public Map<String, CaseDetails.Brief> briefs(Collection<CaseFile> files) {
        Map<String, List<String>> byKind = files.stream()
                .collect(Collectors.groupingBy(
                        CaseFile::processKey, Collectors.mapping(CaseFile::number, Collectors.toList())));
        Map<String, CaseDetails.Brief> briefs = new HashMap<>();
        for (CaseDetails kind : details) {
            List<String> numbers = byKind.getOrDefault(kind.processKey(), List.of());
            if (!numbers.isEmpty()) {
                briefs.putAll(kind.briefs(numbers));
            }
        }
        return briefs;
    }

    /** {@code let go}, {@code not reached}; empty while the case is open. */
    public String outcome(@Nullable String code) {
        return code == null ? "" : code.replace('-', ' ');
    }
}
