package io.amends.lostcustomer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** L-9: what the table proposes, row by row. */
class RegainOfferTableTest {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final DmnDecision TABLE = table();

    @ParameterizedTest
    @CsvSource({
        "pulled-by-value, A, interested",
        "bought-by-price, B, wants-fix",
        "drifted, none, interested",
        "pushed-unintended, C, wants-fix"
    })
    void whoever_brings_too_little_gets_a_friendly_word_whatever_the_reason(String reason, String tier, String result) {
        assertOffer(reason, tier, result, 49.99, "reminder", 0);
    }

    @ParameterizedTest
    @CsvSource({"pushed-on-purpose, A", "moved, A", "pushed-on-purpose, C", "moved, B"})
    void who_meant_to_go_or_is_out_of_reach_gets_a_friendly_word(String reason, String tier) {
        assertOffer(reason, tier, "interested", 5000, "reminder", 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"B", "C", "none"})
    void who_drifted_away_gets_a_friendly_word(String tier) {
        assertOffer("drifted", tier, "interested", 1000, "reminder", 0);
    }

    @Test
    void who_drifted_away_and_brings_most_is_welcomed_with_an_upgrade() {
        assertOffer("drifted", "A", "interested", 1000, "upgrade", 50);
    }

    @Test
    void who_was_pulled_away_and_brings_most_gets_both() {
        assertOffer("pulled-by-value", "A", "interested", 1000, "upgrade-and-discount", 150);
    }

    @ParameterizedTest
    @ValueSource(strings = {"B", "C", "none"})
    void who_was_pulled_away_gets_the_free_upgrade_before_a_discount(String tier) {
        assertOffer("pulled-by-value", tier, "interested", 1000, "upgrade", 100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "B", "C", "none"})
    void who_left_for_the_price_but_is_interested_gets_the_free_upgrade_first(String tier) {
        assertOffer("bought-by-price", tier, "interested", 1000, "upgrade", 100);
    }

    @ParameterizedTest
    @CsvSource({"A, discount, 150", "B, discount, 100", "C, upgrade, 50", "none, upgrade, 50"})
    void whom_only_the_price_brings_back_gets_a_discount_where_it_is_worth_it(String tier, String kind, int most) {
        assertOffer("bought-by-price", tier, "wants-fix", 1000, kind, most);
    }

    @Test
    void whom_we_drove_away_without_meaning_to_gets_both_when_they_bring_most() {
        assertOffer("pushed-unintended", "A", "wants-fix", 1000, "upgrade-and-discount", 150);
    }

    @ParameterizedTest
    @ValueSource(strings = {"B", "C", "none"})
    void whom_we_drove_away_without_meaning_to_gets_a_free_upgrade(String tier) {
        assertOffer("pushed-unintended", tier, "interested", 1000, "upgrade", 100);
    }

    @Test
    void both_together_go_to_no_other_tier_and_never_to_whom_the_price_bought_away() {
        for (String reason : new String[] {
            "pushed-on-purpose", "pushed-unintended", "pulled-by-value", "bought-by-price", "drifted", "moved"
        }) {
            for (String tier : new String[] {"A", "B", "C", "none"}) {
                for (String result : new String[] {"interested", "wants-fix", ""}) {
                    String kind = row(reason, tier, result, 1000).getEntry("offerKind");
                    if (kind.equals("upgrade-and-discount")) {
                        assertThat(tier).isEqualTo("A");
                        assertThat(reason).isNotEqualTo("bought-by-price");
                    }
                }
            }
        }
    }

    @Test
    void the_most_is_a_whole_amount() {
        assertOffer("pulled-by-value", "B", "interested", 1239.9, "upgrade", 123);
    }

    private static void assertOffer(String reason, String tier, String result, double worth, String kind, int most) {
        DmnDecisionRuleResult row = row(reason, tier, result, worth);
        assertThat(row.<String>getEntry("offerKind")).isEqualTo(kind);
        assertThat(row.<Double>getEntry("offerMost")).isEqualTo(most);
    }

    private static DmnDecisionRuleResult row(String reason, String tier, String result, double worth) {
        return ENGINE.evaluateDecisionTable(
                        TABLE,
                        Map.of(
                                "reason", reason,
                                "valueTier", tier,
                                "talkResult", result,
                                "secondLifetimeValue", worth))
                .getSingleResult();
    }

    private static DmnDecision table() {
        try (InputStream file = Files.newInputStream(Path.of("processes/offer/regain-offer.dmn"))) {
            return ENGINE.parseDecision("regain-offer", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
