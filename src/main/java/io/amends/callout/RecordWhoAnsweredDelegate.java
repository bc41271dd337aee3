package io.amends.callout;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** A named person has taken the role (M-3, C-5). */
@Component
class RecordWhoAnsweredDelegate implements JavaDelegate {

    private final CallOutTable table;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RecordWhoAnsweredDelegate(CallOutTable table, ApplicationEventPublisher events, Clock clock) {
        this.table = table;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String answered = CallOutProcess.CALLED_PERSON.get(execution);
        table.answer(
                table.openIn(execution.getProcessInstanceId()).orElseThrow(),
                answered,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        CallOutProcess.ANSWERED_BY.set(execution, answered);
        events.publishEvent(
                new CallAnswered(execution.getProcessBusinessKey(), CallOutProcess.ROLE.get(execution), answered));
    }
}
