package io.amends.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.audit.KeptFigures.OfClock;
import io.amends.audit.KeptFigures.OfProcess;
import io.amends.modeling.FormRefusal.Finding;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Four numbers for each clock, process and month, worked out by hand, on whichever database. */
abstract class KeptContract {

    private static final LocalDate FIRST = LocalDate.of(2026, 2, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final int DAY = 24 * 60;

    private final Clock clock = Clock.fixed(Cases.MORNING, ZoneId.of("Europe/Berlin"));
    private JdbcClient jdbc;
    private Cases cases;
    private CaseSelection selection;
    private KeptFigures figures;

    abstract DataSource database();

    @BeforeEach
    void anEmptyDatabase() {
        DataSource database = database();
        Flyway.configure().dataSource(database).load().migrate();
        jdbc = JdbcClient.create(database);
        for (String table :
                List.of("case_mark", "case_word", "case_clock", "case_clock_change", "media_crisis", "case_file")) {
            jdbc.sql("delete from " + table).update();
        }
        cases = new Cases(jdbc);
        selection = new CaseSelection(jdbc, clock);
        figures = new KeptFigures(new KeptClocks(jdbc, clock));
    }

    @Test
    void each_case_of_a_process_stands_in_exactly_one_of_the_four_numbers() {
        String inTime = complaint(-10);
        clock(inTime, "resolve", -10, +5, -5, null, null);
        String doneLate = complaint(-20);
        clock(doneLate, "resolve", -20, -10, -5, null, null);
        String lateStill = complaint(-30);
        clock(lateStill, "resolve", -30, -1, null, null, null);
        String running = complaint(-40);
        clock(running, "resolve", -40, +60, null, null, null);
        String withdrawn = complaint(-50);
        clock(withdrawn, "resolve", -50, +60, null, -20, null);
        String withdrawnTooLate = complaint(-60);
        clock(withdrawnTooLate, "resolve", -60, -30, null, -20, null);
        String noClock = complaint(-70);
        clock(noClock, "first-contact", -70, -60, -65, null, null);

        OfProcess complaints = figures.of(months()).get(0);

        assertThat(complaints.process()).isEqualTo("complaint");
        assertThat(complaints.cases()).isEqualTo(7);
        assertThat(complaints.clocks()).extracting(OfClock::clock).containsExactly("first-contact", "resolve");
        assertThat(of(complaints, "resolve")).isEqualTo(new KeptRow(1, 3, 1, 0, 1, 1));
        assertThat(of(complaints, "resolve").all()).isEqualTo(7);
        assertThat(of(complaints, "resolve").excluded()).isEqualTo(2);
        assertThat(of(complaints, "first-contact")).isEqualTo(new KeptRow(1, 0, 6, 0, 0, 0));
        assertThat(listed("resolve=met")).containsExactly(inTime);
        assertThat(listed("resolve=missed")).containsExactlyInAnyOrder(doneLate, lateStill, withdrawnTooLate);
        assertThat(listed("resolve=none")).containsExactly(noClock);
        assertThat(listed("resolve=excluded")).containsExactlyInAnyOrder(running, withdrawn);
        assertThat(listed("resolve=running")).containsExactly(running);
        assertThat(listed("resolve=stopped")).containsExactly(withdrawn);
    }

    @Test
    void what_a_clock_had_been_before_counts_with_it() {
        String breachedThenLonger = complaint(-10);
        clock(breachedThenLonger, "resolve", -10, +60, -1, null, null);
        changed(breachedThenLonger, "resolve", -5, -4, null, "set-anew");
        String shorterBefore = complaint(-20);
        clock(shorterBefore, "resolve", -20, +60, -1, null, null);
        changed(shorterBefore, "resolve", -5, null, null, "set-anew");
        String metThenAgain = complaint(-30);
        clock(metThenAgain, "resolve", -10, +60, null, null, null);
        changed(metThenAgain, "resolve", -15, null, -20, "started-again");
        String metThenStopped = complaint(-40);
        clock(metThenStopped, "resolve", -10, +60, null, -5, null);
        changed(metThenStopped, "resolve", -15, null, -20, "started-again");
        String metLateThenMet = complaint(-50);
        clock(metLateThenMet, "resolve", -10, +60, -5, null, null);
        changed(metLateThenMet, "resolve", -25, null, -20, "started-again");

        assertThat(of(figures.of(months()).get(0), "resolve")).isEqualTo(new KeptRow(2, 2, 0, 0, 1, 0));
        assertThat(listed("resolve=met")).containsExactlyInAnyOrder(shorterBefore, metThenStopped);
        assertThat(listed("resolve=missed")).containsExactlyInAnyOrder(breachedThenLonger, metLateThenMet);
        assertThat(listed("resolve=running")).containsExactly(metThenAgain);
    }

    @Test
    void a_clock_that_stands_is_not_late_and_several_of_a_kind_are_one() {
        String standing = complaint(-10);
        clock(standing, "resolve", -10, -5, null, null, -7);
        String oneOfTwoLate = complaint(-20);
        clock(oneOfTwoLate, "promise-17", -20, -5, -6, null, null);
        clock(oneOfTwoLate, "promise-18", -20, -5, -4, null, null);
        String bothKept = complaint(-30);
        clock(bothKept, "promise-19", -30, -5, -6, null, null);
        clock(bothKept, "promise-20", -30, -5, -7, null, null);

        OfProcess complaints = figures.of(months()).get(0);

        assertThat(of(complaints, "resolve")).isEqualTo(new KeptRow(0, 0, 2, 0, 1, 0));
        assertThat(of(complaints, "promise")).isEqualTo(new KeptRow(1, 1, 1, 0, 0, 0));
        assertThat(listed("promise=missed")).containsExactly(oneOfTwoLate);
    }

    @Test
    void an_exercise_is_excluded_from_every_clock() {
        String real = crisis(-10);
        clock(real, "holding-statement", -10, -5, -6, null, null);
        String exercise = crisis(-20);
        clock(exercise, "holding-statement", -20, -15, -6, null, null);
        String without = crisis(-30);
        for (String number : List.of(real, exercise, without)) {
            jdbc.sql(
                            "insert into media_crisis (case_number, matter, title, exercise, opened_at, first_report_at) values (?, 'm', 'M', ?, ?, ?)")
                    .params(number, !number.equals(real), Cases.at(0), Cases.at(0))
                    .update();
        }

        assertThat(of(figures.of(months()).get(0), "holding-statement")).isEqualTo(new KeptRow(1, 0, 0, 2, 0, 0));
        assertThat(listed("holding-statement=exercise")).containsExactlyInAnyOrder(exercise, without);
        assertThat(listed("holding-statement=excluded")).containsExactlyInAnyOrder(exercise, without);
        assertThat(listed("holding-statement=missed")).isEmpty();
    }

    @Test
    void a_month_begins_where_the_house_is_and_months_add_up() {
        // 2 March, 11:00 in Berlin; March begins there at 23:00 UTC of 28 February
        int toMarch = -(DAY + 11 * 60);
        String february = complaint(toMarch - 1);
        clock(february, "resolve", toMarch, 0, -5, null, null);
        String march = complaint(toMarch);
        clock(march, "resolve", toMarch, -10, -5, null, null);
        complaint(-80 * DAY);

        List<KeptRow> months = figures.of(months()).get(0).clocks().get(0).months();

        assertThat(months).containsExactly(new KeptRow(1, 0, 0, 0, 0, 0), new KeptRow(0, 1, 0, 0, 0, 0));
        assertThat(figures.of(months()).get(0).clocks().get(0).all()).isEqualTo(new KeptRow(1, 1, 0, 0, 0, 0));
        assertThat(figures.of(KeptMonth.of(TODAY, TODAY))).isEmpty();
    }

    @Test
    void a_process_whose_cases_had_no_clock_is_named_with_how_many_they_are() {
        opened(-10, "lost-customer");
        OfProcess lost = figures.of(months()).get(0);
        assertThat(lost.cases()).isEqualTo(1);
        assertThat(lost.clocks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-02-30, '', from, is not a day",
                "'', soon, to, is not a day",
                "2026-03-02, 2026-03-01, from, is after the last day (2026-03-01)",
                "2016-03-31, 2026-03-01, from, lies more than 120 months before the last day",
                "1066-10-14, '', from, lies outside of"
            })
    void a_broken_period_is_refused_by_its_field(String from, String to, String field, String says) {
        KeptPeriod period = KeptPeriod.read(from, to, TODAY);
        assertThat(period.findings()).singleElement().satisfies(one -> {
            assertThat(one.field()).isEqualTo(field);
            assertThat(one.reason()).contains(says);
        });
        assertThat(period.months()).isEmpty();
    }

    @Test
    void a_period_is_twelve_months_unless_chosen() {
        KeptPeriod year = KeptPeriod.read("", "", TODAY);
        assertThat(year.findings()).extracting(Finding::field).isEmpty();
        assertThat(year.from()).isEqualTo("2025-04-01");
        assertThat(year.months()).hasSize(12);
        assertThat(year.months().get(11).whole()).isFalse();
        assertThat(KeptPeriod.read("2016-04-01", "2026-03-01", TODAY).months()).hasSize(120);
    }

    private static List<KeptMonth> months() {
        return KeptMonth.of(FIRST, TODAY);
    }

    private static KeptRow of(OfProcess process, String clock) {
        return process.clocks().stream()
                .filter(one -> one.clock().equals(clock))
                .findFirst()
                .orElseThrow()
                .all();
    }

    private List<String> listed(String kept) {
        return selection.page(Cases.where("kept", kept), null, 100).stream()
                .map(CaseRow::number)
                .toList();
    }

    private int serial = 1;

    private String complaint(int minute) {
        return opened(minute, "complaint");
    }

    private String crisis(int minute) {
        return opened(minute, "media-crisis");
    }

    /** Opened so many minutes after the morning. */
    private String opened(int minute, String process) {
        String number = cases.add(serial++, process, "open", "agent", "C-000007");
        jdbc.sql("update case_file set opened_at = ? where case_number = ?")
                .params(Cases.at(minute), number)
                .update();
        return number;
    }

    /** All in minutes around the morning, which is now. */
    private void clock(
            String number,
            String name,
            int started,
            int due,
            @Nullable Integer met,
            @Nullable Integer stopped,
            @Nullable Integer paused) {
        jdbc.sql(
                        "insert into case_clock (case_number, name, amount, unit, started_at, due_at, met_at, stopped_at, paused_since)"
                                + " values (?, ?, 1, 'BUSINESS_DAYS', ?, ?, ?, ?, ?)")
                .params(number, name, at(started), at(due), at(met), at(stopped), at(paused))
                .update();
    }

    private void changed(
            String number, String name, int due, @Nullable Integer breached, @Nullable Integer met, String why) {
        jdbc.sql(
                        "insert into case_clock_change (case_number, name, amount, unit, due_at, breached_at, met_at, changed_at, why)"
                                + " values (?, ?, 1, 'BUSINESS_DAYS', ?, ?, ?, ?, ?)")
                .params(number, name, at(due), at(breached), at(met), at(-2), why)
                .update();
    }

    private static @Nullable OffsetDateTime at(@Nullable Integer minute) {
        return minute == null ? null : Cases.at(minute);
    }
}
