package io.amends.contact;

import java.util.Locale;

/** Why a customer is not approached (L-2); the first that fits is named. */
public enum SkipReason {
    /** They have died. */
    DECEASED,
    /** Fraud is known or suspected. */
    FRAUD,
    /** They asked not to be contacted. */
    DO_NOT_CONTACT,
    /** A complaint of theirs is open: it goes first. */
    OPEN_COMPLAINT,
    /** A department had contact with them a short time ago. */
    CONTACTED_LATELY,
    /** Another, more urgent case has the contact. */
    MORE_URGENT_CASE,
    /** They may neither be called nor written to: what is known of them was refused. */
    NO_CONSENT,
    /** Mail to them comes back and there is no other channel. */
    BOUNCED_ADDRESS,
    /** Neither a phone number nor an e-mail address is known. */
    NO_ADDRESS;

    /** As the record and programs name it, such as {@code do-not-contact}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
