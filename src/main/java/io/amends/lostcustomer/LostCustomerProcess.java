package io.amends.lostcustomer;

import io.amends.modeling.Variable;
import java.util.Date;

/** Names of the process {@code lost-customer} and of what it calls; each stands here once. */
final class LostCustomerProcess {

    static final String KEY = "lost-customer";
    static final String PREFIX = "LCR";
    static final String RETENTION = "retention";

    static final String CUSTOMER_LOST = "customer-lost";
    static final String CUSTOMER_REPLIED = "customer-replied";
    static final String OFFER_DECIDED = "offer-decided";
    static final String LINKED_COMPLAINT_CLOSED = "linked-complaint-closed";
    static final String NEVER_CONTACT = "never-contact";
    static final String CAME_BACK_BY_THEMSELVES = "customer-came-back";

    // why they are thought to have left, what they are worth, and what is done about it (L-3 to L-6)
    static final Variable<String> SIGNAL = Variable.of("signal", String.class);
    static final Variable<String> SUBJECT = Variable.of("subject", String.class);
    static final Variable<String> REPORTED = Variable.of("reported", String.class);
    static final Variable<Boolean> HAD_COMPLAINT = Variable.of("hadComplaint", Boolean.class);
    static final Variable<Boolean> ACCOUNT_CLOSED = Variable.of("accountClosed", Boolean.class);
    static final Variable<String> ENDING_KIND = Variable.of("endingKind", String.class);
    static final Variable<Integer> PURCHASES = Variable.of("purchases", Integer.class);
    static final Variable<Double> SECOND_LIFETIME_VALUE = Variable.of("secondLifetimeValue", Double.class);
    static final Variable<Double> COST_OF_TRYING = Variable.of("costOfTrying", Double.class);
    /** Whether what they may bring is at least what trying costs. */
    static final Variable<Boolean> WORTH_TRYING = Variable.of("worthTrying", Boolean.class);

    static final Variable<Boolean> HOLD_OUT = Variable.of("holdOut", Boolean.class);
    static final Variable<String> PROPOSED_REASON = Variable.of("proposedReason", String.class);
    /** As confirmed, else as proposed. */
    static final Variable<String> REASON = Variable.of("reason", String.class);

    /** What the customer said of it, as noted with the confirmed reason. */
    static final Variable<String> REASON_NOTE = Variable.of("reasonNote", String.class);

    static final Variable<String> DECISION = Variable.of("decision", String.class);
    /** Whether a farewell is in order: mail is allowed, nobody else had contact lately (L-2), no contract still runs. */
    static final Variable<Boolean> MAY_THANK = Variable.of("mayThank", Boolean.class);

    static final Variable<Integer> WATCH_DAYS = Variable.of("watchDays", Integer.class);

    // fix first (L-5)
    static final Variable<Boolean> FIXED = Variable.of("fixed", Boolean.class);
    static final Variable<String> COMPLAINT_CASE = Variable.of("complaintCase", String.class);
    static final Variable<String> COMPLAINT_CASE_NUMBER = Variable.of("complaintCaseNumber", String.class);
    static final Variable<String> COMPLAINT_OUTCOME = Variable.of("complaintOutcome", String.class);

    // the talk (L-7, L-8)
    static final Variable<String> MAY_CONTACT = Variable.of("mayContact", String.class);
    static final Variable<Date> ASK_AGAIN_AT = Variable.of("askAgainAt", Date.class);
    static final Variable<Integer> CALL_TRY = Variable.of("callTry", Integer.class);
    static final Variable<String> TALK_RESULT = Variable.of("talkResult", String.class);
    static final Variable<Integer> TRIED = Variable.of("tried", Integer.class);
    static final Variable<Date> NEXT_TRY = Variable.of("nextTry", Date.class);
    static final Variable<String> CALL_AGAIN_ON = Variable.of("callAgainOn", String.class);
    static final Variable<String> CHANNEL = Variable.of("channel", String.class);
    static final Variable<Integer> MINUTES = Variable.of("minutes", Integer.class);

    // the offer (L-9)
    static final Variable<String> OFFER_KIND = Variable.of("offerKind", String.class);
    static final Variable<Double> AMOUNT = Variable.of("amount", Double.class);
    static final Variable<Integer> PROPOSAL_NUMBER = Variable.of("proposalNumber", Integer.class);
    static final Variable<String> PROPOSER = Variable.of("proposer", String.class);
    static final Variable<String> PROPOSER_ROLE = Variable.of("proposerRole", String.class);
    static final Variable<Boolean> APPROVED = Variable.of("approved", Boolean.class);
    static final Variable<String> REFUSED_REASON = Variable.of("refusedReason", String.class);
    static final Variable<String> OFFER_ANSWER = Variable.of("offerAnswer", String.class);

    // what came of it (L-10)
    static final Variable<Boolean> CAME_BACK = Variable.of("cameBack", Boolean.class);
    /** {@code left-alone} where the customer asked for it, however far the case had come. */
    static final Variable<String> WISH = Variable.of("wish", String.class);

    static final Variable<Boolean> REGAINED = Variable.of("regained", Boolean.class);

    /** Which figure the table {@code recovery-assumptions} is asked for. */
    static final Variable<String> ASSUMPTION = Variable.of("assumption", String.class);

    private LostCustomerProcess() {}
}
