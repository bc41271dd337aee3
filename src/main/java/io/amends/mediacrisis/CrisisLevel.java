package io.amends.mediacrisis;

import io.amends.callout.CallOuts;
import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.casefile.CaseVariables;
import io.amends.casefile.RunningCase;
import io.amends.clock.CaseClock;
import io.amends.clock.CaseClocks;
import io.amends.clock.ClockStart;
import io.amends.modeling.AsTheHouse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The level of a crisis and all that hangs on it: severity, priority, the clock of the holding statement, the watch (M-2, M-4). */
@Component
class CrisisLevel {

    /** From here on we answer. */
    static final int RESPOND = 2;

    private final MediaCrisisTable crises;
    private final MediaEventTable events;
    private final CaseFiles cases;
    private final CaseClocks clocks;
    private final RunningCase running;
    private final CallOuts callOuts;
    private final RuntimeService runtime;
    private final AsTheHouse house;
    private final Clock clock;

    CrisisLevel(
            MediaCrisisTable crises,
            MediaEventTable events,
            CaseFiles cases,
            CaseClocks clocks,
            RunningCase running,
            CallOuts callOuts,
            RuntimeService runtime,
            AsTheHouse house,
            Clock clock) {
        this.crises = crises;
        this.events = events;
        this.cases = cases;
        this.clocks = clocks;
        this.running = running;
        this.callOuts = callOuts;
        this.runtime = runtime;
        this.house = house;
        this.clock = clock;
    }

    /** @param facts process variables that follow from the level */
    record Noted(int level, Map<String, Object> facts) {}

    /**
     * @param holder the main process, which is told of warning and deadline
     * @param said what the table makes of the event
     * @param answers whether an answer was begun or begins now
     */
    Noted byEvent(String caseNumber, String holder, long eventId, int said, boolean answers) {
        clocks.hold(caseNumber);
        MediaCrisis crisis = crises.find(caseNumber).orElseThrow();
        MediaEvent event = events.find(eventId).orElseThrow();
        int before = crisis.level() == null ? 0 : crisis.level();
        int level = Math.max(before, said);
        events.level(eventId, said);
        if (level > before) {
            crises.level(caseNumber, level, CrisisWords.reason(event));
        }
        if (level >= RESPOND && answers) {
            holdingClock(crisis, holder, event, before);
        }
        Noted noted = noted(caseNumber, level, level > before && before > 0);
        callOuts.follow(caseNumber, level);
        return noted;
    }

    /**
     * The level that a person has just written down.
     *
     * @param holder the main process, which is told of warning and deadline
     */
    Noted byPerson(String caseNumber, String holder, boolean answers) {
        clocks.hold(caseNumber);
        MediaCrisis crisis = crises.find(caseNumber).orElseThrow();
        int level = crisis.level() == null ? 1 : crisis.level();
        if (level >= RESPOND
                && answers
                && crisis.holdingReleasedAt() == null
                && find(crisis).isEmpty()) {
            Instant now = clock.instant();
            start(crisis, holder, now, null);
        }
        return noted(caseNumber, level, true);
    }

    /**
     * What hangs on the level that a person has noted, once the process knows it: at level 1 the answer that is being prepared is taken
     * back, and call-outs follow. Not from within the process, whose branches end here.
     */
    void settle(String caseNumber) {
        clocks.hold(caseNumber);
        MediaCrisis crisis = crises.find(caseNumber).orElseThrow();
        int level = crisis.level() == null ? 1 : crisis.level();
        if (level < RESPOND) {
            cases.find(caseNumber).map(CaseFile::processInstanceId).ifPresent(holder -> takeAnswerBack(crisis, holder));
        }
        callOuts.follow(caseNumber, level);
    }

