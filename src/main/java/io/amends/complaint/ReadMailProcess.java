package io.amends.complaint;

import io.amends.modeling.Variable;

/** Names of the process {@code read-mail}; each stands here once. */
final class ReadMailProcess {

    static final String KEY = "read-mail";

    static final Variable<String> MAIL_NUMBER = Variable.of("mailNumber", String.class);
    static final Variable<Boolean> FROM_CUSTOMER = Variable.of("fromCustomer", Boolean.class);
    static final Variable<String> MAIL_SAYS = Variable.of("mailSays", String.class);
    static final Variable<String> DECLINE_REASON = Variable.of("declineReason", String.class);
    static final Variable<String> NEW_SUBJECT = Variable.of("newSubject", String.class);

    static final String NOTED = "noted";
    static final String ACCEPTED = "accepted";
    static final String DECLINED = "declined";
    static final String WITHDRAWN = "withdrawn";
    static final String NEW_COMPLAINT = "new-complaint";

    private ReadMailProcess() {}
}
