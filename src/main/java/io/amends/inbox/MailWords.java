package io.amends.inbox;

import java.util.Objects;

/** Mails in the words of the pages. */
final class MailWords {

    private MailWords() {}

    /** {@code Ann Smith <ann@example.org>}, as far as it is known. */
    static String from(Mail mail) {
        String address = Objects.requireNonNullElse(mail.sender(), "");
        String name = Objects.requireNonNullElse(mail.senderName(), "");
        if (name.isBlank() || name.equalsIgnoreCase(address)) {
            return address.isBlank() ? "nobody named" : address;
        }
        return address.isBlank() ? name : name + " <" + address + ">";
    }

    static String subject(Mail mail) {
        return mail.subject().isBlank() ? "(no subject)" : mail.subject();
    }

    static String kind(ReadMessage.Kind kind) {
        return switch (kind) {
            case PERSON -> "written by a person";
            case AUTOMATIC -> "sent by a machine";
            case BOUNCE -> "about the delivery of a letter";
            case UNREADABLE -> "could not be read";
        };
    }

    /** Why its words could not be read, or blank where they could. */
    static String unread(Mail mail) {
        return mail.kind() == ReadMessage.Kind.UNREADABLE ? Objects.requireNonNullElse(mail.why(), "") : "";
    }

    static String state(MailState state) {
        return switch (state) {
            case TAKEN -> "just taken in";
            case JOINED -> "joined its case";
            case OPENED -> "opened a complaint";
            case RECORDED -> "recorded";
            case TO_SORT -> "to be sorted by hand";
            case SET_ASIDE -> "set aside";
        };
    }

    /** Colour of the badge. */
    static String tone(MailState state) {
        return switch (state) {
            case JOINED, OPENED -> "good";
            case TO_SORT -> "warn";
            case TAKEN, RECORDED, SET_ASIDE -> "";
        };
    }
}