    /** What is being prepared ends at once with its call-outs, tasks and clocks (C-7); what has been said is not unsaid. */
    private void takeAnswerBack(MediaCrisis crisis, String holder) {
        house.run(() -> {
            List<Execution> preparing = runtime.createExecutionQuery()
                    .processInstanceId(holder)
                    .messageEventSubscriptionName(MediaCrisisProcess.ANSWER_TAKEN_BACK)
                    .list();
            if (!preparing.isEmpty()) {
                find(crisis).ifPresent(hour -> clocks.stop(crisis.caseNumber(), hour.name()));
                crises.takenBack(crisis.caseNumber());
                runtime.setVariables(
                        holder,
                        Map.of(
                                MediaCrisisProcess.RESPONDING.name(),
                                false,
                                MediaCrisisProcess.ONLY_WATCHED.name(),
                                nothingSaid(crisis.caseNumber())));
            }
            preparing.forEach(
                    answer -> runtime.messageEventReceived(MediaCrisisProcess.ANSWER_TAKEN_BACK, answer.getId()));
            return crisis;
        });
    }

    /** Whether nobody outside the house has heard from us. */
    boolean nothingSaid(String caseNumber) {
        return crises.find(caseNumber).orElseThrow().holdingReleasedAt() == null;
    }

    /** @return whether we answer */
    boolean respond(String caseNumber, int level) {
        if (level >= RESPOND) {
            crises.responding(caseNumber, clock.instant());
        }
        return level >= RESPOND;
    }

    private Noted noted(String caseNumber, int level, boolean tellWatch) {
        cases.setSeverity(caseNumber, severity(level));
        Map<String, Object> facts = Map.of(
                MediaCrisisProcess.LEVEL.name(), level,
                CaseVariables.SEVERITY.name(), severity(level),
                CaseVariables.PRIORITY.name(), priority(level));
        running.tell(caseNumber, facts);
        running.becomes(caseNumber, severity(level), priority(level));
        if (tellWatch) {
            tellWatch(caseNumber, level);
        }
        return new Noted(level, facts);
    }

    /** Within an hour of the first report and before the journalist's deadline; an earlier deadline brings it forward (M-4). */
    private void holdingClock(MediaCrisis crisis, String holder, MediaEvent event, int before) {
        if (crisis.holdingReleasedAt() != null) {
            return;
        }
        boolean running = find(crisis).isPresent();
        Instant from = before == 0 ? crisis.firstReportAt() : clock.instant();
        if (!running) {
            start(crisis, holder, from, null);
        }
        Instant deadline = event.deadline();
        if (deadline != null && (before == 0 || running || deadline.isAfter(from))) {
            find(crisis)
                    .filter(hour -> deadline.isBefore(hour.due()))
                    .ifPresent(hour -> start(crisis, holder, hour.start(), deadline));
        }
    }

    private Optional<CaseClock> find(MediaCrisis crisis) {
        return clocks.find(crisis.caseNumber(), MediaCrisisProcess.HOLDING_STATEMENT)
                .filter(CaseClock::running);
    }

    /** @param until null for the time that the register of clocks grants */
    private void start(MediaCrisis crisis, String holder, Instant from, @Nullable Instant until) {
        clocks.start(
                new ClockStart(crisis.caseNumber(), MediaCrisisProcess.HOLDING_STATEMENT, holder, null, until, from));
    }

    /** Only where the watch waits between two rounds; elsewhere it reads the level before it goes on. */
    private void tellWatch(String caseNumber, int level) {
        house.run(() -> {
            for (Execution waiting : runtime.createExecutionQuery()
                    .processInstanceBusinessKey(caseNumber)
                    .messageEventSubscriptionName(MediaCrisisProcess.WATCH_LEVEL_CHANGED)
                    .list()) {
                runtime.messageEventReceived(
                        MediaCrisisProcess.WATCH_LEVEL_CHANGED,
                        waiting.getId(),
                        Map.of(MediaCrisisProcess.LEVEL.name(), level));
            }
            return caseNumber;
        });
    }

    static String severity(int level) {
        return level >= 3 ? "S1" : level == RESPOND ? "S2" : "S4";
    }

    static int priority(int level) {
        return level >= 3 ? 80 : level == RESPOND ? 60 : 20;
    }
}
