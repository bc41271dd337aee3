package io.amends.promise;

import io.amends.modeling.Variable;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Turns the action fields of a form into promises, one batch for each time the form was completed. */
public final class PromiseFields {

    /** Rows of what, who and when that a form may have. */
    public static final int ROWS = 10;

    private static final Variable<Integer> COUNT = Variable.of("promiseCount", Integer.class);
    private static final Variable<String> BATCH = Variable.of("promiseBatch", String.class);

    private PromiseFields() {}

    /**
     * Makes a promise of each filled row and sets {@code promiseBatch} and {@code promiseCount} for the diagram.
     *
     * @param kind {@code proposal} or {@code review}
     * @return the batch's number on this case, from 1
     */
    public static int plan(Promises promises, DelegateExecution execution, String kind, boolean toCustomer) {
        int number = promises.nextNumber(execution.getProcessBusinessKey(), kind);
        String batch = kind + "-" + number;
        int count = 0;
        for (int row = 1; row <= ROWS; row++) {
            Object what = execution.getVariable("action" + row);
            if (what instanceof String words && !words.isBlank()) {
                promises.make(
                        execution.getProcessBusinessKey(),
                        batch,
                        count++,
                        words,
                        KeptBy.of((String) execution.getVariable("action" + row + "Group")),
                        LocalDate.parse((String) execution.getVariable("action" + row + "Due")),
                        toCustomer);
            }
        }
        BATCH.set(execution, batch);
        COUNT.set(execution, count);
        return number;
    }
}
