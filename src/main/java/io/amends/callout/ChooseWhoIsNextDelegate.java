package io.amends.callout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Calls the first of the role's line, then the next, and from the top again, each with their window around the clock (C-5). The line
 * is frozen at the first choice. With nobody to call it raises an alarm and lets the line be looked up again. When the level changes
 * within a window, whoever is called keeps their turn as far as the new window goes, counted from their call (M-3).
 */
@Component
class ChooseWhoIsNextDelegate implements JavaDelegate {

    private final CallOutTable table;
    private final Roster roster;
    private final NobodyAlarm alarm;
    private final Clock clock;

    ChooseWhoIsNextDelegate(CallOutTable table, Roster roster, NobodyAlarm alarm, Clock clock) {
        this.table = table;
        this.roster = roster;
        this.alarm = alarm;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CallOutRole role = role(execution);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Duration window = Duration.ofMinutes(CallOutProcess.WINDOW_MINUTES.get(execution));
        long callOut = callOut(execution, role, now);
        CallOutProcess.ROLE.setIfOther(execution, role.code());
        CallOutProcess.ROLE_GROUP.setIfOther(execution, role.group());
        Optional<CallOuts.Call> kept = called(callOut, now)
                .filter(call -> now.isBefore(call.calledAt().plus(window)) && roster.isThere(call.userId()));
        Instant until = kept.map(CallOuts.Call::calledAt).orElse(now).plus(window);
        CallOutProcess.WINDOW_UNTIL.set(execution, Date.from(until));
        if (kept.isPresent()) {
            call(execution, callOut, kept.get().userId(), now, until);
            return;
        }
        List<String> line = line(execution, role);
        int turn = turn(execution, line);
        CallOutProcess.SOMEBODY_TO_CALL.set(execution, turn >= 0);
        if (turn < 0) {
            table.nobody(callOut, now);
            alarm.raise(execution, role);
            return;
        }
        alarm.end(execution);
        CallOutProcess.NEXT_TURN.set(execution, (turn + 1) % line.size());
        call(execution, callOut, line.get(turn), now, until);
    }

    /** Whoever is called at the moment, while their window lasts. */
    private Optional<CallOuts.Call> called(long callOut, Instant now) {
        List<CallOuts.Call> calls = table.calls(callOut);
        return calls.isEmpty()
                ? Optional.empty()
                : Optional.of(calls.get(calls.size() - 1)).filter(call -> now.isBefore(call.windowUntil()));
    }

    private void call(DelegateExecution execution, long callOut, String called, Instant now, Instant until) {
        int number = table.call(callOut, called, now, until);
        CallOutProcess.CALLED_PERSON.set(execution, called);
        CallOutProcess.CALLED_READER.set(execution, "person:" + called);
        CallOutProcess.CALL_OCCURRENCE.set(execution, new CallRef(callOut, number).text());
    }

    private long callOut(DelegateExecution execution, CallOutRole role, Instant now) {
        String process = execution.getProcessInstanceId();
        return table.openIn(process)
                .orElseGet(() -> table.begin(
                        CallOutProcess.CASE_NUMBER.get(execution),
                        role.code(),
                        CallOutProcess.LEVEL.get(execution),
                        process,
                        now));
    }

    private static CallOutRole role(DelegateExecution execution) {
        List<String> roles = List.of(CallOutProcess.CALLOUT_ROLES.get(execution).split(","));
        String code = roles.get(CallOutProcess.ROLE_INDEX.get(execution));
        return CallOutRole.of(code)
                .orElseThrow(() -> new IllegalStateException("'" + code + "' is no role that is called out"));
    }

    /** The frozen line; one that has nobody left is looked up anew. */
    private List<String> line(DelegateExecution execution, CallOutRole role) {
        List<String> frozen = CallOutProcess.CALL_LINE
                .find(execution)
                .map(line -> List.of(line.split(",")))
                .orElse(List.of());
        if (frozen.stream().anyMatch(roster::isThere)) {
            return frozen;
        }
        List<String> line = roster.toCall(role);
        if (!line.isEmpty()) {
            CallOutProcess.CALL_LINE.set(execution, String.join(",", line));
            CallOutProcess.NEXT_TURN.set(execution, 0);
        }
        return line;
    }

    /** The place of the next person whose account is there, or -1. */
    private int turn(DelegateExecution execution, List<String> line) {
        int first = CallOutProcess.NEXT_TURN.orElse(execution, 0);
        for (int step = 0; step < line.size(); step++) {
            int place = (first + step) % line.size();
            if (roster.isThere(line.get(place))) {
                return place;
            }
        }
        return -1;
    }
}
