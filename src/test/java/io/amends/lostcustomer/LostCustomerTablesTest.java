package io.amends.lostcustomer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tables about lost customers decide, row by row (L-4 to L-6). */
class LostCustomerTablesTest {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final Set<String> KINDS =
            Set.of("pushed-on-purpose", "pushed-unintended", "pulled-by-value", "bought-by-price", "drifted", "moved");

    // ------------------------------------------------------------ L-4

    @ParameterizedTest
    @CsvSource({
        "we-ended-it, pushed-on-purpose",
        "moved-away, moved",
        "went-to-competitor, pulled-by-value",
        "too-expensive, bought-by-price",
        "unhappy, pushed-unintended",
        "closed-account, drifted",
        "other, drifted"
    })
    void what_was_reported_proposes_the_reason(String reported, String reason) {
        assertThat(reason(Map.of("reported", reported))).isEqualTo(reason);
        assertThat(KINDS).contains(reason);
    }

    @Test
    void what_somebody_told_us_says_more_than_an_old_complaint() {
        assertThat(reason(Map.of("reported", "moved-away", "hadComplaint", true)))
                .isEqualTo("moved");
        assertThat(reason(Map.of("reported", "other", "hadComplaint", true))).isEqualTo("pushed-unintended");
    }

    @ParameterizedTest
    @CsvSource({"silence, drifted", "ending, drifted", "closed, drifted", "dissatisfied, pushed-unintended"})
    void a_signal_alone_says_little(String signal, String reason) {
        assertThat(reason(Map.of("signal", signal))).isEqualTo(reason);
    }

    @Test
    void a_bad_complaint_explains_more_than_silence_an_end_or_a_closed_account() {
        for (Map<String, Object> besides : List.<Map<String, Object>>of(
                Map.of("signal", "silence"),
                Map.of("signal", "ending", "endingKind", "contract"),
                Map.of("signal", "closed", "accountClosed", true))) {
            Map<String, Object> facts = new HashMap<>(besides);
            facts.put("hadComplaint", true);
            assertThat(reason(facts)).isEqualTo("pushed-unintended");
        }
    }

    @ParameterizedTest
    @CsvSource({"contract, bought-by-price", "loan, bought-by-price", "warranty, drifted", "account, drifted"})
    void what_ends_makes_people_compare_prices_or_not(String kind, String reason) {
        assertThat(reason(Map.of("endingKind", kind))).isEqualTo(reason);
    }

    @Test
    void who_closes_the_account_has_another_one() {
        assertThat(reason(Map.of("accountClosed", true))).isEqualTo("pulled-by-value");
    }

    // ------------------------------------------------------------ L-5

    @ParameterizedTest
    @CsvSource({
        "pushed-on-purpose, let-go",
        "moved, let-go",
        "pushed-unintended, fix-first",
        "pulled-by-value, pursue",
        "bought-by-price, pursue",
        "drifted, pursue"
    })
    void each_kind_of_leaving_has_its_answer(String reason, String decision) {
        assertThat(decision(Map.of("reason", reason))).isEqualTo(decision);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pushed-unintended", "pulled-by-value", "bought-by-price", "drifted"})
    void who_would_bring_less_than_trying_costs_is_let_go(String reason) {
        assertThat(decision(Map.of("reason", reason, "worthTrying", false))).isEqualTo("let-go");
        assertThat(decision(Map.of("reason", reason, "worthTrying", false, "holdOut", true)))
                .isEqualTo("let-go");
    }

    @Test
    void what_was_put_right_is_not_put_right_again() {
        assertThat(decision(Map.of("reason", "pushed-unintended", "fixed", true)))
                .isEqualTo("pursue");
        assertThat(decision(Map.of("reason", "drifted", "hadComplaint", true, "fixed", true)))
                .isEqualTo("pursue");
        assertThat(decision(Map.of("reason", "bought-by-price", "talkResult", "wants-fix", "fixed", true)))
                .isEqualTo("pursue");
    }

    @Test
    void who_had_a_bad_complaint_did_not_just_drift() {
        assertThat(decision(Map.of("reason", "drifted", "hadComplaint", true))).isEqualTo("fix-first");
        assertThat(decision(Map.of("reason", "bought-by-price", "hadComplaint", true)))
                .isEqualTo("pursue");
    }

    @Test
    void after_the_talk_their_wish_counts() {
        assertThat(decision(Map.of("reason", "bought-by-price", "talkResult", "wants-fix")))
                .isEqualTo("fix-first");
        assertThat(decision(Map.of("reason", "bought-by-price", "talkResult", "refuses")))
                .isEqualTo("let-go");
        assertThat(decision(Map.of("reason", "bought-by-price", "talkResult", "interested")))
                .isEqualTo("pursue");
    }

    // ------------------------------------------------------------ L-6

    @ParameterizedTest
    @CsvSource({
        "pushed-on-purpose, let-go",
        "moved, let-go",
        "pushed-unintended, hold-out",
        "pulled-by-value, hold-out",
        "bought-by-price, hold-out",
        "drifted, hold-out"
    })
    void the_hold_out_wins_over_pursuing_and_never_over_letting_go(String reason, String decision) {
        assertThat(decision(Map.of("reason", reason, "holdOut", true))).isEqualTo(decision);
    }

    // ------------------------------------------------------------ C-5

    @ParameterizedTest
    @ValueSource(strings = {"recovery-call", "confirm-reason", "prepare-offer", "offer-by-phone", "reactivate"})
    void a_late_recovery_calls_its_own_desk_first(String clock) {
        assertThat(chain(clock)).containsExactly("retention", "service-managers", "directors");
    }

    @Test
    void a_late_approval_of_an_offer_calls_those_above() {
        assertThat(chain("approval")).containsExactly("service-managers", "directors");
    }

    // ------------------------------------------------------------ helpers

    private static String reason(Map<String, Object> facts) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "reported", "", "hadComplaint", false, "endingKind", "", "accountClosed", false, "signal", "reported"));
        all.putAll(facts);
        return decide("lost-customer/churn-reason", all).getSingleEntry();
    }

    private static String decision(Map<String, Object> facts) {
        Map<String, Object> all = new HashMap<>(
                Map.of("talkResult", "", "worthTrying", true, "holdOut", false, "fixed", false, "hadComplaint", false));
        all.putAll(facts);
        return decide("lost-customer/regain-decision", all).getSingleEntry();
    }

    /** A recovery has no severity. */
    private static List<String> chain(String clock) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("severity", null);
        facts.put("clockRule", clock);
        return decide("escalation/escalation-chain", facts).stream()
                .map(row -> row.<String>getEntry("group"))
                .toList();
    }

    private static DmnDecisionResult decide(String table, Map<String, Object> facts) {
        String key = table.substring(table.indexOf('/') + 1);
        try (InputStream file = Files.newInputStream(Path.of("processes", table + ".dmn"))) {
            return ENGINE.evaluateDecision(ENGINE.parseDecision(key, file), facts);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
