package io.amends.mediacrisis;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.modeling.AsTheHouse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Starts the process of a media crisis and tells it what comes in later; who reported what stays in the tables. */
@Component
class MediaCrisisStart {

    /** How long we take to call back who named no deadline (house rule). */
    private static final Duration CALL_BACK_WITHIN = Duration.ofHours(2);

    /** Whom a message calls out is chosen within what it began, so that two that come at once do not mix. */
    static final Map<String, Object> NOBODY_CALLED = Map.of("rolesToCall", 0, "calloutRoles", "");

    /** Whose word calls people out: user id, or blank for a report that no colleague registered. */
    static final String CALLED_OUT_BY = "calledOutBy";

    private final RuntimeService runtime;
    private final CaseFiles cases;
    private final AsTheHouse house;

    MediaCrisisStart(RuntimeService runtime, CaseFiles cases, AsTheHouse house) {
        this.runtime = runtime;
        this.cases = cases;
        this.house = house;
    }

    /**
     * @param form whether a person starts it by the Tasklist's form, else it starts by message
     * @return id of the process instance
     */
    String start(MediaCrisis crisis, MediaEvent event, boolean form) {
        Map<String, Object> facts = facts(event);
        facts.put("caseNumber", crisis.caseNumber());
        // whoever takes up a task of an exercise knows it before opening it
        facts.put("subject", crisis.exercise() ? "EXERCISE: " + crisis.title() : crisis.title());
        facts.put("language", "en");
        facts.put("canWrite", true);
        facts.put(MediaCrisisProcess.EXERCISE.name(), crisis.exercise());
        facts.put(MediaCrisisProcess.RESPONDING.name(), false);
        facts.put(MediaCrisisProcess.ONLY_WATCHED.name(), true);
        facts.put(MediaCrisisProcess.WATCH_RESULT.name(), "");
        return form
                ? runtime.createProcessInstanceByKey(MediaCrisisProcess.KEY)
                        .businessKey(crisis.caseNumber())
                        .setVariables(facts)
                        .execute()
                        .getId()
                : house.run(() -> runtime.createMessageCorrelation(MediaCrisisProcess.MEDIA_EVENT_REPORTED)
                        .processInstanceBusinessKey(crisis.caseNumber())
                        .setVariables(facts)
                        .correlateStartMessage()
                        .getId());
    }

    void join(String caseNumber, MediaEvent event) {
        tell(caseNumber, MediaCrisisProcess.MEDIA_EVENT_REPORTED, facts(event));
    }

    void called(String caseNumber, MediaEvent event) {
        tell(
                caseNumber,
                MediaCrisisProcess.JOURNALIST_CALLED,
                Map.of(
                        MediaCrisisProcess.EVENT_ID.name(), event.id(),
                        MediaCrisisProcess.CALL_UNTIL.name(), callUntil(event).toString()));
    }

    /** By when a journalist is called back (M-5). */
    static Instant callUntil(MediaEvent event) {
        return event.deadline() == null ? event.reportedAt().plus(CALL_BACK_WITHIN) : event.deadline();
    }

    /** Each message has facts of its own, so that two that come at once do not mix. */
    void tell(String caseNumber, String message, Map<String, Object> facts) {
        String instance = cases.find(caseNumber)
                .map(CaseFile::processInstanceId)
                .orElseThrow(() -> new IllegalStateException("The case " + caseNumber + " has no process"));
        house.run(() -> runtime.createMessageCorrelation(message)
                .processInstanceId(instance)
                .setVariablesToTriggeredScope(facts)
                .correlateWithResult());
    }

    /** Whether the case's main process waits for it. */
    boolean awaits(String caseNumber, String message) {
        return cases.find(caseNumber)
                .map(CaseFile::processInstanceId)
                .filter(instance -> house.run(() -> runtime.createExecutionQuery()
                                .processInstanceId(instance)
                                .messageEventSubscriptionName(message)
                                .count())
                        > 0)
                .isPresent();
    }

    ProcessInstance running(String processInstanceId) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceId(processInstanceId)
                .singleResult();
        if (instance == null) {
            throw new IllegalStateException("Process instance " + processInstanceId + " does not run any more");
        }
        return instance;
    }

    private static Map<String, Object> facts(MediaEvent event) {
        Map<String, Object> facts = new HashMap<>();
        facts.put(MediaCrisisProcess.EVENT_ID.name(), event.id());
        facts.put(MediaCrisisProcess.SAFETY_RISK.name(), event.safetyRisk());
        facts.put(MediaCrisisProcess.REACH.name(), event.reach());
        facts.put(MediaCrisisProcess.TONE.name(), event.tone());
        facts.put(MediaCrisisProcess.TRUTH.name(), event.truth());
        facts.put(MediaCrisisProcess.SPREAD.name(), event.spread());
        facts.put(MediaCrisisProcess.AUTHORITY.name(), event.authority());
        // of this event alone: another one that comes at the same time has its own
        facts.put(MediaCrisisProcess.EVENT_LEVEL.name(), 0);
        facts.putAll(NOBODY_CALLED);
        facts.put(CALLED_OUT_BY, Objects.requireNonNullElse(event.reportedBy(), ""));
        return facts;
    }
}
