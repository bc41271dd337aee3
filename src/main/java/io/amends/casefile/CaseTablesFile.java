package io.amends.casefile;

import io.amends.casefile.PersonalColumn.Erasing;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads the register of case tables; a refusal names the table. */
record CaseTablesFile(
        List<CaseTable> tables, Set<String> words, Map<String, String> noWords, Map<String, String> others) {

    private static final Set<String> PARTS = Set.of("tables", "words", "no-words", "others");
    private static final Set<String> KEYS = Set.of("key", "rows", "not-sealed", "plain", "personal", "changing");
    // names go into statements as they are
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    /** @throws IllegalStateException when the file is missing or says something that cannot be meant */
    static CaseTablesFile read(Resource file) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (InputStream content = file.getInputStream()) {
            Map<String, Object> parts = map(new Yaml(new SafeConstructor(options)).load(content), "the file");
            onlyKnown(parts, PARTS, "the file");
            List<CaseTable> tables = new ArrayList<>();
            map(parts.get("tables"), "tables").forEach((name, table) -> tables.add(table(name, map(table, name))));
            return new CaseTablesFile(
                    List.copyOf(tables),
                    Collections.unmodifiableSet(new LinkedHashSet<>(list(parts.get("words"), "words"))),
                    reasons(parts, "no-words"),
                    reasons(parts, "others"));
        } catch (IOException | YAMLException unreadable) {
            throw new IllegalStateException(
                    "The register of case tables cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static CaseTable table(String name, Map<String, Object> table) {
        onlyKnown(table, KEYS, name);
        Map<String, PersonalColumn> personal = new LinkedHashMap<>();
        if (table.containsKey("personal")) {
            map(table.get("personal"), name)
                    .forEach((column, how) -> personal.put(named(column, name), personal(how, name)));
        }
        List<String> key = names(table, "key", name);
        if (key.isEmpty() || !table.containsKey("rows")) {
            throw refused(name, "it has to have key and rows");
        }
        Object notSealed = table.get("not-sealed");
        return new CaseTable(
                named(name, name),
                key,
                String.valueOf(table.get("rows")),
                names(table, "plain", name),
                Collections.unmodifiableMap(personal),
                Set.copyOf(names(table, "changing", name)),
                notSealed == null ? null : String.valueOf(notSealed));
    }

    private static PersonalColumn personal(Object how, String table) {
        try {
            if (how instanceof Map<?, ?>) {
                Map<String, Object> parts = map(how, table);
                onlyKnown(parts, Set.of("erase", "when"), table);
                return new PersonalColumn(
                        Erasing.named(String.valueOf(parts.get("erase"))), String.valueOf(parts.get("when")));
            }
            return new PersonalColumn(Erasing.named(String.valueOf(how)), null);
        } catch (IllegalStateException unknown) {
            throw refused(table, String.valueOf(unknown.getMessage()));
        }
    }

    private static List<String> names(Map<String, Object> table, String part, String name) {
        return table.containsKey(part)
                ? list(table.get(part), name).stream()
                        .map(column -> named(column, name))
                        .toList()
                : List.of();
    }

    private static Map<String, String> reasons(Map<String, Object> parts, String part) {
        Map<String, String> reasons = new LinkedHashMap<>();
        map(parts.get(part), part).forEach((name, reason) -> reasons.put(name, String.valueOf(reason)));
        return Collections.unmodifiableMap(reasons);
    }

    private static String named(String name, String table) {
        if (!NAME.matcher(name).matches()) {
            throw refused(table, "'" + name + "' is no name in lower case");
        }
        return name;
    }

    private static void onlyKnown(Map<String, Object> parts, Set<String> known, String where) {
        parts.keySet().stream()
                .filter(part -> !known.contains(part))
                .findFirst()
                .ifPresent(unknown -> {
                    throw refused(where, "'" + unknown + "' is not known there");
                });
    }

    private static Map<String, Object> map(@Nullable Object read, String where) {
        if (!(read instanceof Map<?, ?> entries)) {
            throw refused(where, "it has to be a list of 'name: value' lines");
        }
        Map<String, Object> map = new LinkedHashMap<>();
        entries.forEach((name, value) -> map.put(String.valueOf(name), value));
        return map;
    }

    private static List<String> list(@Nullable Object read, String where) {
        if (!(read instanceof List<?> entries)) {
            throw refused(where, "it has to be a list of names");
        }
        return entries.stream().map(String::valueOf).toList();
    }

    private static IllegalStateException refused(String where, String why) {
        return new IllegalStateException("The register of case tables cannot be used, " + where + ": " + why);
    }
}
