package io.amends.escalation;

import io.amends.clock.CaseClock;
import io.amends.clock.CaseClocks;
import io.amends.clock.ClockTitles;
import io.amends.modeling.TaskFacts;
import io.amends.staff.People;
import io.amends.staff.Person;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the form <i>Acknowledge the escalation</i> opens with: what is late, since when, and who was told before (C-5, C-6). */
@Component
class EscalationFormFacts implements TaskFacts {

    private static final String NOBODY = "nobody";

    private final EscalationTable table;
    private final CaseClocks clocks;
    private final ClockTitles titles;
    private final People people;
    private final PlainWords words;

    EscalationFormFacts(EscalationTable table, CaseClocks clocks, ClockTitles titles, People people, PlainWords words) {
        this.table = table;
        this.clocks = clocks;
        this.titles = titles;
        this.people = people;
        this.words = words;
    }

    @Override
    public Map<String, Object> of(String caseNumber, Map<String, Object> processVariables) {
        Object call = processVariables.get(EscalationProcess.ESCALATION_OCCURRENCE.name());
        return call == null
                ? Map.of()
                : CallRef.of(caseNumber, call.toString()).map(this::facts).orElse(Map.of());
    }

    private Map<String, Object> facts(CallRef call) {
        List<EscalationView.Call> calls = calls(call.clock());
        int before = Math.min(call.number() - 1, calls.size());
        Map<String, Object> escalation = new LinkedHashMap<>();
        escalation.put(
                "what", titles.title(call.clock().caseNumber(), call.clock().clock()));
        due(call.clock()).ifPresent(due -> {
            escalation.put("since", words.moment(due));
            escalation.put("late", words.since(due));
        });
        calls.stream()
                .skip(before)
                .findFirst()
                .ifPresent(asked -> escalation.put("by", words.moment(asked.windowUntil())));
        return Map.of(
                "escalation",
                escalation,
                "toldRows",
                calls.stream().limit(before).map(this::row).toList());
    }

    private Optional<Instant> due(ClockRef ref) {
        return clocks.find(ref.caseNumber(), ref.clock()).map(CaseClock::due);
    }

    /** Everybody who was told of this occurrence, in order. */
    private List<EscalationView.Call> calls(ClockRef ref) {
        return table.of(ref.caseNumber()).stream()
                .filter(it -> it.clock().equals(ref.clock()) && it.occurrence() == ref.occurrence())
                .flatMap(it -> it.calls().stream())
                .toList();
    }

    private Map<String, String> row(EscalationView.Call call) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("when", words.moment(call.told()));
        row.put("who", PlainWords.label(call.group()));
        row.put("acknowledged", acknowledged(call));
        row.put("said", call.note() == null ? "" : call.note());
        return row;
    }

    private String acknowledged(EscalationView.Call call) {
        String user = call.acknowledgedBy();
        return user == null || call.acknowledged() == null
                ? NOBODY
                : people.person(user).map(Person::name).orElse(user) + ", " + words.moment(call.acknowledged());
    }
}
