package io.amends.mediacrisis;

import io.amends.casefile.CaseDetails;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the case page shows of a media crisis, and what can be reported on it. */
@Component
class MediaCrisisCaseDetails implements CaseDetails {

    private final MediaCrisisTable crises;
    private final List<CrisisFacts> facts;
    private final List<CrisisActions> actions;

    MediaCrisisCaseDetails(MediaCrisisTable crises, List<CrisisFacts> facts, List<CrisisActions> actions) {
        this.crises = crises;
        this.facts = facts;
        this.actions = actions;
    }

    @Override
    public String processKey() {
        return MediaCrisisProcess.KEY;
    }

    @Override
    public Map<String, String> facts(String caseNumber) {
        Map<String, String> all = new LinkedHashMap<>();
        crises.find(caseNumber).ifPresent(crisis -> facts.forEach(part -> all.putAll(part.of(crisis))));
        all.values().removeIf(String::isEmpty);
        return all;
    }

    @Override
    public List<Action> actions(String caseNumber) {
        return crises.find(caseNumber).stream()
                .flatMap(crisis -> actions.stream().flatMap(part -> part.of(crisis).stream()))
                .toList();
    }

    @Override
    public Optional<String> act(String caseNumber, String action, String option, String text, String userId) {
        if (text.isBlank()) {
            return Optional.of("Please write down what happened.");
        }
        MediaCrisis crisis = crises.find(caseNumber).orElseThrow();
        return actions.stream()
                .filter(part -> part.knows(action))
                .findFirst()
                .map(part -> part.act(crisis, action, option, text, userId))
                .orElse(Optional.of("The case has moved on meanwhile and does not wait for this any more."));
    }
}
