package io.amends.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** A value that the engine keeps as JSON, such as the rows of a table, in words: nobody who reads a case reads JSON. */
final class JsonWords {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BESIDE = ", ";
    private static final String NEXT = "; ";

    private JsonWords() {}

    /** {@code Amount: 5, Unit: business days; Amount: 2, Unit: hours}; anything that is no JSON as it is. */
    static String of(String value) {
        String text = value.strip();
        boolean looksSo = (text.startsWith("[") && text.endsWith("]")) || (text.startsWith("{") && text.endsWith("}"));
        if (!looksSo) {
            return value;
        }
        try {
            return words(JSON.readTree(text), NEXT);
        } catch (JsonProcessingException prose) {
            return value;
        }
    }

    private static String words(JsonNode node, String between) {
        List<String> parts = new ArrayList<>();
        if (node.isObject()) {
            node.properties().stream()
                    .filter(it -> !nothing(it.getValue()))
                    .forEach(it -> parts.add(Words.label(it.getKey()) + ": " + words(it.getValue(), BESIDE)));
            return parts.isEmpty() ? PlainTime.NOTHING : String.join(BESIDE, parts);
        }
        if (node.isArray()) {
            node.forEach(it -> parts.add(words(it, BESIDE)));
            return parts.isEmpty() ? PlainTime.NOTHING : String.join(between, parts);
        }
        return node.isBoolean() ? Words.value(node.booleanValue()) : Words.spoken(node.asText());
    }

    private static boolean nothing(JsonNode node) {
        return node.isNull()
                || (node.isTextual() && node.asText().isBlank())
                || (node.isContainerNode() && node.isEmpty());
    }
}
