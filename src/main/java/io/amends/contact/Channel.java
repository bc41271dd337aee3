package io.amends.contact;

import java.util.Arrays;
import java.util.Locale;

/** How a customer is approached. */
public enum Channel {
    PHONE,
    MAIL,
    POST,
    MESSAGE;

    /** As consents and diagrams name it, such as {@code phone}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As people read it, such as {@code phone}. */
    String words() {
        return switch (this) {
            case PHONE -> "phone";
            case MAIL -> "e-mail";
            case POST -> "post";
            case MESSAGE -> "text message";
        };
    }

    /** The same of a code; of one that is none of ours, such as {@code counter}, the code itself. */
    static String words(String code) {
        return Arrays.stream(values())
                .filter(channel -> channel.code().equals(code))
                .findFirst()
                .map(Channel::words)
                .orElse(code);
    }
}
