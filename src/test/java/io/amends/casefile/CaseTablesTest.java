package io.amends.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.amends.casefile.PersonalColumn.Erasing;
import io.amends.scenario.Scenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The register of case tables against the database as it is migrated and the forms as they are: what it does not know would neither be
 * sealed nor erased.
 */
@Scenario
class CaseTablesTest {

    private static final Pattern VARIABLE = Pattern.compile("Variable\\.of\\(\\s*\"(\\w+)\"");

    @Autowired
    CaseTables register;

    @Autowired
    JdbcClient jdbc;

    @Test
    void every_table_of_the_database_is_in_the_register_and_every_table_of_the_register_is_in_the_database() {
        Set<String> known = register.tables().stream().map(CaseTable::name).collect(Collectors.toSet());
        assertThat(known).doesNotContainAnyElementsOf(register.others().keySet());
        Set<String> there = columns().keySet();
        assertThat(there.stream().filter(table -> !known.contains(table) && !isAnother(table)))
                .as("tables that nobody thought of: say in case-tables.yaml what of a case they hold, or why nothing")
                .isEmpty();
        assertThat(known).isSubsetOf(there);
        assertThat(register.others().keySet().stream()
                        .filter(other -> there.stream().noneMatch(table -> isLike(table, other))))
                .as("other tables that there are none of")
                .isEmpty();
    }

    @Test
    void every_column_is_plain_personal_or_changing_and_only_one_of_them() {
        Map<String, Set<String>> columns = columns();
        for (CaseTable table : register.tables()) {
            List<String> all = new ArrayList<>(table.plain());
            all.addAll(table.personal().keySet());
            all.addAll(table.changing());
            assertThat(all).as(table.name()).doesNotHaveDuplicates();
            assertThat(new TreeSet<>(all)).as(table.name()).isEqualTo(columns.get(table.name()));
        }
    }

    @Test
    void every_key_is_the_primary_key() {
        for (CaseTable table : register.tables()) {
            assertThat(table.key())
                    .as(table.name())
                    .containsExactlyInAnyOrderElementsOf(
                            jdbc.sql("select lower(k.column_name) from information_schema.key_column_usage k"
                                            + " join information_schema.table_constraints c"
                                            + " on c.constraint_name = k.constraint_name"
                                            + " and c.table_schema = k.table_schema"
                                            + " where c.constraint_type = 'PRIMARY KEY' and lower(c.table_name) = ?")
                                    .param(table.name())
                                    .query(String.class)
                                    .list());
        }
    }

    @Test
    void what_is_null_once_erased_may_be_null() {
        for (CaseTable table : register.tables()) {
            Set<String> mustBeThere = jdbc
                    .sql("select lower(column_name) from information_schema.columns"
                            + " where is_nullable = 'NO' and lower(table_name) = ?")
                    .param(table.name())
                    .query(String.class)
                    .list()
                    .stream()
                    .collect(Collectors.toSet());
            assertThat(table.personal().entrySet().stream()
                            .filter(column -> column.getValue().erasing() == Erasing.NOTHING)
                            .map(Map.Entry::getKey))
                    .as(table.name())
                    .doesNotContainAnyElementsOf(mustBeThere);
        }
    }

    @Test
    void every_condition_is_one_that_the_database_takes() {
        for (CaseTable table : register.tables()) {
            List<String> conditions = new ArrayList<>(List.of(table.rows()));
            table.personal().values().stream()
                    .map(PersonalColumn::when)
                    .filter(Objects::nonNull)
                    .forEach(when -> conditions.add(table.rows() + " and " + when));
            for (String condition : conditions) {
                assertThat(jdbc.sql("select count(*) from " + table.name() + " where " + condition)
                                .param("case", "CMP-1999-000001")
                                .param("processes", List.of("none"))
                                .param("words", register.words())
                                .query(Integer.class)
                                .single())
                        .isZero();
            }
        }
    }

    @Test
    void whatever_people_type_into_a_form_is_known_as_words() throws IOException {
        Set<String> typed = new TreeSet<>();
        for (Path form : files("forms", ".form")) {
            typedInto(new ObjectMapper().readTree(form.toFile()), typed);
        }
        Set<String> words = new TreeSet<>(typed);
        words.removeAll(register.noWords().keySet());
        assertThat(register.words()).containsAll(words);
        assertThat(typed).containsAll(register.noWords().keySet());
        Set<String> variables = new TreeSet<>(typed);
        for (Path source : files("src/main/java", ".java")) {
            Matcher named = VARIABLE.matcher(Files.readString(source));
            while (named.find()) {
                variables.add(named.group(1));
            }
        }
        assertThat(variables).containsAll(register.words());
    }

    @Test
    void no_decision_goes_by_words_of_people() throws IOException {
        Pattern input = Pattern.compile("<inputExpression[^>]*>\\s*<text>([^<]*)</text>");
        for (Path decision : files("processes", ".dmn")) {
            Matcher found = input.matcher(Files.readString(decision));
            while (found.find()) {
                assertThat(register.words()).as(decision.toString()).doesNotContain(found.group(1));
            }
        }
    }

    @Test
    void a_register_that_cannot_be_meant_is_refused_by_name() {
        assertThatThrownBy(() -> read("tables: {letter: {key: [id], rows: x, personal: {subject: burn}}}"))
                .hasMessageContaining("letter")
                .hasMessageContaining("burn");
        assertThatThrownBy(() -> read("tables: {letter: {key: [id], rows: x, secret: [subject]}}"))
                .hasMessageContaining("secret");
        assertThatThrownBy(() -> read("tables: {letter: {rows: x}}")).hasMessageContaining("key and rows");
        assertThatThrownBy(() -> read("tables: {'letter; drop': {key: [id], rows: x}}"))
                .hasMessageContaining("no name");
        assertThatThrownBy(() -> read("tables: [letter]")).hasMessageContaining("tables");
    }

    private static CaseTablesFile read(String yaml) {
        return CaseTablesFile.read(new ByteArrayResource(
                (yaml + "\nwords: []\nno-words: {}\nothers: {}\n").getBytes(StandardCharsets.UTF_8)));
    }

    private static void typedInto(JsonNode node, Set<String> typed) {
        if (Set.of("textfield", "textarea").contains(node.path("type").asText())) {
            typed.add(node.path("key").asText());
        }
        node.forEach(child -> typedInto(child, typed));
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
            return all.filter(path -> path.toString().endsWith(ending)).sorted().toList();
        }
    }

    private boolean isAnother(String table) {
        return register.others().keySet().stream().anyMatch(other -> isLike(table, other));
    }

    private static boolean isLike(String table, String other) {
        return other.endsWith("*") ? table.startsWith(other.substring(0, other.length() - 1)) : table.equals(other);
    }

    private Map<String, Set<String>> columns() {
        Map<String, Set<String>> columns = new TreeMap<>();
        jdbc.sql("select table_name, column_name from information_schema.columns"
                        + " where lower(table_schema) = 'public'")
                .query(row -> {
                    columns.computeIfAbsent(row.getString(1).toLowerCase(Locale.ROOT), table -> new TreeSet<>())
                            .add(row.getString(2).toLowerCase(Locale.ROOT));
                });
        return columns;
    }
}
