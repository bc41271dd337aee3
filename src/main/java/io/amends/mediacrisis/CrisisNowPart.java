package io.amends.mediacrisis;

import io.amends.casefile.PlainTime;
import io.amends.casefile.Words;
import io.amends.staff.People;
import io.amends.staff.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** How a crisis stands, for the forms from the approved answer on. */
@Component
class CrisisNowPart implements CrisisFormPart {

    private final WaysToSpeak ways;
    private final CoverageRounds rounds;
    private final People people;
    private final PlainTime time;

    CrisisNowPart(WaysToSpeak ways, CoverageRounds rounds, People people, PlainTime time) {
        this.ways = ways;
        this.rounds = rounds;
        this.people = people;
        this.time = time;
    }

    @Override
    public Map<String, Object> of(MediaCrisis crisis, Map<String, Object> variables) {
        Map<String, Object> now = new LinkedHashMap<>();
        now.put("title", crisis.title());
        now.put("level", crisis.level() == null ? "" : crisis.level().toString());
        now.put("posture", crisis.posture() == null ? "" : Words.label(crisis.posture()));
        now.put(
                "spokesperson",
                crisis.spokesperson() == null
                        ? ""
                        : people.person(crisis.spokesperson()).map(Person::name).orElse(crisis.spokesperson()));
        now.put("nextUpdate", crisis.nextUpdateAt() == null ? "" : time.moment(crisis.nextUpdateAt()));
        now.put("complaint", Objects.requireNonNullElse(crisis.complaintCase(), ""));
        now.put("messages", ways.messages(crisis.caseNumber()));
        return Map.of("crisisNow", now, "exercise", crisis.exercise(), "roundRows", rows(crisis.caseNumber()));
    }

    private List<Map<String, String>> rows(String caseNumber) {
        return rounds.complete(caseNumber).stream().map(this::row).toList();
    }

    private Map<String, String> row(CoverageRound round) {
        CoverageRound.Figures figures = Objects.requireNonNull(round.figures());
        return Map.of(
                "round", Integer.toString(round.number()),
                "until", time.moment(round.untilAt()),
                "coverage", Integer.toString(figures.coverage()),
                "negative", figures.negativeShare() + " %",
                "enquiries", Integer.toString(figures.enquiries()),
                "carrying", figures.carryingShare() + " %");
    }
}
