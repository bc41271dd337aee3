package io.amends.learning;

import io.amends.modeling.Variable;
import java.time.Duration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Counts how often the cause was seen; the diagram says within how many days (K-19). */
@Component
class CountCauseDelegate implements JavaDelegate {

    private static final Variable<String> CAUSE = Variable.of("cause", String.class);
    private static final Variable<String> WITHIN_DAYS = Variable.of("withinDays", String.class);
    private static final Variable<Integer> CAUSE_COUNT = Variable.of("causeCount", Integer.class);

    private final Causes causes;

    CountCauseDelegate(Causes causes) {
        this.causes = causes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Duration within = Duration.ofDays(Long.parseLong(WITHIN_DAYS.get(execution)));
        CAUSE_COUNT.set(
                execution,
                CAUSE.find(execution).map(cause -> causes.seen(cause, within)).orElse(0));
    }
}
