package io.amends.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tables decide, row by row. */
class ComplaintTablesTest {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    // ------------------------------------------------------------ K-4

    @Test
    void nothing_special_is_the_lowest_severity() {
        assertThat(severity(Map.of())).isEqualTo("S4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"safetyRisk", "regulator", "mediaThreat"})
    void what_can_hurt_people_or_the_house_is_the_highest_severity(String fact) {
        assertThat(severity(Map.of(fact, true))).isEqualTo("S1");
    }

    @ParameterizedTest
    @CsvSource({
        "injury, none, normal, 1, S1",
        "financial, A, normal, 1, S2",
        "none, A, high, 1, S2",
        "financial, none, high, 1, S2",
        "none, none, normal, 3, S2",
        "financial, none, normal, 1, S3",
        "none, none, high, 1, S3",
        "none, A, normal, 1, S3",
        "none, none, normal, 2, S3",
        "inconvenience, B, low, 1, S4"
    })
    void in_doubt_the_higher_severity_wins(String harm, String tier, String urgency, int contacts, String expected) {
        assertThat(severity(Map.of("harm", harm, "valueTier", tier, "urgency", urgency, "contacts", contacts)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"none, S3", "financial, S2", "injury, S1"})
    void a_repeat_raises_the_severity_by_one(String harm, String expected) {
        assertThat(severity(Map.of("harm", harm, "repeat", true))).isEqualTo(expected);
    }

    // ------------------------------------------------------------ K-5

    @ParameterizedTest
    @CsvSource({
        "S1, acknowledge, 1, business-hours", "S1, first-contact, 2, business-hours", "S1, resolve, 2, business-days",
        "S2, acknowledge, 4, business-hours", "S2, first-contact, 1, business-days", "S2, resolve, 5, business-days",
        "S3, acknowledge, 1, business-days", "S3, first-contact, 2, business-days", "S3, resolve, 10, business-days",
        "S4, acknowledge, 2, business-days", "S4, first-contact, 3, business-days", "S4, resolve, 20, business-days"
    })
    void each_severity_has_its_clocks(String severity, String clock, int amount, String unit) {
        DmnDecisionResultEntries row = clock(severity, false, clock);
        assertThat(row.<Integer>getEntry("amount")).isEqualTo(amount);
        assertThat(row.<String>getEntry("unit")).isEqualTo(unit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"S1", "S2", "S3", "S4"})
    void no_severity_exceeds_the_outer_bounds(String severity) {
        assertThat(days(clock(severity, false, "acknowledge"))).isLessThanOrEqualTo(3);
        assertThat(days(clock(severity, false, "resolve"))).isLessThanOrEqualTo(20);
        DmnDecisionResultEntries last = clock(severity, false, "final-response");
        assertThat(last.<String>getEntry("unit")).isEqualTo("days");
        assertThat(last.<Integer>getEntry("amount")).isLessThanOrEqualTo(56);
    }

    @Test
    void a_regulator_gets_fifteen_calendar_days_and_only_then_has_a_clock() {
        assertThat(clock("S1", true, "regulator").<Integer>getEntry("amount")).isEqualTo(15);
        assertThat(clocks("S1", false)).noneMatch(row -> row.getEntry("clock").equals("regulator"));
    }

    @Test
    void a_regulator_who_was_told_that_it_is_in_progress_waits_sixty_days() {
        assertThat(clocks("S1", true, true))
                .filteredOn(row -> row.getEntry("clock").equals("regulator"))
                .singleElement()
                .satisfies(row -> assertThat(row.<Integer>getEntry("amount")).isEqualTo(60));
    }

    // ------------------------------------------------------------ K-12

    @ParameterizedTest
    @CsvSource({
        "service-agents, 0, none",
        "service-agents, 500, none",
        "service-agents, 500.01, team-leads",
        "service-agents, 2000, team-leads",
        "service-agents, 2000.01, service-managers",
        "service-agents, 10000, service-managers",
        "service-agents, 10000.01, directors",
        "team-leads, 2000, none",
        "team-leads, 2000.01, service-managers",
        "team-leads, 10000.01, directors",
        "service-managers, 10000, none",
        "service-managers, 10000.01, directors",
        "directors, 1000000, none"
    })
    void above_ones_authority_the_next_role_decides(String role, double amount, String approver) {
        DmnDecisionResult result =
                decide("approval/remedy-authority", Map.of("proposerRole", role, "amount", amount, "severity", "S3"));
        assertThat(result.getSingleResult().<String>getEntry("approverGroup")).isEqualTo(approver);
    }

    // ------------------------------------------------------------ K-14, K-16, K-17, K-19

    @ParameterizedTest
    @CsvSource({"0, ask, 3", "1, remind, 7", "2, remind, 14", "3, notice, 20", "4, close, 90", "5, give-up, 0"})
    void silence_is_answered_in_rounds(int round, String step, int waitAmount) {
        DmnDecisionResultEntries result = decide("customer-reply/customer-silence", Map.of("round", round))
                .getSingleResult();
        assertThat(result.<String>getEntry("step")).isEqualTo(step);
        assertThat(result.<Integer>getEntry("waitAmount")).isEqualTo(waitAmount);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "10, S4, C, , true, 1, delighted",
                "9, S4, C, , true, 1, delighted",
                "8, S4, C, , true, 1, satisfied",
                "7, S4, C, , true, 1, satisfied",
                "6, S4, C, , true, 1, dissatisfied",
                "0, S4, C, , true, 1, dissatisfied",
                "0, S4, C, , false, 1, leave-alone",
                "9, S4, C, , false, 1, delighted",
                ", S1, C, , true, 1, courtesy-call",
                ", S2, none, , true, 1, courtesy-call",
                ", S4, A, , true, 1, courtesy-call",
                ", S3, B, , true, 2, courtesy-call",
                ", S1, A, , false, 2, leave-alone",
                ", S3, B, , true, 1, silent",
                ", S1, A, dissatisfied, true, 1, dissatisfied",
                "8, S1, A, dissatisfied, true, 1, dissatisfied",
                "6, S1, A, satisfied, true, 1, dissatisfied",
                ", S1, A, dissatisfied, false, 1, leave-alone",
                ", S1, A, satisfied, true, 2, satisfied",
                ", S1, A, not-reached, true, 2, silent"
            })
    void a_score_or_silence_means_this(
            Integer score, String severity, String tier, String call, boolean mayContact, int episode, String verdict) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("score", score);
        facts.put("severity", severity);
        facts.put("valueTier", tier);
        facts.put("courtesyResult", call);
        facts.put("mayContact", mayContact);
        facts.put("episode", episode);
        assertThat(decide("satisfaction/survey-result", facts).<String>getSingleEntry())
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"S1, 0, true", "S2, 0, true", "S3, 2, false", "S3, 3, true", "S4, 0, false"})
    void severe_cases_and_returning_causes_are_reviewed(String severity, int causeCount, boolean review) {
        assertThat(decide("learning/learning-review", Map.of("severity", severity, "causeCount", causeCount))
                        .<Boolean>getSingleEntry())
                .isEqualTo(review);
    }

