package io.amends.casefile;

import io.amends.escalation.EscalationView;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The calls for help on a case, in words for its page (C-5, C-6). */
@Component
class EscalationLines {

    private final ClockNames clocks;
    private final StaffNames names;
    private final PlainTime time;

    EscalationLines(ClockNames clocks, StaffNames names, PlainTime time) {
        this.clocks = clocks;
        this.names = names;
        this.time = time;
    }

    /** Those that last first. */
    List<CasePage.Escalation> of(List<EscalationView> calls) {
        return calls.stream()
                .sorted(Comparator.comparing(it -> it.ended() != null))
                .map(this::line)
                .toList();
    }

    private CasePage.Escalation line(EscalationView it) {
        String again = it.occurrence() > 1 ? " (again)" : "";
        return new CasePage.Escalation(
                clocks.title(it.caseNumber(), it.clock()) + again,
                time.moment(it.started()),
                it.ended() == null
                        ? null
                        : time.moment(it.ended()) + (it.endedWhy() == null ? "" : " (" + it.endedWhy() + ")"),
                it.calls().stream().map(call -> call(call, it.ended() == null)).toList());
    }

    private CasePage.Escalation.Call call(EscalationView.Call call, boolean lasts) {
        boolean silent = call.acknowledged() == null;
        return new CasePage.Escalation.Call(
                call.level(),
                Words.label(call.group()),
                time.moment(call.told()),
                silent ? "nobody; asked to by " + time.moment(call.windowUntil()) : acknowledged(call),
                silent && lasts);
    }

    private String acknowledged(EscalationView.Call call) {
        return names.of(call.acknowledgedBy()) + ", " + time.moment(call.acknowledged())
                + (call.note() == null || call.note().isBlank() ? "" : ": “" + call.note() + "”")
                + (call.actUntil() == null ? "" : " (until " + time.moment(call.actUntil()) + ")");
    }
}
