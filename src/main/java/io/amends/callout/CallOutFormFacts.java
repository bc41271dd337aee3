package io.amends.callout;

import io.amends.casefile.PlainTime;
import io.amends.modeling.TaskFacts;
import io.amends.staff.People;
import io.amends.staff.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the form <i>Acknowledge the call-out</i> opens with: the role, until when, and who was called before (M-3). */
@Component
class CallOutFormFacts implements TaskFacts {

    private final CallOutTable table;
    private final People people;
    private final PlainTime time;

    CallOutFormFacts(CallOutTable table, People people, PlainTime time) {
        this.table = table;
        this.people = people;
        this.time = time;
    }

    @Override
    public Map<String, Object> of(String caseNumber, Map<String, Object> processVariables) {
        Object call = processVariables.get(CallOutProcess.CALL_OCCURRENCE.name());
        return call == null
                ? Map.of()
                : CallRef.of(call.toString())
                        .map(ref -> facts(ref, processVariables))
                        .orElse(Map.of());
    }

    private Map<String, Object> facts(CallRef ref, Map<String, Object> variables) {
        List<CallOuts.Call> calls = table.calls(ref.callOut());
        Map<String, Object> callOut = new LinkedHashMap<>();
        CallOutRole.of(String.valueOf(variables.get(CallOutProcess.ROLE.name())))
                .ifPresent(role -> callOut.put("role", role.title()));
        callOut.put("level", String.valueOf(variables.get(CallOutProcess.LEVEL.name())));
        calls.stream()
                .skip(ref.number() - 1L)
                .findFirst()
                .ifPresent(call -> callOut.put("by", time.moment(call.windowUntil())));
        return Map.of(
                "callOut",
                callOut,
                "calledRows",
                calls.stream().limit(ref.number() - 1L).map(this::row).toList());
    }

    private Map<String, String> row(CallOuts.Call call) {
        return Map.of(
                "when",
                time.moment(call.calledAt()),
                "who",
                people.person(call.userId()).map(Person::name).orElse(call.userId()));
    }
}