    @ParameterizedTest
    @CsvSource({"true, 1, true", "false, 3, true", "false, 2, false"})
    void the_media_desk_hears_of_threats_and_third_contacts(boolean threat, int contacts, boolean warn) {
        assertThat(decide("assessment/media-warning", Map.of("mediaThreat", threat, "contacts", contacts))
                        .<Boolean>getSingleEntry())
                .isEqualTo(warn);
    }

    // ------------------------------------------------------------ helpers

    private static String severity(Map<String, Object> given) {
        Map<String, Object> facts = new HashMap<>(Map.of(
                "safetyRisk",
                false,
                "regulator",
                false,
                "legalThreat",
                false,
                "mediaThreat",
                false,
                "harm",
                "none",
                "valueTier",
                "none",
                "urgency",
                "normal",
                "contacts",
                1,
                "repeat",
                false));
        facts.putAll(given);
        return decide("complaint/complaint-severity", facts).getSingleEntry();
    }

    private static List<DmnDecisionResultEntries> clocks(String severity, boolean regulator) {
        return clocks(severity, regulator, false);
    }

    private static List<DmnDecisionResultEntries> clocks(String severity, boolean regulator, boolean told) {
        return List.copyOf(decide(
                "complaint/complaint-clocks",
                Map.of("severity", severity, "regulator", regulator, "regulatorTold", told)));
    }

    private static DmnDecisionResultEntries clock(String severity, boolean regulator, String name) {
        return clocks(severity, regulator).stream()
                .filter(row -> row.getEntry("clock").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static int days(DmnDecisionResultEntries row) {
        return row.getEntry("unit").equals("business-hours") ? 1 : row.<Integer>getEntry("amount");
    }

    private static DmnDecisionResult decide(String table, Map<String, Object> facts) {
        Path file = Path.of("processes", table + ".dmn");
        String key = table.substring(table.indexOf('/') + 1);
        try (InputStream in = Files.newInputStream(file)) {
            DmnDecision decision = ENGINE.parseDecision(key, in);
            return ENGINE.evaluateDecision(decision, facts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
