package io.amends.callout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long whoever is called out has to answer (M-3). */
class CallOutWindowsTest {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest
    @CsvSource({"1, 15", "2, 15", "3, 5"})
    void m_3_level_2_grants_a_quarter_of_an_hour_and_level_3_five_minutes(int level, int minutes) throws IOException {
        try (InputStream file = Files.newInputStream(Path.of("processes/call-out/call-out-windows.dmn"))) {
            assertThat(ENGINE.evaluateDecision(ENGINE.parseDecision("call-out-windows", file), Map.of("level", level))
                            .<Integer>getSingleEntry())
                    .isEqualTo(minutes);
        }
    }
}
