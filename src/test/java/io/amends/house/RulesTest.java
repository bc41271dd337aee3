package io.amends.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** From a rule to the place that carries it, and back. */
class RulesTest {

    private static final Pattern RULE = Pattern.compile("\\b([ACKLMT]-\\d{1,2})\\b");
    private static final Pattern INDEXED = Pattern.compile("(?m)^\\| ([ACKLMT]-\\d{1,2}) \\|(?!.*\\| not yet \\|)");
    private static final Pattern TEST = Pattern.compile("\\b([A-Z]\\w+(?:Test|Scenarios))\\b");
    private static final Pattern KNOWN = Pattern.compile("(?m)^\\| ([ACKLMT]-\\d{1,2}) \\|");

    @Test
    void every_rule_of_the_index_stands_where_the_work_is_done() {
        Set<String> carried = ids(RULE, carriers());
        assertThat(carried).containsAll(ids(INDEXED, index()));
    }

    @Test
    void no_model_table_form_or_class_names_a_rule_that_the_index_does_not_know() {
        assertThat(ids(KNOWN, index())).containsAll(ids(RULE, carriers()));
    }

    @Test
    void every_test_that_the_index_names_exists() {
        Set<String> tests = Models.names(Models.files("src/test/java", ".java"));
        assertThat(tests).containsAll(ids(TEST, index()));
    }

    private static List<Path> index() {
        return List.of(Path.of("docs/rules.md"));
    }

    private static List<Path> carriers() {
        List<Path> all = new ArrayList<>();
        all.addAll(Models.diagrams());
        all.addAll(Models.tables());
        all.addAll(Models.files("src/main/java", ".java"));
        return all;
    }

    private static Set<String> ids(Pattern pattern, List<Path> files) {
        Set<String> ids = new TreeSet<>();
        for (Path file : files) {
            Matcher matcher = pattern.matcher(Models.text(file));
            while (matcher.find()) {
                ids.add(matcher.group(1));
            }
        }
        return ids;
    }
}
