package io.amends.handover;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.modeling.TaskFacts;
import io.amends.modeling.Variable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the forms of a handover show: who asked and why, who said no, and who could own the case. */
@Component
class HandoverFacts implements TaskFacts {

    private final CaseFiles cases;
    private final Candidates candidates;

    HandoverFacts(CaseFiles cases, Candidates candidates) {
        this.cases = cases;
        this.candidates = candidates;
    }

    @Override
    public Map<String, Object> of(String caseNumber, Map<String, Object> processVariables) {
        // no other task sees who asked for a handover
        if (!processVariables.containsKey(HandoverProcess.ASKED_BY.name())) {
            return Map.of();
        }
        String owner = cases.find(caseNumber).map(CaseFile::owner).orElse(null);
        return Map.of("newOwnerOptions", options(owner), "handover", facts(owner, processVariables));
    }

    /** An empty text where nothing is known: the forms leave that line out. */
    private Map<String, Object> facts(@Nullable String owner, Map<String, Object> variables) {
        boolean declined = "no".equals(text(variables, HandoverProcess.CONSENT));
        return Map.of(
                "owner",
                candidates.name(owner),
                "askedBy",
                candidates.name(text(variables, HandoverProcess.ASKED_BY)),
                "reason",
                text(variables, HandoverProcess.REASON),
                "declinedBy",
                declined ? candidates.name(text(variables, HandoverProcess.NEW_OWNER)) : "",
                "declinedWhy",
                declined ? text(variables, HandoverProcess.CONSENT_NOTE) : "");
    }

    private List<Map<String, String>> options(@Nullable String owner) {
        return candidates.after(owner).stream()
                .map(person -> Map.of("value", person.userId(), "label", person.name()))
                .toList();
    }

    private static String text(Map<String, Object> variables, Variable<String> variable) {
        return Objects.toString(variables.get(variable.name()), "");
    }
}
