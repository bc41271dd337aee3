package io.amends.mediacrisis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** M-2, M-7: how bad it is and how we stand to it, row by row. */
class CrisisTablesTest {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final DmnDecision LEVEL = table("crisis-level", "media-crisis");
    private static final DmnDecision POSTURE = table("crisis-posture", "prepare-answer");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "whatever is said of us is watched, false, local, neutral, false, few, false, 1",
        "one critical voice nearby is watched, false, local, critical, unclear, few, false, 1",
        "far but neutral is watched, false, international, neutral, true, growing, false, 1",
        "danger to people is a crisis whoever says so, true, local, neutral, false, few, false, 3",
        "everywhere at once is answered, false, local, neutral, false, wide, false, 2",
        "everywhere at once and far is a crisis, false, national, critical, false, wide, false, 3",
        "hostile and far is a crisis, false, international, hostile, false, few, false, 3",
        "critical and far is answered, false, national, critical, false, few, false, 2",
        "true and growing and far is a crisis, false, national, critical, true, growing, false, 3",
        "hostile nearby is answered, false, local, hostile, false, few, false, 2",
        "critical in the region is answered, false, regional, critical, false, few, false, 2",
        "critical and growing is answered, false, local, critical, false, growing, false, 2",
        "critical and true is answered, false, local, critical, true, few, false, 2",
        "an authority that asks is answered, false, local, neutral, false, few, true, 2",
        "an authority and it grows is a crisis, false, local, critical, unclear, growing, true, 3",
        "an authority but the claim is false is answered, false, local, critical, false, growing, true, 2"
    })
    void level(
            String why,
            boolean safety,
            String reach,
            String tone,
            String truth,
            String spread,
            boolean authority,
            int level) {
        assertThat(level(safety, reach, tone, truth, spread, authority)).as(why).isEqualTo(level);
    }

    @Test
    void every_event_has_a_level_and_worse_is_never_lower() {
        for (boolean safety : new boolean[] {false, true}) {
            for (boolean authority : new boolean[] {false, true}) {
                for (String reach : MediaEventValues.REACHES) {
                    for (String truth : MediaEventValues.TRUTHS) {
                        for (String spread : MediaEventValues.SPREADS) {
                            int before = 0;
                            for (String tone : MediaEventValues.TONES) {
                                int level = level(safety, reach, tone, truth, spread, authority);
                                assertThat(level).isBetween(1, 3).isGreaterThanOrEqualTo(before);
                                before = level;
                            }
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ours, false, good, rebuild",
        "ours, true, poor, rebuild",
        "shared, true, good, rebuild",
        "shared, false, poor, rebuild",
        "shared, false, mixed, diminish",
        "unclear, true, good, diminish",
        "unclear, false, poor, diminish",
        "unclear, false, mixed, inform",
        "not-ours, true, poor, diminish",
        "not-ours, true, good, inform",
        "not-ours, false, poor, inform"
    })
    void posture(String responsibility, boolean before, String standing, String posture) {
        assertThat(ENGINE.evaluateDecisionTable(
                                POSTURE,
                                Map.of("responsibility", responsibility, "seenBefore", before, "standing", standing))
                        .getSingleResult()
                        .<String>getSingleEntry())
                .isEqualTo(posture);
    }

    private static int level(
            boolean safety, String reach, String tone, String truth, String spread, boolean authority) {
        return ENGINE.evaluateDecisionTable(
                        LEVEL,
                        Map.of(
                                "safetyRisk", safety,
                                "reach", reach,
                                "tone", tone,
                                "truth", truth,
                                "spread", spread,
                                "authority", authority))
                .<Number>getSingleEntry()
                .intValue();
    }

    private static DmnDecision table(String name, String folder) {
        try (InputStream file = Files.newInputStream(Path.of("processes", folder, name + ".dmn"))) {
            return ENGINE.parseDecision(name, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
