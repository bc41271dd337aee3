package io.amends.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The fields of a form, in their order, those within groups with the group before them. */
final class FormParts {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> NOT_SAID = Set.of("id", "type", "layout", "components");

    private final List<Part> parts = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    private FormParts() {}

    static List<Part> of(byte[] file) {
        FormParts form = new FormParts();
        try {
            form.components(JSON.readTree(file).path("components"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return form.parts;
    }

    private void components(JsonNode components) {
        for (JsonNode component : components) {
            String name = component.path("label").asText("").strip();
            String key = component.path("key").asText(component.path("id").asText("?"));
            SortedMap<String, String> properties = new TreeMap<>();
            component.properties().forEach(field -> {
                if (!NOT_SAID.contains(field.getKey())) {
                    flat(field.getKey(), field.getValue(), properties);
                }
            });
            parts.add(
                    new Part(free(key, component), name, component.path("type").asText(), properties, ""));
            components(component.path("components"));
        }
    }

    /** A key may stand on several fields, of which the conditions show one. */
    private String free(String key, JsonNode component) {
        String id = taken.add(key) ? key : key + " " + component.path("id").asText();
        taken.add(id);
        return id;
    }

    private static void flat(String path, JsonNode value, SortedMap<String, String> properties) {
        if (value.isObject()) {
            value.properties().forEach(field -> flat(path + "." + field.getKey(), field.getValue(), properties));
        } else if (value.isArray()) {
            properties.put(path, list(value));
        } else {
            properties.put(path, value.asText());
        }
    }

    private static String list(JsonNode values) {
        List<String> words = new ArrayList<>();
        for (JsonNode value : values) {
            words.add(
                    value.hasNonNull("label")
                            ? option(value)
                            : value.isValueNode() ? value.asText() : value.toString());
        }
        return String.join(", ", words);
    }

    private static String option(JsonNode value) {
        String label = value.path("label").asText();
        String code = value.path("value").asText("");
        return code.isEmpty() || code.equals(label) ? label : label + " (" + code + ")";
    }

    /** The parts of a later version, with the place said of each that other fields now stand before or behind. */
    static Difference compare(byte[] before, byte[] after) {
        List<Part> old = of(before);
        List<Part> now = of(after);
        Map<String, Integer> was = places(old);
        Map<String, Integer> is = places(now);
        Set<String> moved = Order.moved(
                old.stream().map(Part::id).toList(), now.stream().map(Part::id).toList());
        return Parts.compare(placed(old, was, moved), placed(now, is, moved));
    }

    private static Map<String, Integer> places(List<Part> parts) {
        Map<String, Integer> places = new TreeMap<>();
        parts.forEach(part -> places.put(part.id(), places.size() + 1));
        return places;
    }

    private static List<Part> placed(List<Part> parts, Map<String, Integer> places, Set<String> moved) {
        return parts.stream()
                .map(part -> {
                    if (!moved.contains(part.id())) {
                        return part;
                    }
                    SortedMap<String, String> properties = new TreeMap<>(part.properties());
                    properties.put("position", String.valueOf(places.get(part.id())));
                    return new Part(part.id(), part.name(), part.type(), properties, part.place());
                })
                .toList();
    }
}
