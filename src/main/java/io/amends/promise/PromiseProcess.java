package io.amends.promise;

import io.amends.modeling.Variable;

/** Names of the process {@code promise}. */
final class PromiseProcess {

    static final Variable<String> BATCH = Variable.of("promiseBatch", String.class);
    static final Variable<Integer> INDEX = Variable.of("promiseIndex", Integer.class);
    static final Variable<Long> ID = Variable.of("promiseId", Long.class);
    static final Variable<String> WHAT = Variable.of("promiseWhat", String.class);
    static final Variable<String> GROUP = Variable.of("promiseGroup", String.class);
    static final Variable<String> PERSON = Variable.of("promisePerson", String.class);
    static final Variable<String> DUE = Variable.of("promiseDue", String.class);
    static final Variable<String> OLD_DUE = Variable.of("oldDue", String.class);
    static final Variable<Boolean> TO_CUSTOMER = Variable.of("promiseToCustomer", Boolean.class);
    static final Variable<String> KEPT = Variable.of("kept", String.class);
    static final Variable<String> NEW_DUE = Variable.of("newDue", String.class);

    static final Variable<String> MOVED_REASON = Variable.of("movedReason", String.class);

    /** Message to the case's own process that something more was promised. */
    static final String MADE = "promise-made";

    private PromiseProcess() {}

    /** The clock that the step "Keep the promise" starts. */
    static String clock(long promise) {
        return "promise-" + promise;
    }
}
