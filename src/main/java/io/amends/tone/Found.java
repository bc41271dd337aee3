package io.amends.tone;

import io.amends.modeling.CustomerWords;

/** A remark on what somebody wrote into a field. */
record Found(CustomerWords.Text text, Remark remark) {

    private static final String MARKS = "“%s”";

    String label() {
        return text.label() == null ? text.field() : text.label();
    }

    /** The words, each in quotation marks. */
    String words() {
        return String.join(", ", remark.found().stream().map(MARKS::formatted).toList());
    }

    String rather() {
        return remark.rather();
    }

    /** Such as {@code “you must” → could you …}. */
    String advice() {
        return words() + " → " + rather();
    }
}
