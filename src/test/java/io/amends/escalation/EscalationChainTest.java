package io.amends.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.clock.Budget;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is called for which clock, and how much time they have (C-5, C-6). */
class EscalationChainTest {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest
    @CsvSource({
        "S1, 10 minutes, 30 minutes",
        "S2, 15 minutes, 1 hours",
        "S4, 60 minutes, 4 hours",
        ", 60 minutes, 4 hours"
    })
    void c_5_what_is_owed_to_the_media_is_called_for_in_minutes(String severity, String window, String act) {
        for (String clock : List.of(
                "holding-statement",
                "find-facts",
                "return-call",
                "choose-spokesperson",
                "core-messages",
                "approve-answer",
                "choose-ways",
                "speak",
                "coverage",
                "public-update",
                "approve-update",
                "wrong-report",
                "wrong-report-editor")) {
            assertThat(chain(severity, clock))
                    .as(clock)
                    .containsExactly(
                            "communications, " + window + ", " + act,
                            "service-managers, " + window + ", " + act,
                            "directors, " + window + ", " + act);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"after-action", "review-after-action"})
    void m_15_a_late_review_of_a_crisis_wakes_nobody(String clock) {
        for (String severity : List.of("S1", "S2", "S4")) {
            assertThat(groups(severity, clock)).containsExactly("communications", "service-managers", "directors");
            assertThat(chain(severity, clock)).allMatch(level -> level.contains("business-"));
        }
    }

    @ParameterizedTest
    @CsvSource({"S1, 1", "S2, 2", "S3, 4"})
    void complaints_are_called_for_in_working_time_as_before(String severity, int hours) {
        assertThat(groups(severity, "resolve")).containsExactly("team-leads", "service-managers", "directors");
        assertThat(chain(severity, "resolve").get(0)).startsWith("team-leads, " + hours + " business-hours");
        assertThat(groups(severity, "approval")).containsExactly("service-managers", "directors");
    }

    @Test
    void every_clock_of_the_house_is_called_for_at_three_levels_or_two() throws IOException {
        List<String> clocks = Pattern.compile("_1\"><text>\"([a-z-]+)\"</text>")
                .matcher(Files.readString(Path.of("processes/clock/clock-rules.dmn")))
                .results()
                .map(name -> name.group(1))
                .toList();
        assertThat(clocks).contains("resolve", "holding-statement");
        for (String severity : List.of("S1", "S2", "S3", "S4")) {
            assertThat(clocks).allSatisfy(clock -> assertThat(groups(severity, clock))
                    .doesNotHaveDuplicates()
                    .hasSize(clock.equals("approval") ? 2 : 3)
                    .endsWith("service-managers", "directors"));
        }
    }

    private static List<String> groups(String severity, String clock) {
        return levels(severity, clock).stream().map(Level::group).toList();
    }

    private static List<String> chain(String severity, String clock) {
        return levels(severity, clock).stream()
                .map(level -> level.group() + ", " + words(level.window()) + ", " + words(level.act()))
                .toList();
    }

    private static String words(Budget budget) {
        return budget.amount() + " " + budget.unit().word();
    }

    private static List<Level> levels(String severity, String clock) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("severity", severity);
        facts.put("clockRule", clock);
        try (InputStream file = Files.newInputStream(Path.of("processes/escalation/escalation-chain.dmn"))) {
            DmnDecision table = ENGINE.parseDecision("escalation-chain", file);
            return ENGINE.evaluateDecision(table, facts).getResultList().stream()
                    .map(row -> new Level((String) row.get("group"), budget(row, "window"), budget(row, "act")))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Budget budget(Map<String, Object> row, String what) {
        return new Budget(
                ((Number) row.get(what + "Amount")).intValue(), Budget.Unit.of((String) row.get(what + "Unit")));
    }
}
