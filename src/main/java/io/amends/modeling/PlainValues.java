package io.amends.modeling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;

/** Between the engine's typed values and plain strings, numbers, booleans, maps and lists. No Java object is ever read back. */
final class PlainValues {

    /** Stands for what nobody should have sent; fits no field. */
    static final Object UNREADABLE = new Object() {
        @Override
        public String toString() {
            return "unreadable";
        }
    };

    private static final String JSON_FORMAT = Variables.SerializationDataFormats.JSON.getName();
    private static final JsonMapper JSON = new JsonMapper();

    private PlainValues() {}

    /** Also reads values that carry their type, as REST sends them. */
    static Map<String, @Nullable Object> of(@Nullable Map<String, ?> values) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        if (values instanceof VariableMap typed) {
            typed.keySet().forEach(name -> plain.put(name, of((Object) typed.getValueTyped(name))));
        } else if (values != null) {
            values.forEach((name, value) -> plain.put(name, of((Object) value)));
        }
        return plain;
    }

    private static @Nullable Object of(@Nullable Object value) {
        if (value instanceof SerializableValue serializable) {
            return of(serializable);
        }
        if (value instanceof TypedValue typed) {
            return typed.getType() == ValueType.FILE || typed.getType() == ValueType.BYTES
                    ? UNREADABLE
                    : of(typed.getValue());
        }
        if (value instanceof SpinJsonNode json) {
            return parse(json.toString());
        }
        return value;
    }

    private static @Nullable Object of(SerializableValue value) {
        if (value.isDeserialized()) {
            return of(value.getValue());
        }
        String serialized = value.getValueSerialized();
        if (serialized == null) {
            return null;
        }
        boolean json = SpinValues.jsonValue("{}").create().getType().equals(value.getType())
                || JSON_FORMAT.equals(value.getSerializationDataFormat());
        return json ? parse(serialized) : UNREADABLE;
    }

    private static @Nullable Object parse(String json) {
        try {
            return JSON.readValue(json, Object.class);
        } catch (JsonProcessingException broken) {
            return UNREADABLE;
        }
    }

    /** Checked answers as process variables: lists as JSON that reads back as a list, so that diagrams can go through them. */
    static Map<String, @Nullable Object> asVariables(Map<String, @Nullable Object> checked, FormSchema schema) {
        Map<String, @Nullable Object> variables = new LinkedHashMap<>(checked);
        schema.fields().stream().filter(field -> field.type().many()).forEach(field -> {
            if (variables.containsKey(field.key())) {
                Object list = variables.get(field.key());
                // an empty one is typed as JSON: the Tasklist sends a list with the type that the variable had
                variables.put(
                        field.key(),
                        list == null ? SpinValues.jsonValue((String) null).create() : asObject(list));
            }
        });
        return variables;
    }

    /** A fact as a form reads it: maps and lists as JSON. */
    static @Nullable Object asFormVariable(@Nullable Object fact, boolean deserialized) {
        if (!(fact instanceof Map || fact instanceof Iterable)) {
            return fact;
        }
        if (deserialized) {
            return asObject(fact);
        }
        try {
            return SpinValues.jsonValue(JSON.writeValueAsString(fact)).create();
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("A task fact can only hold plain values", unwritable);
        }
    }

    private static TypedValue asObject(Object value) {
        return Variables.objectValue(value).serializationDataFormat(JSON_FORMAT).create();
    }
}
