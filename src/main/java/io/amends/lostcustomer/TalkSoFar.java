package io.amends.lostcustomer;

import io.amends.lostcustomer.TalkReply.Wish;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a case between us and the customer, for the next step to go by (L-8).
 *
 * @param calls oldest first
 * @param reply the answer to our letter, or null
 */
record TalkSoFar(List<RecoveryCall> calls, @Nullable TalkReply reply) {

    /** When they were called in vain since they last spoke or wrote with us: tries begin anew after that. */
    List<Instant> vainTries() {
        List<Instant> vain = new ArrayList<>();
        for (RecoveryCall call : calls) {
            if (call.result() == CallResult.NOT_REACHED) {
                vain.add(call.at());
            } else if (call.result().spoken()) {
                vain.clear();
            }
        }
        if (reply != null) {
            vain.removeIf(at -> !at.isAfter(reply.at()));
        }
        return vain;
    }

    /** The last call in which we spoke with them. */
    Optional<RecoveryCall> lastTalk() {
        return calls.stream().filter(call -> call.result().spoken()).reduce((before, last) -> last);
    }

    /** What they said last, on the phone or in answer to our letter; empty where nobody wrote it down. */
    String said() {
        String onThePhone = lastTalk().map(RecoveryCall::words).orElse(null);
        TalkReply wrote = reply;
        if (wrote != null
                && wrote.words() != null
                && lastTalk().filter(call -> call.at().isAfter(wrote.at())).isEmpty()) {
            return wrote.words();
        }
        return Objects.requireNonNullElse(onThePhone, "");
    }

    boolean triesUsedUp() {
        return vainTries().size() >= CallPlan.TRIES;
    }

    /** They asked to be called: that allows a call whatever they allowed before. */
    boolean askedForCall() {
        return reply != null && reply.wish() == Wish.CALL_ME;
    }

    /** The number to call: the one they gave us, else the known one; none once it turned out to be somebody else's. */
    Optional<String> phone(@Nullable String known) {
        if (calls.stream().anyMatch(call -> call.result() == CallResult.WRONG_NUMBER && !answeredSince(call))) {
            return Optional.empty();
        }
        String given = reply == null ? null : reply.phone();
        return Optional.ofNullable(given == null ? known : given);
    }

    private boolean answeredSince(RecoveryCall call) {
        return reply != null && reply.phone() != null && reply.at().isAfter(call.at());
    }

    /** What came of the last call: {@code yes}, {@code later} or {@code no}. */
    String reached() {
        CallResult last = calls.get(calls.size() - 1).result();
        return switch (last) {
            case NOT_NOW -> "later";
            case NOT_REACHED -> triesUsedUp() ? "no" : "later";
            case WRONG_NUMBER -> "no";
            case INTERESTED, WANTS_FIX, REFUSES, DO_NOT_CONTACT -> "yes";
        };
    }
}
