package io.amends.contact;

import io.amends.customer.Customer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer as the page shows them, in words.
 *
 * @param marks what must not be overlooked, such as a wish to be left alone
 * @param facts who they are, label to value
 * @param value what they are worth, label to value
 * @param assumptions version of the house's figures by which that was worked out, or null
 * @param standing {@code active}, {@code deceased} or {@code fraud}
 * @param contactNow whether they may be approached at this moment, and why not
 * @param mayBeContacted whether that is a yes
 * @param bounced since when mail comes back, or blank
 * @param changes what can be noted with a reason
 */
record CustomerPage(
        Customer customer,
        List<Mark> marks,
        Map<String, String> facts,
        Map<String, String> value,
        @Nullable Integer assumptions,
        String standing,
        String contactNow,
        boolean mayBeContacted,
        String bounced,
        List<Consent> consents,
        List<Change> changes,
        List<Contact> contacts,
        List<Skip> skips,
        List<Waiting> waiting,
        List<Case> cases,
        List<Changed> record) {

    /** @param tone {@code bad} or {@code warn} */
    record Mark(String what, String why, String tone) {}

    /** @param answer {@code allowed}, {@code refused} or {@code never asked} */
    record Consent(String channel, String name, String address, String answer, String tone) {}

    /** @param confirms whether it is asked again before it is done */
    record Change(String code, String label, boolean confirms) {}

    /** @param letter address of the letter, or blank */
    record Contact(
            String at, String what, String letter, String channel, String who, String caseNumber, boolean cameBack) {}

    record Skip(String at, String reason, String then, String process, String caseNumber) {}

    record Waiting(String caseNumber, int urgency, String since, String state) {}

    record Case(String number, String process, String subject, String state, boolean open, String openedAt) {}

    record Changed(String at, String who, String what, String reason) {}
}
