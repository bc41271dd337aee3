package io.amends.mediacrisis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the tables of the watch decide, row by row (M-12 to M-14). */
class WatchTablesTest {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest
    @CsvSource({
        // the level rose to where an answer is needed
        "2, false, 0, 0, respond",
        "3, false, 2, 0, respond",
        // two clean rounds running
        "3, true, 2, 0, stand-down",
        "2, true, 3, 0, stand-down",
        "1, false, 2, 0, stand-down",
        // three rounds of which nothing was good
        "3, true, 0, 3, rethink",
        "2, true, 0, 4, rethink",
        // who has not answered has no messages to think over
        "1, false, 0, 3, go-on",
        "3, true, 1, 0, go-on",
        "2, true, 0, 2, go-on",
        "1, false, 1, 0, go-on"
    })
    void whether_it_is_over_is_decided_by_rounds_running(
            int level, boolean responding, int clean, int empty, String result) {
        assertThat(decide(
                                "stand-down",
                                Map.of(
                                        "level", level,
                                        "responding", responding,
                                        "cleanRounds", clean,
                                        "emptyRounds", empty))
                        .<String>getSingleEntry())
                .isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({"3, 4, 4", "2, 24, 24", "1, 24, 24"})
    void a_crisis_is_watched_every_four_hours_and_all_else_daily(int level, int round, int update) {
        assertThat(decide("watch-rhythm", Map.of("level", level))
                        .getSingleResult()
                        .getEntryMap())
                .containsEntry("roundHours", round)
                .containsEntry("updateHours", update);
    }

    private static DmnDecisionResult decide(String table, Map<String, Object> facts) {
        try (InputStream file = Files.newInputStream(Path.of("processes/watching", table + ".dmn"))) {
            return ENGINE.evaluateDecision(ENGINE.parseDecision(table, file), facts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
