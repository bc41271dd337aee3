package io.amends.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.clock.Budget;
import io.amends.clock.CaseClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlainTimeTest {

    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
    private final PlainTime time = new PlainTime(Clock.fixed(NOW, ZoneId.of("Europe/London")));

    @Test
    void a_moment_is_told_in_the_zone_of_the_house() {
        assertThat(time.moment(NOW)).isEqualTo("Wed 1 Jul 2026, 13:00");
        assertThat(time.day(LocalDate.of(2026, 11, 23))).isEqualTo("Mon 23 Nov 2026");
        assertThat(time.moment((Instant) null)).isEqualTo("–");
    }

    @Test
    void how_long_ago_is_told_in_one_unit() {
        assertThat(time.ago(NOW.minusSeconds(20))).isEqualTo("just now");
        assertThat(time.ago(NOW.minusSeconds(300))).isEqualTo("5 min ago");
        assertThat(time.ago(NOW.plusSeconds(3 * 3600))).isEqualTo("in 3 h");
        assertThat(time.ago(NOW.plusSeconds(119 * 60))).isEqualTo("in 119 min");
        assertThat(time.ago(NOW.minusSeconds(5 * 86_400))).isEqualTo("5 days ago");
    }

    @Test
    void a_clock_says_how_it_stands() {
        assertThat(stands(NOW.plusSeconds(3 * 3600), null)).isEqualTo("3 h left");
        assertThat(stands(NOW.minusSeconds(3 * 3600), null)).isEqualTo("3 h late");
        assertThat(stands(NOW, NOW.minusSeconds(7200))).isEqualTo("met 2 h early");
        assertThat(stands(NOW.minusSeconds(86_400 * 3), NOW)).isEqualTo("met 3 days late");
    }

    @Test
    void every_clock_of_the_house_has_a_name_in_both_languages() throws Exception {
        String table = Files.readString(Path.of("processes/clock/clock-rules.dmn"));
        List<String> names = Pattern.compile("_1\"><text>\"([a-z-]+)\"</text>")
                .matcher(table)
                .results()
                .map(name -> name.group(1))
                .toList();
        assertThat(names).contains("first-contact", "resolve", "promise");
        for (Locale language : List.of(Locale.ROOT, Locale.SIMPLIFIED_CHINESE)) {
            ResourceBundle words = ResourceBundle.getBundle("messages/time", language);
            assertThat(names).allSatisfy(name -> assertThat(words.getString("clock." + name))
                    .isNotBlank());
        }
        assertThat(TimeWords.in(Locale.CHINESE).clock("call-back"))
                .as("added by a process owner")
                .isEqualTo("call back");
    }

    @Test
    void names_made_for_machines_become_words() {
        assertThat(Words.label("first-contact")).isEqualTo("First contact");
        assertThat(Words.label("wish1Within")).isEqualTo("Wish 1 within");
        assertThat(Words.label("S2")).isEqualTo("S2");
        assertThat(Words.label("SetJobRetries")).isEqualTo("Set job retries");
        assertThat(Words.label(" ")).isEqualTo("–");
        assertThat(Words.value((Object) true)).isEqualTo("yes");
        assertThat(Words.value((Object) null)).isEqualTo("–");
    }

    private String stands(Instant due, @Nullable Instant met) {
        CaseClock clock = new CaseClock(
                "CMP-2026-000001",
                "resolve",
                1,
                "complaint-1",
                new Budget(1, Budget.Unit.DAYS),
                due.minusSeconds(86_400),
                due,
                null,
                null,
                null,
                null,
                met,
                null,
                null);
        return ClockWords.of(clock, NOW, time);
    }
}
