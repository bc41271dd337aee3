package io.amends.complaint;

import java.util.List;

/**
 * A field that cannot be taken and why, in a form that can be said in several languages.
 *
 * @param code key in {@code messages/complaint.properties}
 */
record Fault(String field, String code, List<Object> details) {

    static Fault of(String field, String code, Object... details) {
        return new Fault(field, code, List.of(details));
    }
}
