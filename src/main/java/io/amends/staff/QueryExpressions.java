package io.amends.staff;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds expressions in the JSON of a query, however deep. */
class QueryExpressions {

    /** What is under these names is a process's data and not a query. */
    private static final Set<String> DATA = Set.of(
            "variables",
            "localVariables",
            "processVariables",
            "processVariablesLocal",
            "correlationKeys",
            "localCorrelationKeys",
            "modifications");

    private final JsonFactory json = new JsonFactory();

    static boolean isExpression(String field) {
        return field.toLowerCase(Locale.ROOT).endsWith("expression");
    }

    /**
     * @param allowed tells which texts may stand there
     * @return name of the first field that holds any other expression
     * @throws IOException when the body is not JSON
     */
    Optional<String> find(byte[] body, Predicate<String> allowed) throws IOException {
        try (JsonParser parser = json.createParser(body)) {
            JsonToken token = parser.nextToken();
            while (token != null) {
                if (token == JsonToken.FIELD_NAME) {
                    String field = parser.currentName();
                    JsonToken value = parser.nextToken();
                    if (isExpression(field) && !(value == JsonToken.VALUE_STRING && allowed.test(parser.getText()))) {
                        return Optional.of(field);
                    }
                    if (value == JsonToken.START_OBJECT && DATA.contains(field)) {
                        parser.skipChildren();
                    }
                }
                token = parser.nextToken();
            }
            return Optional.empty();
        }
    }
}
