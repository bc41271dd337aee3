package io.amends.modeling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a Camunda Form asks, as far as a server can check it.
 *
 * @param computed fields that the form works out itself; what is sent for them is not kept
 * @param needsFacts whether conditions or options look beyond what is sent
 */
record FormSchema(List<FormField> fields, Map<String, FeelExpression> computed, boolean needsFacts) {

    /** For a step without a form: it asks nothing, so nothing can be sent. */
    static final FormSchema NOTHING_ASKED = new FormSchema(List.of(), Map.of(), false);

    /** Fields by key; a key may stand on several fields of which the conditions show one. */
    Map<String, List<FormField>> byKey() {
        Map<String, List<FormField>> byKey = new LinkedHashMap<>();
        for (FormField field : fields) {
            byKey.computeIfAbsent(field.key(), key -> new ArrayList<>()).add(field);
        }
        return byKey;
    }
}
