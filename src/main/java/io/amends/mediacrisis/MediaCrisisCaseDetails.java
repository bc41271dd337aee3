package io.amends.mediacrisis;

import io.amends.casefile.CaseDetails;
import io.amends.casefile.Words;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the case page shows of a media crisis, and what can be reported on it. */
@Component
class MediaCrisisCaseDetails implements CaseDetails {

    private final MediaCrisisTable crises;
    private final List<CrisisFacts> facts;
    private final List<CrisisActions> actions;
    private final CoverageCharts coverage;

    MediaCrisisCaseDetails(
            MediaCrisisTable crises, List<CrisisFacts> facts, List<CrisisActions> actions, CoverageCharts coverage) {
        this.crises = crises;
        this.facts = facts;
        this.actions = actions;
        this.coverage = coverage;
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
    public boolean aboutCustomer() {
        return false;
    }

    @Override
    public Optional<String> mark(String caseNumber) {
        return crises.find(caseNumber).filter(MediaCrisis::exercise).map(crisis -> "Exercise");
    }

    @Override
    public Optional<String> rank(String caseNumber) {
        return crises.find(caseNumber)
                .filter(crisis -> crisis.level() != null)
                .map(crisis -> "Level "
                        + CrisisWords.level(Objects.requireNonNull(crisis.level()))
                        + (crisis.reviewState() == null
                                ? ""
                                : ", stood down; review: " + Words.label(crisis.reviewState())));
    }

    @Override
    public Optional<Integer> level(String caseNumber) {
        return crises.find(caseNumber).map(MediaCrisis::level);
    }

    @Override
    public Map<String, Brief> briefs(Collection<String> caseNumbers) {
        return crises.all(caseNumbers).stream()
                .collect(Collectors.toMap(
                        MediaCrisis::caseNumber,
                        crisis -> new Brief(
                                crisis.exercise() ? "Exercise" : null,
                                crisis.level() == null ? null : "level\u00a0" + crisis.level())));
    }

    @Override
    public Map<String, String> pages(String caseNumber) {
        return Map.of("Who was called and who has answered", "/call-outs/" + caseNumber);
    }

    @Override
    public Optional<Charts> charts(String caseNumber) {
        boolean over = crises.find(caseNumber).filter(CrisisActions::isOver).isPresent();
        return coverage.of(caseNumber, over);
    }

    @Override
    public Optional<String> act(String caseNumber, String action, String option, String text, String userId) {
        return act(caseNumber, action, new Said(option, text, Map.of()), userId);
    }

    @Override
    public Optional<String> act(String caseNumber, String action, Said said, String userId) {
        MediaCrisis crisis = crises.find(caseNumber).orElseThrow();
        if (said.text().isBlank() && asksForText(crisis, action)) {
            return Optional.of("Please write down what happened.");
        }
        return actions.stream()
                .filter(part -> part.knows(action))
                .findFirst()
                .map(part -> part.act(crisis, action, said, userId))
                .orElse(Optional.of("The case has moved on meanwhile and does not wait for this any more."));
    }

    @Override
    public Optional<String> afterwards(String caseNumber, String action, Said said) {
        return actions.stream()
                .filter(part -> part.knows(action))
                .findFirst()
                .flatMap(part -> part.afterwards(action, said));
    }

    private boolean asksForText(MediaCrisis crisis, String action) {
        return actions.stream()
                .flatMap(part -> part.of(crisis).stream())
                .anyMatch(it -> it.name().equals(action) && !it.textLabel().isEmpty());
    }
}
