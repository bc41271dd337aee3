package io.amends.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.amends.web.ReadRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked for, as it may be kept for good: nothing of a call that is about passwords, and no value of a field whose name says
 * that it holds one. What cannot be understood is not kept either, for nobody can tell what is in it.
 */
final class AskedWords {

    static final String NOT_KEPT = "(not kept)";

    private static final Set<String> LEFT_OUT = Set.of("_csrf", "export");

    /** Calls that are about nothing but who may sign in. */
    private static final Pattern ABOUT_PASSWORDS = Pattern.compile(
            "(?i).*/(?:credentials?|identity/.*|user/create|setup/.*|login(?:/.*)?|sign-in|password.*)/?");

    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i).*pass(?:word|wort|wd|phrase|code).*|.*pwd.*|.*secret.*"
                    + "|.*credential.*|.*token.*|.*api[-_.]?key.*|.*authorization.*|.*bearer.*|pass|pw");

    /** As the engine's addresses ask for variables: {@code password_eq_x}. */
    private static final Pattern SECRET_VARIABLE =
            Pattern.compile("(?i)([^,_]*(?:pass|pwd|secret|credential|token|api-?key|bearer)[^,_]*"
                    + "_(?:eq|neq|gt|gteq|lt|lteq|like|notLike)_)[^,]*");

    /** Where nobody can tell names from values. */
    private static final Pattern SUSPECT =
            Pattern.compile("(?i)pass|pw|secret|credential|token|api.?key|authorization|bearer|\\\\u");

    private static final Pattern PLAIN_NAME = Pattern.compile("[\\w.\\[\\]-]{1,100}");
    private static final Pattern OLD_PARAMETER = Pattern.compile("([\\w.\\[\\]-]+)=");

    /** A number given twice would hide the first, which the engine may take all the same. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private AskedWords() {}

    /** Null where nothing was asked beside the address. */
    static @Nullable String of(String path, HttpServletRequest request) {
        List<String> asked = new ArrayList<>();
        String parameters = parameters(request.getParameterMap());
        if (!parameters.isEmpty()) {
            asked.add(parameters);
        }
        if (request instanceof ReadRequest read && !read.text().isBlank()) {
            asked.add(json(read.text()));
        }
        if (asked.isEmpty()) {
            return null;
        }
        return aboutPasswords(path)
                ? NOT_KEPT
                : String.join(" ", asked).replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /** A line from before passwords were left out. */
    static @Nullable String ofOld(String path, @Nullable String terms) {
        if (terms == null) {
            return null;
        }
        if (aboutPasswords(path)) {
            return NOT_KEPT;
        }
        int body = firstOf(terms, '{', '[');
        String before = withoutSecretParameters(terms.substring(0, body));
        String asked = terms.substring(body);
        if (asked.isEmpty() || before.endsWith(NOT_KEPT)) {
            return before;
        }
        String kept = json(asked);
        // one that was cut off is no JSON any more; it goes only where it may tell something
        return before + (kept.equals(NOT_KEPT) && !SUSPECT.matcher(asked).find() ? asked : kept);
    }

    static boolean aboutPasswords(String path) {
        return ABOUT_PASSWORDS.matcher(path).matches();
    }

    private static String parameters(Map<String, String[]> parameters) {
        return parameters.entrySet().stream()
                .filter(one -> !LEFT_OUT.contains(one.getKey().toLowerCase(Locale.ROOT)))
                .sorted(Map.Entry.comparingByKey())
                .flatMap(one -> List.of(one.getValue()).stream()
                        .filter(value -> !value.isBlank())
                        .map(value -> parameter(one.getKey(), value)))
                .collect(Collectors.joining(", "));
    }

    private static String parameter(String name, String value) {
        if (!PLAIN_NAME.matcher(name).matches()) {
            return NOT_KEPT;
        }
        return name + "=" + (secret(name) ? NOT_KEPT : value(value));
    }

    private static String value(String text) {
        String stripped = text.strip();
        return stripped.startsWith("{") || stripped.startsWith("[")
                ? json(text)
                : SECRET_VARIABLE.matcher(text).replaceAll("$1" + Matcher.quoteReplacement(NOT_KEPT));
    }

    /** As it was sent where nothing in it is to be left out. */
    private static String json(String text) {
        try {
            JsonNode asked = JSON.readTree(text);
            JsonNode kept = kept(asked);
            return kept.equals(asked) ? text : JSON.writeValueAsString(kept);
        } catch (JsonProcessingException unreadable) {
            return NOT_KEPT;
        }
    }

    private static JsonNode kept(JsonNode asked) {
        if (asked.isObject()) {
            // the engine's lists of variables: {"name": "password", "value": "x"}
            boolean named = secret(asked.path("name").asText())
                    || secret(asked.path("key").asText());
            ObjectNode kept = JSON.createObjectNode();
            asked.properties()
                    .forEach(field -> kept.set(
                            field.getKey(),
                            secret(field.getKey()) || (named && field.getKey().equals("value"))
                                    ? TextNode.valueOf(NOT_KEPT)
                                    : kept(field.getValue())));
            return kept;
        }
        if (asked.isArray()) {
            ArrayNode kept = JSON.createArrayNode();
            asked.forEach(one -> kept.add(kept(one)));
            return kept;
        }
        return asked.isTextual() ? TextNode.valueOf(value(asked.textValue())) : asked;
    }

    private static boolean secret(String name) {
        return SECRET_NAME.matcher(name).matches();
    }

    /** From the first that is secret on nothing is kept: its value may hold what looks like a further one. */
    private static String withoutSecretParameters(String parameters) {
        Matcher names = OLD_PARAMETER.matcher(parameters);
        while (names.find()) {
            if (secret(names.group(1))) {
                return parameters.substring(0, names.end()) + NOT_KEPT;
            }
        }
        return SECRET_VARIABLE.matcher(parameters).replaceAll("$1" + Matcher.quoteReplacement(NOT_KEPT));
    }

    private static int firstOf(String text, char one, char other) {
        int first = text.indexOf(one);
        int second = text.indexOf(other);
        int found = first < 0 || second < 0 ? Math.max(first, second) : Math.min(first, second);
        return found < 0 ? text.length() : found;
    }
}
