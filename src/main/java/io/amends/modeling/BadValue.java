package io.amends.modeling;

/** A field's value does not fit; the message is the reason without the field's name. */
final class BadValue extends Exception {

    BadValue(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        String reason = getMessage();
        return reason == null ? "does not fit" : reason;
    }
}
