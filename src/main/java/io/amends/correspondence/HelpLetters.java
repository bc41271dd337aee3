package io.amends.correspondence;

import io.amends.clock.CaseClock;
import io.amends.clock.CaseClocks;
import io.amends.escalation.EscalationView;
import io.amends.escalation.Escalations;
import io.amends.staff.People;
import io.amends.staff.Person;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a warning and a call for help say about who was called before, and until when to acknowledge (C-4 to C-6, T-4). */
@Component
class HelpLetters {

    private final CaseClocks clocks;
    private final Escalations escalations;
    private final People people;

    HelpLetters(CaseClocks clocks, Escalations escalations, People people) {
        this.clocks = clocks;
        this.escalations = escalations;
        this.people = people;
    }

    /** Nothing for a letter that is about no clock. */
    Map<String, Object> about(String caseNumber, LetterVariables seen, Wording wording) {
        Map<String, Object> model = new HashMap<>();
        String clock = seen.text("clock");
        if (clock == null) {
            return model;
        }
        clocks.find(caseNumber, clock).ifPresent(found -> model.put("toldBefore", told(found, seen, wording)));
        if (seen.get("windowUntil") instanceof Date until) {
            model.put("acknowledgeBy", wording.dateTime(until.toInstant()));
        }
        String group = seen.text("levelGroup");
        model.put("groupWords", group == null ? null : wording.of("group", group));
        return model;
    }

    /** All calls on this occurrence but the one that this letter makes. */
    private List<Map<String, @Nullable String>> told(CaseClock clock, LetterVariables seen, Wording wording) {
        List<EscalationView.Call> calls = escalations.of(clock.caseNumber()).stream()
                .filter(it -> it.clock().equals(clock.name()) && it.occurrence() == clock.occurrence())
                .flatMap(it -> it.calls().stream())
                .toList();
        boolean called = seen.text("escalationOccurrence") != null && !calls.isEmpty();
        return calls.subList(0, called ? calls.size() - 1 : 0).stream()
                .map(call -> row(call, wording))
                .toList();
    }

    private Map<String, @Nullable String> row(EscalationView.Call call, Wording wording) {
        Map<String, @Nullable String> row = new HashMap<>();
        row.put("group", wording.of("group", call.group()));
        row.put("when", wording.dateTime(call.told()));
        String user = call.acknowledgedBy();
        row.put(
                "who",
                user == null ? null : people.person(user).map(Person::name).orElse(user));
        row.put("note", call.note());
        return row;
    }
}
