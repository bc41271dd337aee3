package io.amends.lostcustomer;

import io.amends.clock.HouseHours;
import io.amends.contact.Channel;
import io.amends.contact.ContactAnswer;
import io.amends.contact.ContactPolicy;
import io.amends.customer.Customer;
import io.amends.customer.CustomerDirectory;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The talk with a lost customer: whether and how they may be reached, what came of it, and when to try again (L-2, L-7, L-8). */
@Service
class RecoveryTalk {

    private final CallTable table;
    private final ContactPolicy policy;
    private final CustomerDirectory customers;
    private final HouseHours house;
    private final Clock clock;

    RecoveryTalk(CallTable table, ContactPolicy policy, CustomerDirectory customers, HouseHours house, Clock clock) {
        this.table = table;
        this.policy = policy;
        this.customers = customers;
        this.house = house;
        this.clock = clock;
    }

    /**
     * How a customer may be reached now.
     *
     * @param way {@code phone}, {@code mail}, {@code wait} or {@code never}
     * @param mayWrite whether the letter that takes the place of a call may go out
     * @param askAgainAt when asking again makes sense, with {@code wait} only
     */
    record Access(String way, boolean mayWrite, @Nullable Instant askAgainAt) {}

    TalkSoFar soFar(String caseNumber) {
        return table.soFar(caseNumber);
    }

    @Transactional
    Access ask(String caseNumber, String customerNumber, int urgency) {
        ContactAnswer answer = policy.ask(caseNumber, customerNumber, urgency);
        return switch (answer.verdict()) {
            case NEVER -> new Access("never", false, null);
            case WAIT -> new Access("wait", false, answer.askAgainAt());
            case YES -> access(table.soFar(caseNumber), customerNumber, answer);
        };
    }

    private Access access(TalkSoFar talk, String customerNumber, ContactAnswer answer) {
        String known = customers.byNumber(customerNumber).map(Customer::phone).orElse(null);
        boolean byPhone = (answer.channels().contains(Channel.PHONE) || talk.askedForCall())
                && talk.phone(known).isPresent();
        // one letter: who answered it and still cannot be reached is left in peace
        boolean mayWrite = answer.channels().contains(Channel.MAIL) && talk.reply() == null;
        return new Access(byPhone ? "phone" : "mail", mayWrite, null);
    }

    /** Keeps a call and what came of it; whoever asked to be left alone is left alone by everybody, at once. */
    @Transactional
    TalkSoFar called(
            String caseNumber,
            String customerNumber,
            @Nullable String by,
            CallResult result,
            @Nullable LocalDate callAgainOn,
            @Nullable Integer minutes,
            @Nullable String words) {
        int tryNumber = table.soFar(caseNumber).calls().size() + 1;
        table.add(caseNumber, new RecoveryCall(tryNumber, now(), by, result, callAgainOn, minutes, words));
        policy.contacted(
                customerNumber,
                caseNumber,
                Channel.PHONE,
                LostCustomerProcess.RETENTION,
                "Call " + tryNumber + ": " + result.code().replace('-', ' '));
        if (result == CallResult.DO_NOT_CONTACT) {
            customers.neverContactAgain(customerNumber, "said so on a call about " + caseNumber);
        }
        return table.soFar(caseNumber);
    }

    /** Keeps the answer to our letter. */
    @Transactional
    void replied(
            String caseNumber,
            TalkReply.Wish wish,
            @Nullable LocalDate callOn,
            @Nullable String phone,
            @Nullable String words) {
        table.add(caseNumber, new TalkReply(wish, callOn, phone, words, now()));
    }

    /** What was noted when the reason was confirmed; empty before. */
    String reasonNote(String caseNumber) {
        return table.reasonNote(caseNumber);
    }

    /** When to call next: on the day that they named, else at another time of day. */
    Instant nextTry(String caseNumber, String customerNumber, @Nullable LocalDate onDay) {
        CallPlan plan = plan(customerNumber);
        return onDay == null ? plan.next(now(), table.soFar(caseNumber).vainTries()) : plan.on(onDay, now());
    }

    CallPlan plan(String customerNumber) {
        return new CallPlan(house, hours(customerNumber));
    }

    ContactHours hours(String customerNumber) {
        return ContactHours.of(customers.contactHours(customerNumber).orElse(null));
    }

    /** The number to call, or none when it turned out to be somebody else's. */
    Optional<String> phone(String caseNumber, @Nullable String known) {
        return table.soFar(caseNumber).phone(known);
    }

    /** The talk is over: the case leaves the line, and keeps what the talk came to. */
    @Transactional
    void over(String caseNumber, String talkResult) {
        policy.leaveLine(caseNumber);
        if (!talkResult.isBlank()) {
            table.result(caseNumber, talkResult);
        }
    }

    /**
     * How urgently a case wants the contact: first by its priority, then by what the customer is worth.
     *
     * @param tier {@code A}, {@code B}, {@code C} or {@code none}
     */
    static int urgency(int priority, String tier) {
        return priority * 4
                + switch (tier.toUpperCase(Locale.ROOT)) {
                    case "A" -> 3;
                    case "B" -> 2;
                    case "C" -> 1;
                    default -> 0;
                };
    }

    // as exact as databases keep it, so that what happened before compares as before
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
