package io.amends.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Deadlines and warnings that were worked out on paper, on the calendars that are shipped. Times are local; where an hour comes
 * twice, with the offset. A pause without an end still lasts.
 */
class WorkedOutByHandTest {

    private static final Path TABLE = Path.of("src/test/resources/deadlines/worked-out-by-hand.csv");
    private static final Map<String, BusinessCalendar> CALENDARS =
            Map.of("england", Calendars.london(), "china", Calendars.china());

    @TestFactory
    Stream<DynamicTest> every_row_of_the_table_comes_out() {
        return rows().stream().map(row -> DynamicTest.dynamicTest(title(row), () -> check(row)));
    }

    private static void check(CSVRecord row) {
        BusinessCalendar calendar = CALENDARS.get(row.get("calendar"));
        Instant start = moment(calendar, row.get("start"));
        List<Pause> pauses = pauses(calendar, row.get("pauses"));
        Budget budget = budget(row.get("budget"));
        int percent = Integer.parseInt(row.get("percent"));

        Instant due = calendar.due(start, budget, pauses);
        Instant found = calendar.threshold(start, due, percent, budget.unit().isWallTime(), pauses);

        assertThat(found.atZone(calendar.zone()))
                .as("row %d: %s", row.getRecordNumber() + 1, title(row))
                .isEqualTo(moment(calendar, row.get("moment")).atZone(calendar.zone()));
    }

    private static List<CSVRecord> rows() {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser table = CSVParser.parse(TABLE, StandardCharsets.UTF_8, format)) {
            return table.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String title(CSVRecord row) {
        return "%s, %s from %s, paused %s, %s %%: %s"
                .formatted(
                        row.get("calendar"),
                        row.get("budget"),
                        row.get("start"),
                        row.get("pauses").isEmpty() ? "never" : row.get("pauses"),
                        row.get("percent"),
                        row.get("why"));
    }

    private static Budget budget(String text) {
        String[] words = text.split(" ");
        return new Budget(Integer.parseInt(words[0]), Budget.Unit.of(words[1]));
    }

    private static List<Pause> pauses(BusinessCalendar calendar, String text) {
        List<Pause> pauses = new ArrayList<>();
        for (String pause : text.isEmpty() ? new String[0] : text.split(";")) {
            String[] ends = pause.split("/");
            pauses.add(new Pause(moment(calendar, ends[0]), ends.length == 1 ? null : moment(calendar, ends[1])));
        }
        return pauses;
    }

    private static Instant moment(BusinessCalendar calendar, String text) {
        return text.indexOf('+') > 0
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).atZone(calendar.zone()).toInstant();
    }
}
