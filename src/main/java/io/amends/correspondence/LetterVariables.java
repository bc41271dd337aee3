package io.amends.correspondence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a send task can see, read leniently: a letter is written with what there is. */
public record LetterVariables(Map<String, Object> all) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public @Nullable Object get(String name) {
        return all.get(name);
    }

    /** Text with its line breaks, or null when there is none. */
    public @Nullable String text(String name) {
        Object value = all.get(name);
        String text =
                value == null ? "" : value.toString().replace("\r\n", "\n").strip();
        return text.isEmpty() ? null : text;
    }

    public boolean is(String name) {
        return "true".equals(text(name)) || "yes".equals(text(name));
    }

    /** Values of a checklist: a list, or JSON as a string or as the engine wraps it. */
    public List<String> list(String name) {
        Object value = all.get(name);
        if (value instanceof Collection<?> values) {
            return values.stream().map(String::valueOf).toList();
        }
        String text = text(name);
        if (text == null) {
            return List.of();
        }
        return text.startsWith("[") ? parsed(text) : List.of(text.split("\\s*,\\s*"));
    }

    private static List<String> parsed(String json) {
        try {
            List<String> values = new ArrayList<>();
            for (JsonNode node : JSON.readTree(json)) {
                values.add(node.asText());
            }
            return values;
        } catch (JsonProcessingException e) {
            return List.of(json);
        }
    }
}
