package io.amends.complaint;

import io.amends.modeling.AsTheHouse;
import io.amends.satisfaction.SurveyAnswer;
import io.amends.satisfaction.Surveys;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ExecutionQuery;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands what the customer says to the process that waits for it. */
@Service
@Transactional
class EngineCustomerVoice implements CustomerVoice {

    private final RuntimeService runtime;
    private final Contacts contacts;
    private final Surveys surveys;
    private final AsTheHouse house;

    EngineCustomerVoice(RuntimeService runtime, Contacts contacts, Surveys surveys, AsTheHouse house) {
        this.runtime = runtime;
        this.contacts = contacts;
        this.surveys = surveys;
        this.house = house;
    }

    @Override
    public boolean awaits(String caseNumber, Kind kind) {
        return switch (kind) {
            case REPLY -> waitsFor(caseNumber, ComplaintProcess.CUSTOMER_REPLIED) && asks(caseNumber, "answer");
            case DECISION -> waitsFor(caseNumber, ComplaintProcess.CUSTOMER_DECIDED) && asks(caseNumber, "decision");
            case SURVEY -> waitsFor(caseNumber, ComplaintProcess.SURVEY_ANSWERED);
            case WITHDRAWAL -> waitsFor(caseNumber, ComplaintProcess.WITHDRAWN);
            case NEWS -> waitsFor(caseNumber, ComplaintProcess.CONTACTED_AGAIN);
        };
    }

    @Override
    public void contactedAgain(String caseNumber, String channel, String text) {
        contactedAgain(caseNumber, channel, text, false, false);
    }

    @Override
    public void contactedAgain(
            String caseNumber, String channel, String text, boolean safetyRisk, boolean legalThreat) {
        if (contacts.add(caseNumber, channel, "contacted-again", text) && awaits(caseNumber, Kind.NEWS)) {
            Map<String, Boolean> raised = new HashMap<>();
            // what was known before stays: in doubt the higher
            if (safetyRisk) {
                raised.put(ComplaintProcess.SAFETY_RISK.name(), true);
            }
            if (legalThreat) {
                raised.put(ComplaintProcess.LEGAL_THREAT.name(), true);
            }
            tell(caseNumber, ComplaintProcess.CONTACTED_AGAIN, raised);
        }
    }

    @Override
    public void replied(String caseNumber, String text) {
        if (!awaits(caseNumber, Kind.REPLY)) {
            contactedAgain(caseNumber, "mail", text);
            return;
        }
        contacts.add(caseNumber, "mail", "reply", text);
        tell(caseNumber, ComplaintProcess.CUSTOMER_REPLIED, Map.of(ComplaintProcess.REPLY.name(), text));
    }

    @Override
    public void answeredInWords(String caseNumber, String text) {
        contacts.add(caseNumber, "mail", "reply", text);
    }

    @Override
    public void decided(String caseNumber, boolean accepted, @Nullable String reason) {
        if (!awaits(caseNumber, Kind.DECISION)) {
            return;
        }
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put(ComplaintProcess.DECISION.name(), accepted ? "accepted" : "declined");
        variables.put(ComplaintProcess.DECLINE_REASON.name(), reason);
        contacts.add(caseNumber, "mail", accepted ? "accepted" : "declined", reason == null ? "" : reason);
        tell(caseNumber, ComplaintProcess.CUSTOMER_DECIDED, variables);
    }

    @Override
    public void withdrawn(String caseNumber, @Nullable String reason) {
        if (awaits(caseNumber, Kind.WITHDRAWAL)) {
            contacts.add(caseNumber, "mail", "withdrawn", reason == null ? "" : reason);
            tell(caseNumber, ComplaintProcess.WITHDRAWN, Map.of());
        }
    }

    @Override
    public void surveyAnswered(
            String caseNumber,
            int score,
            @Nullable Integer time,
            @Nullable Integer reliability,
            @Nullable Integer accuracy,
            @Nullable Integer courtesy,
            @Nullable String word) {
        if (awaits(caseNumber, Kind.SURVEY)) {
            surveys.answer(caseNumber, new SurveyAnswer(score, time, reliability, accuracy, courtesy, word));
            tell(caseNumber, ComplaintProcess.SURVEY_ANSWERED, Map.of(ComplaintProcess.SCORE.name(), score));
        }
    }

    @Override
    public void mediaThreat(String caseNumber, String text) {
        if (awaits(caseNumber, Kind.NEWS) && contacts.add(caseNumber, "staff", "media-threat", text)) {
            tell(caseNumber, ComplaintProcess.MEDIA_THREAT_RAISED, Map.of());
        }
    }

    @Override
    public void regulatorInvolved(String caseNumber, String text) {
        if (awaits(caseNumber, Kind.NEWS) && contacts.add(caseNumber, "staff", "regulator", text)) {
            tell(caseNumber, ComplaintProcess.REGULATOR_INVOLVED, Map.of());
        }
    }

    private boolean waitsFor(String caseNumber, String message) {
        return house.run(() -> waiting(caseNumber, message).count() > 0);
    }

    private boolean asks(String caseNumber, String what) {
        return house.run(() -> waiting(caseNumber, ComplaintProcess.CUSTOMER_REPLIED).list().stream()
                .map(Execution::getId)
                .anyMatch(execution -> what.equals(runtime.getVariable(execution, "asks"))));
    }

    private ExecutionQuery waiting(String caseNumber, String message) {
        return runtime.createExecutionQuery()
                .messageEventSubscriptionName(message)
                .processInstanceBusinessKey(caseNumber);
    }

    /** @throws OptimisticLockingFailureException when the case moved on at this very moment; the same again will do */
    private void tell(String caseNumber, String message, Map<String, ? extends @Nullable Object> variables) {
        MessageCorrelationBuilder correlation = runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(caseNumber)
                .setVariables(new HashMap<>(variables));
        try {
            house.run(correlation::correlateWithResult);
        } catch (OptimisticLockingException e) {
            throw new OptimisticLockingFailureException("The case " + caseNumber + " moved on meanwhile", e);
        }
    }
}
