package io.amends.complaint;

import io.amends.modeling.Variable;
import java.util.List;

/** Names of the process {@code complaint} and of what it calls; each stands here once. */
final class ComplaintProcess {

    static final String KEY = "complaint";

    static final String COMPLAINT_RECEIVED = "complaint-received";
    static final String CONTACTED_AGAIN = "customer-contacted-again";
    static final String CUSTOMER_REPLIED = "customer-replied";
    static final String CUSTOMER_DECIDED = "customer-decided";
    static final String WITHDRAWN = "complaint-withdrawn";
    static final String REGULATOR_INVOLVED = "regulator-involved";
    static final String MEDIA_THREAT_RAISED = "media-threat-raised";
    static final String SURVEY_ANSWERED = "survey-answered";

    static final String ACKNOWLEDGE = "acknowledge";
    static final String FIRST_CONTACT = "first-contact";
    static final String RESOLVE = "resolve";
    static final String QUICK_LANE = "quick-lane";

    static final Variable<String> CHANNEL = Variable.of("channel", String.class);
    static final Variable<String> SUBJECT = Variable.of("subject", String.class);
    static final Variable<Boolean> MEDIA_THREAT = Variable.of("mediaThreat", Boolean.class);
    static final Variable<Boolean> REGULATOR = Variable.of("regulator", Boolean.class);
    static final Variable<Boolean> REGULATOR_TOLD = Variable.of("regulatorTold", Boolean.class);
    static final Variable<Boolean> SAFETY_RISK = Variable.of("safetyRisk", Boolean.class);
    static final Variable<Boolean> LEGAL_THREAT = Variable.of("legalThreat", Boolean.class);
    static final Variable<Boolean> REPEAT = Variable.of("repeat", Boolean.class);
    static final Variable<Integer> CONTACTS = Variable.of("contacts", Integer.class);
    static final Variable<String> NEWS = Variable.of("news", String.class);

    @SuppressWarnings("rawtypes")
    static final Variable<List> CLOCK_PLAN = Variable.of("clockPlan", List.class);

    static final Variable<String> CUSTOMER_CHOICE = Variable.of("customerChoice", String.class);
    static final Variable<String> SETTLED = Variable.of("settled", String.class);
    static final Variable<Boolean> SETTLED_IN_TIME = Variable.of("settledInTime", Boolean.class);
    static final Variable<Integer> SATISFACTION_NOW = Variable.of("satisfactionNow", Integer.class);

    static final Variable<String> CAUSE = Variable.of("cause", String.class);
    static final Variable<String> CAUSE_PARTY = Variable.of("causeParty", String.class);
    static final Variable<Integer> CAUSE_SHARE = Variable.of("causeShare", Integer.class);
    static final Variable<String> CAUSE_OTHER_PARTY = Variable.of("causeOtherParty", String.class);

    static final Variable<String> PROPOSER = Variable.of("proposer", String.class);
    static final Variable<String> PROPOSER_ROLE = Variable.of("proposerRole", String.class);
    static final Variable<Integer> PROPOSAL_NUMBER = Variable.of("proposalNumber", Integer.class);
    static final Variable<String> REMEDY_WORDS = Variable.of("remedyWords", String.class);
    static final Variable<String> PROMISE_BATCH = Variable.of("promiseBatch", String.class);
    static final Variable<String> INTERIM = Variable.of("interim", String.class);
    static final Variable<String> DECISION = Variable.of("decision", String.class);
    static final Variable<String> DECLINE_REASON = Variable.of("declineReason", String.class);
    static final Variable<Integer> DECLINES = Variable.of("declines", Integer.class);
    static final Variable<String> REPLY = Variable.of("reply", String.class);
    static final Variable<Integer> SCORE = Variable.of("score", Integer.class);
    static final Variable<String> CLOSED_AS = Variable.of("closedAs", String.class);

    private ComplaintProcess() {}
}
