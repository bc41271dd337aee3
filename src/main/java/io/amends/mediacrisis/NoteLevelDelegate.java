package io.amends.mediacrisis;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Notes how bad it is (M-2): in doubt the higher, so that an event may raise the level and only a person lowers it. The diagram
 * says in the input {@code levelBy} whose word it is.
 */
@Component
class NoteLevelDelegate implements JavaDelegate {

    private static final String PERSON = "person";
    private static final String FIRST = "first";

    private final CrisisLevel levels;

    NoteLevelDelegate(CrisisLevel levels) {
        this.levels = levels;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        String by = MediaCrisisProcess.LEVEL_BY.get(execution);
        boolean answers = MediaCrisisProcess.RESPONDING.orElse(execution, false);
        CrisisLevel.Noted noted = by.equals(PERSON)
                ? levels.byPerson(caseNumber, execution.getProcessInstanceId(), answers)
                : levels.byEvent(
                        caseNumber,
                        execution.getProcessInstanceId(),
                        MediaCrisisProcess.EVENT_ID.get(execution),
                        MediaCrisisProcess.EVENT_LEVEL.get(execution),
                        answers || by.equals(FIRST));
        noted.facts().forEach(execution::setVariable);
        if (by.equals(FIRST)) {
            boolean responds = levels.respond(caseNumber, noted.level());
            MediaCrisisProcess.RESPONDING.set(execution, responds);
            MediaCrisisProcess.ONLY_WATCHED.set(execution, !responds && levels.nothingSaid(caseNumber));
        }
    }
}
