package io.amends.contact;

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
}
