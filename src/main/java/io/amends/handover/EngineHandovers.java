package io.amends.handover;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.clock.CaseClocks;
import io.amends.modeling.AsTheHouse;
import io.amends.modeling.FormRefusal;
import io.amends.staff.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says to a case's main process that its handover is asked for, and to a handover that its case is closed. */
@Service
@Transactional
class EngineHandovers implements Handovers {

    private static final String OWNER = "newOwner";
    private static final String ASKED_BY = "askedBy";

    private final CaseFiles cases;
    private final CaseClocks clocks;
    private final Candidates candidates;
    private final RuntimeService runtime;
    private final AsTheHouse house;

    EngineHandovers(
            CaseFiles cases, CaseClocks clocks, Candidates candidates, RuntimeService runtime, AsTheHouse house) {
        this.cases = cases;
        this.clocks = clocks;
        this.candidates = candidates;
        this.runtime = runtime;
        this.house = house;
    }

    @Override
    public boolean mayAsk(String caseNumber, String userId) {
        return cases.find(caseNumber).flatMap(file -> refusal(file, userId)).isEmpty();
    }

    @Override
    public List<Person> candidates(String caseNumber) {
        return candidates.after(cases.find(caseNumber).map(CaseFile::owner).orElse(null));
    }

    @Override
    public void ask(String caseNumber, @Nullable String newOwner, String reason, String askedBy) {
        // one at a time: another who asks, an idle owner's deadline, the closing of the case
        clocks.hold(caseNumber);
        CaseFile file = cases.find(caseNumber)
                .orElseThrow(() -> new FormRefusal("caseNumber", "There is no case " + caseNumber + "."));
        refusal(file, askedBy).ifPresent(refusal -> {
            throw refusal;
        });
        if (reason.isBlank()) {
            throw new FormRefusal("reason", "Please write down why somebody else should own the case.");
        }
        if (newOwner != null) {
            mustBeACandidate(file, newOwner);
        }
        Map<String, @Nullable Object> facts = new HashMap<>();
        facts.put(HandoverProcess.NEW_OWNER.name(), newOwner);
        facts.put(HandoverProcess.REASON.name(), reason.strip());
        facts.put(HandoverProcess.ASKED_BY.name(), askedBy);
        tell(file, facts);
    }

    @Override
    public void caseClosed(String caseNumber) {
        house.run(() -> {
            runtime.createExecutionQuery()
                    .messageEventSubscriptionName(HandoverProcess.CASE_CLOSED)
                    .processInstanceBusinessKey(caseNumber)
                    .list()
                    .forEach(waiting -> runtime.messageEventReceived(HandoverProcess.CASE_CLOSED, waiting.getId()));
            return caseNumber;
        });
    }

    private Optional<FormRefusal> refusal(CaseFile file, String userId) {
        if (file.state().equals("closed") || !listens(file)) {
            return Optional.of(new FormRefusal("caseNumber", "The case is closed; it needs no new owner."));
        }
        if (file.owner() == null) {
            return Optional.of(new FormRefusal(
                    OWNER, "Nobody owns the case yet: whoever claims the first contact with the customer will."));
        }
        if (!userId.equals(file.owner()) && !candidates.leads(userId)) {
            return Optional.of(
                    new FormRefusal(ASKED_BY, "Only its owner, team leads, managers and directors hand a case over."));
        }
        if (underWay(file)) {
            return Optional.of(new FormRefusal(
                    "caseNumber", "A handover of this case is under way; its open task says who decides."));
        }
        return Optional.empty();
    }

    private void mustBeACandidate(CaseFile file, String newOwner) {
        if (newOwner.equals(file.owner())) {
            throw new FormRefusal(OWNER, candidates.name(newOwner) + " owns the case already; choose somebody else.");
        }
        if (candidates.after(file.owner()).stream()
                .noneMatch(person -> person.userId().equals(newOwner))) {
            throw new FormRefusal(
                    OWNER,
                    "'" + newOwner + "' is nobody who can own a case; choose an agent, a team lead or a manager.");
        }
    }

    private boolean listens(CaseFile file) {
        return house.run(() -> runtime.createExecutionQuery()
                        .processInstanceId(file.processInstanceId())
                        .messageEventSubscriptionName(HandoverProcess.HANDOVER_ASKED)
                        .count()
                > 0);
    }

    private boolean underWay(CaseFile file) {
        return house.run(() -> runtime.createExecutionQuery()
                        .processInstanceId(file.processInstanceId())
                        .activityId(HandoverProcess.CALL)
                        .count()
                > 0);
    }

    /** @throws OptimisticLockingFailureException when the case moved on at this very moment; the same again will do */
    private void tell(CaseFile file, Map<String, @Nullable Object> facts) {
        try {
            house.run(() -> runtime.createMessageCorrelation(HandoverProcess.HANDOVER_ASKED)
                    .processInstanceId(file.processInstanceId())
                    .setVariablesToTriggeredScope(facts)
                    .correlateWithResult());
        } catch (OptimisticLockingException e) {
            throw new OptimisticLockingFailureException("The case " + file.number() + " moved on meanwhile", e);
        }
    }
}
