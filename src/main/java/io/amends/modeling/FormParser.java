package io.amends.modeling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a {@code .form} file; refuses what the server could not check. */
final class FormParser {

    private static final JsonMapper JSON = new JsonMapper();

    private final Feel feel;

    FormParser(Feel feel) {
        this.feel = feel;
    }

    /** @throws IllegalArgumentException saying which component cannot be read and why */
    FormSchema parse(byte[] form) {
        JsonNode root;
        try {
            root = JSON.readTree(form);
        } catch (IOException broken) {
            throw new IllegalArgumentException("it is no JSON: " + broken.getMessage(), broken);
        }
        return parse(root);
    }

    /** @throws IllegalArgumentException saying which component cannot be read and why */
    FormSchema parse(JsonNode root) {
        if (!root.path("components").isArray()) {
            throw new IllegalArgumentException("it has no components");
        }
        Reading reading = new Reading();
        reading.components(root.path("components"), List.of());
        return new FormSchema(List.copyOf(reading.fields), Map.copyOf(reading.computed), reading.needsFacts);
    }

    /** One pass over one form. */
    private final class Reading {

        private final List<FormField> fields = new ArrayList<>();
        private final Map<String, FeelExpression> computed = new LinkedHashMap<>();
        private boolean needsFacts;

        void components(JsonNode components, List<FormField.Condition> outer) {
            for (JsonNode component : components) {
                try {
                    component(component, outer);
                } catch (IllegalArgumentException bad) {
                    String name =
                            component.path("key").asText(component.path("id").asText("?"));
                    throw new IllegalArgumentException("'" + name + "': " + bad.getMessage(), bad);
                }
            }
        }

        private void component(JsonNode component, List<FormField.Condition> outer) {
            List<FormField.Condition> hides = new ArrayList<>(outer);
            FormField.Condition hide = condition(component.path("conditional").path("hide"));
            if (hide != null) {
                hides.add(hide);
            }
            String type = component.path("type").asText();
            switch (type) {
                case "group" -> {
                    if (!component.path("path").asText("").isEmpty()) {
                        throw new IllegalArgumentException("a group with a path nests its fields; leave the path out");
                    }
                    components(component.path("components"), hides);
                }
                case "text", "html", "separator", "spacer", "table", "button", "image" -> {
                    // shown only
                }
                case "expression" -> computed(component);
                default -> field(component, type(type, component), hides);
            }
        }

        private void computed(JsonNode component) {
            String expression = component.path("expression").asText("");
            if (Feel.isExpression(expression)) {
                computed.put(key(component), feel.parse(expression));
                needsFacts = true;
            }
        }

        private void field(JsonNode component, FieldType type, List<FormField.Condition> hides) {
            String label = component.path("label").asText("").strip();
            fields.add(new FormField(
                    key(component),
                    label.isEmpty() || Feel.isExpression(label) ? null : label,
                    type,
                    component.path("validate").path("required").asBoolean(),
                    component.path("disabled").asBoolean(),
                    condition(component.path("readonly")),
                    List.copyOf(hides),
                    toCustomer(component.path("properties"), type)));
        }

        private FormField.@Nullable ToCustomer toCustomer(JsonNode properties, FieldType type) {
            String tone = properties.path("tone").asText("").strip();
            if (tone.isEmpty()) {
                return null;
            }
            if (!List.of("customer", "media").contains(tone) || !(type instanceof TextType)) {
                throw new IllegalArgumentException(
                        "the property tone is 'customer', on a text that reaches the customer,"
                                + " or 'media', on one that reaches the media, and on nothing else");
            }
            JsonNode apology = properties.path("apology");
            return new FormField.ToCustomer(
                    CustomerWords.Audience.valueOf(tone.toUpperCase(Locale.ROOT)),
                    "true".equals(apology.asText()) ? FormField.Condition.ALWAYS : condition(apology));
        }

        private String key(JsonNode component) {
            String key = component.path("key").asText("");
            if (key.isBlank() || key.contains(".")) {
                throw new IllegalArgumentException("its key must be a plain name");
            }
            return key;
        }

        private FieldType type(String type, JsonNode component) {
            JsonNode validate = component.path("validate");
            return switch (type) {
                case "textfield", "textarea" ->
                    new TextType(
                            "textarea".equals(type),
                            bound(validate.path("minLength")),
                            bound(validate.path("maxLength")),
                            pattern(validate.path("pattern").asText("")),
                            format(validate.path("validationType").asText("")));
                case "number" ->
                    new NumberType(
                            component.path("decimalDigits").asInt(0),
                            bound(validate.path("min")),
                            bound(validate.path("max")));
                case "select", "radio" -> new ChoiceType(options(component));
                case "checklist", "taglist" -> new ChoicesType(options(component));
                case "checkbox" -> new TickType(validate.path("required").asBoolean());
                case "datetime" ->
                    new WhenType(
                            part(component.path("subtype").asText("")),
                            component.path("disallowPassedDates").asBoolean());
                default -> throw new IllegalArgumentException("a component of type '" + type + "' cannot be checked");
            };
        }

        private FormField.@Nullable Condition condition(JsonNode node) {
            if (node.isBoolean()) {
                return node.asBoolean() ? FormField.Condition.ALWAYS : null;
            }
            String text = node.asText("").strip();
            if (!Feel.isExpression(text)) {
                return null;
            }
            needsFacts = true;
            return new FormField.Condition(feel.parse(text));
        }

        private @Nullable Bound bound(JsonNode node) {
            Bound bound = Bound.of(node, feel);
            needsFacts |= bound != null && bound.expression() != null;
            return bound;
        }

        private Options options(JsonNode component) {
            List<Object> values = new ArrayList<>();
            for (JsonNode option : component.path("values")) {
                values.add(JSON.convertValue(option.path("value"), Object.class));
            }
            String variable = component.path("valuesKey").asText("");
            String expression = component.path("valuesExpression").asText("");
            Options options = new Options(
                    List.copyOf(values),
                    variable.isEmpty() ? null : variable,
                    Feel.isExpression(expression) ? feel.parse(expression) : null);
            needsFacts |= options.dynamic();
            return options;
        }

        private static @Nullable Pattern pattern(String pattern) {
            return pattern.isEmpty() ? null : Pattern.compile(pattern);
        }

        private static TextType.@Nullable Format format(String validationType) {
            return switch (validationType) {
                case "email" -> TextType.Format.EMAIL;
                case "phone" -> TextType.Format.PHONE;
                default -> null;
            };
        }

        private static WhenType.Part part(String subtype) {
            return switch (subtype) {
                case "time" -> WhenType.Part.TIME;
                case "datetime" -> WhenType.Part.DATE_TIME;
                default -> WhenType.Part.DATE;
            };
        }
    }
}
