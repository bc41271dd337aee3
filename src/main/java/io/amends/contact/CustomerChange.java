package io.amends.contact;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be noted on a customer with a reason. */
enum CustomerChange {
    LEAVE_ALONE(
            "Do not contact any more",
            "Nobody writes or calls of our own accord any more, in any process, from now on. Cases that wait for this customer end.",
            "Not to be contacted any more"),
    CONTACT_AGAIN("May be contacted again", "", "May be contacted again"),
    DECEASED(
            "The customer has died",
            "Nobody writes or calls any more, in any process, from now on.",
            "Noted as deceased"),
    FRAUD(
            "Fraud is known or suspected",
            "Nobody approaches this customer of our own accord any more, in any process, from now on.",
            "Noted as a case of fraud"),
    ACTIVE("A customer like any other again", "", "A customer like any other again");

    private final String label;
    private final String confirm;
    private final String done;

    CustomerChange(String label, String confirm, String done) {
        this.label = label;
        this.confirm = confirm;
        this.done = done;
    }

    /** In addresses and, for a standing, as the directory knows it. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String label() {
        return label;
    }

    /** What is asked before it is done, or blank. */
    String confirm() {
        return confirm;
    }

    /** As the record tells it. */
    String done() {
        return done;
    }

    static Optional<CustomerChange> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
