package io.amends.modeling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes into a form itself what it lists to choose from: the Tasklist hands a start form no variables. */
final class ListedChoices {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String KEY = "valuesKey";

    private ListedChoices() {}

    /** @param choices by the name in {@code valuesKey} */
    static byte[] in(byte[] form, Map<String, @Nullable Object> choices) throws IOException {
        JsonNode schema = JSON.readTree(form);
        fill(schema, choices);
        return JSON.writeValueAsBytes(schema);
    }

    private static void fill(JsonNode node, Map<String, @Nullable Object> choices) {
        if (node instanceof ObjectNode component
                && choices.get(component.path(KEY).asText("")) != null) {
            Object listed = choices.get(component.remove(KEY).asText());
            component.set("values", JSON.valueToTree(listed));
        }
        node.path("components").forEach(component -> fill(component, choices));
    }
}
