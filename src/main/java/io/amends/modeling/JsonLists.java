package io.amends.modeling;

import java.util.Collection;
import java.util.List;
import java.util.stream.StreamSupport;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;

/** Reads what a checklist submitted: a JSON array of strings, in whichever shape the engine hands it out. */
public final class JsonLists {

    private JsonLists() {}

    public static List<String> strings(@Nullable Object value) {
        if (value instanceof SpinJsonNode node) {
            return node.isArray()
                    ? StreamSupport.stream(node.elements().spliterator(), false)
                            .map(SpinJsonNode::stringValue)
                            .toList()
                    : List.of();
        }
        if (value instanceof Collection<?> collection) {
            return collection.stream().map(String::valueOf).toList();
        }
        return List.of();
    }
}
