package io.amends.callout;

import io.amends.correspondence.ColleagueWords;
import io.amends.correspondence.LetterVariables;
import io.amends.correspondence.Wording;
import io.amends.staff.People;
import io.amends.staff.Person;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the letter {@code call-out} says: for which role, until when, and who was called before (T-4, M-3). */
@Component
class CallOutWords implements ColleagueWords {

    private final CallOutTable table;
    private final People people;

    CallOutWords(CallOutTable table, People people) {
        this.table = table;
        this.people = people;
    }

    @Override
    public Map<String, Object> about(String caseNumber, LetterVariables seen, Wording wording) {
        String occurrence = seen.text(CallOutProcess.CALL_OCCURRENCE.name());
        if (occurrence == null) {
            return Map.of();
        }
        Map<String, Object> model = new HashMap<>();
        String role = seen.text(CallOutProcess.ROLE.name());
        model.put("roleWords", role == null ? null : wording.of("role", role));
        model.put("roleCode", role);
        String by = seen.text(CallOutProcess.CALLED_OUT_BY.name());
        model.put("calledOutBy", by == null || by.isBlank() ? null : name(by));
        model.put("level", seen.get(CallOutProcess.LEVEL.name()));
        if (seen.get(CallOutProcess.WINDOW_UNTIL.name()) instanceof Date until) {
            model.put("answerBy", wording.dateTime(until.toInstant()));
        }
        CallRef.of(occurrence).ifPresent(call -> model.put("calledBefore", before(call)));
        return model;
    }

    private List<String> before(CallRef call) {
        List<CallOuts.Call> calls = table.calls(call.callOut());
        return calls.stream()
                .limit(call.number() - 1L)
                .map(CallOuts.Call::userId)
                .distinct()
                // whoever is called again knows that they were called before
                .filter(user -> !user.equals(calls.get(call.number() - 1).userId()))
                .map(this::name)
                .toList();
    }

    private String name(String user) {
        return Wording.oneLine(people.person(user).map(Person::name).orElse(user));
    }
}
