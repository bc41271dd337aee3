package io.amends.lostcustomer;

import io.amends.modeling.Variable;

/** Names of the process {@code recovery-call} that no other of a lost customer needs; each stands here once. */
final class RecoveryCallProcess {

    /** {@code yes}, {@code later} or {@code no}: what came of the last call. */
    static final Variable<String> REACHED = Variable.of("reached", String.class);
    /** Whether the letter that takes the place of a call may go out. */
    static final Variable<Boolean> MAY_WRITE = Variable.of("mayWrite", Boolean.class);
    /** Whether they answered the letter with the wish to be called. */
    static final Variable<Boolean> CALL_THEM = Variable.of("callThem", Boolean.class);

    // what the form brings; the talk goes on by the facts above
    static final Variable<String> CALL_RESULT = Variable.of("callResult", String.class);
    static final Variable<String> CUSTOMER_WORDS = Variable.of("customerWords", String.class);

    private RecoveryCallProcess() {}
}
