package io.amends.contact;

/** Reasons as people read them. */
final class SkipWords {

    private SkipWords() {}

    static String of(SkipReason reason) {
        return switch (reason) {
            case DECEASED -> "the customer has died";
            case FRAUD -> "fraud is known or suspected";
            case DO_NOT_CONTACT -> "they asked not to be contacted";
            case OPEN_COMPLAINT -> "a complaint of theirs is open and goes first";
            case CONTACTED_LATELY -> "a department had contact with them a short time ago";
            case MORE_URGENT_CASE -> "another, more urgent case has the contact";
            case NO_CONSENT -> "they refused the channel";
            case BOUNCED_ADDRESS -> "mail to their address comes back";
            case NO_ADDRESS -> "neither a phone number nor an e-mail address is known";
        };
    }
}
