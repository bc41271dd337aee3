package io.amends.inbox;

import io.amends.modeling.Variable;

/** Names of the process {@code sort-mail}; each stands here once. */
final class InboxProcess {

    static final String SORT_MAIL = "sort-mail";

    static final Variable<String> MAIL_NUMBER = Variable.of("mailNumber", String.class);
    static final Variable<Integer> PRIORITY = Variable.of("priority", Integer.class);

    static final Variable<String> BELONGS_TO = Variable.of("belongsTo", String.class);
    static final Variable<String> JOIN_CASE = Variable.of("joinCase", String.class);
    static final Variable<String> SENDER_NAME = Variable.of("senderName", String.class);
    static final Variable<String> SENDER_MAIL = Variable.of("senderMail", String.class);
    static final Variable<String> SUBJECT = Variable.of("subject", String.class);
    static final Variable<String> NARRATIVE = Variable.of("narrative", String.class);
    static final Variable<String> ASIDE_REASON = Variable.of("asideReason", String.class);
    static final Variable<String> ASIDE_NOTE = Variable.of("asideNote", String.class);

    private InboxProcess() {}
}
