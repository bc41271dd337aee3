package io.amends.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Moments as letters say them to readers who may live in another zone. */
class WordingTest {

    private static final Instant MOMENT = Instant.parse("2026-03-04T09:30:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | UTC | Wednesday, 4 March 2026 at 09:30 (UTC)",
                "en | Asia/Shanghai | Wednesday, 4 March 2026 at 17:30 (UTC+8)",
                "en | Asia/Kolkata | Wednesday, 4 March 2026 at 15:00 (UTC+5:30)",
                "en | America/Caracas | Wednesday, 4 March 2026 at 05:30 (UTC-4)",
                "zh-CN | Asia/Shanghai | 2026年3月4日（星期三）17:30（UTC+8）"
            })
    void a_moment_names_its_zone(String language, String zone, String said) {
        assertThat(Wording.in(language, ZoneId.of(zone)).dateTimeInZone(MOMENT)).isEqualTo(said);
    }
}
