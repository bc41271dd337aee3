package io.amends.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the rows of the clocks do, on whichever database. */
abstract class CaseClocksContract {

    private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
    private static final Budget TWO_DAYS = new Budget(2, Budget.Unit.BUSINESS_DAYS);
    private static final Budget FIVE_DAYS = new Budget(5, Budget.Unit.BUSINESS_DAYS);
    private static final String CASE = "CMP-2026-000001";

    private final BusinessCalendar calendar = Calendars.london();
    private final HouseClock clock = new HouseClock(calendar.zone());
    private JdbcClient jdbc;
    private JdbcCaseClocks clocks;

    abstract DataSource database() throws Exception;

    @BeforeEach
    void anEmptyDatabase() throws Exception {
        DataSource database = database();
        Flyway flyway =
                Flyway.configure().dataSource(database).cleanDisabled(false).load();
        flyway.clean();
        flyway.migrate();
        jdbc = JdbcClient.create(database);
        clocks = new JdbcCaseClocks(jdbc, clock, calendar);
        ClockUtil.setCurrentTime(Date.from(MONDAY));
    }

    @AfterEach
    void realTime() {
        ClockUtil.reset();
    }

    @Test
    void a_clock_is_kept_with_its_start_budget_and_due_date() {
        clocks.start(CASE, "resolve", FIVE_DAYS, MONDAY);
        clocks.start(CASE, "acknowledge", new Budget(4, Budget.Unit.BUSINESS_HOURS), MONDAY);
        clocks.start("CMP-2026-000002", "resolve", TWO_DAYS, MONDAY);

        assertThat(clocks.of(CASE)).extracting(CaseClock::name).containsExactly("acknowledge", "resolve");
        assertThat(clocks.of(CASE).get(1))
                .isEqualTo(new CaseClock(
                        CASE, "resolve", FIVE_DAYS, MONDAY, Instant.parse("2026-03-09T10:00:00Z"), null, null));
    }

    @Test
    void c_3_another_budget_counts_from_the_original_start_and_the_old_due_date_stays_on_record() {
        clocks.start(CASE, "resolve", FIVE_DAYS, MONDAY);

        clocks.start(CASE, "resolve", TWO_DAYS, MONDAY.plus(Duration.ofDays(1)));

        CaseClock anew = clocks.of(CASE).get(0);
        assertThat(anew.start()).isEqualTo(MONDAY);
        assertThat(anew.due()).isEqualTo("2026-03-04T10:00:00Z");
        assertThat(changes()).containsExactly(5);
    }

    @Test
    void starting_again_with_the_same_budget_changes_nothing() {
        clocks.start(CASE, "resolve", FIVE_DAYS, MONDAY);
        List<CaseClock> before = clocks.of(CASE);

        clocks.start(CASE, "resolve", FIVE_DAYS, MONDAY.plus(Duration.ofDays(1)));

        assertThat(clocks.of(CASE)).isEqualTo(before);
        assertThat(changes()).isEmpty();
    }

    @Test
    void c_3_a_clock_once_met_stays_met() {
        clocks.start(CASE, "resolve", FIVE_DAYS, MONDAY);
        clocks.meet(CASE, "resolve");
        clock.advance(Duration.ofHours(1));

        clocks.meet(CASE, "resolve");
        clocks.meetAll(CASE);
        clocks.start(CASE, "resolve", TWO_DAYS, MONDAY);

        CaseClock met = clocks.of(CASE).get(0);
        assertThat(met.running()).isFalse();
        assertThat(met.met()).isBetween(MONDAY, MONDAY.plusSeconds(60));
        assertThat(met.budget()).isEqualTo(FIVE_DAYS);
    }

    @Test
    void closing_a_case_ends_its_running_clocks_only() {
        clocks.start(CASE, "resolve", FIVE_DAYS, MONDAY);
        clocks.start(CASE, "regulator", new Budget(15, Budget.Unit.DAYS), MONDAY);
        clocks.start("CMP-2026-000002", "resolve", FIVE_DAYS, MONDAY);

        clocks.meetAll(CASE);

        assertThat(clocks.of(CASE)).noneMatch(CaseClock::running);
        assertThat(clocks.of("CMP-2026-000002")).allMatch(CaseClock::running);
    }

    @Test
    void the_first_sight_of_a_breach_is_kept_and_none_is_noted_once_met() {
        clocks.start(CASE, "resolve", FIVE_DAYS, MONDAY);
        clocks.start(CASE, "acknowledge", TWO_DAYS, MONDAY);
        clocks.meet(CASE, "acknowledge");

        clocks.breach(CASE, "resolve");
        clock.advance(Duration.ofDays(1));
        clocks.breach(CASE, "resolve");
        clocks.breach(CASE, "acknowledge");

        assertThat(clocks.of(CASE))
                .filteredOn(c -> c.name().equals("resolve"))
                .singleElement()
                .satisfies(c -> assertThat(c.breached()).isBetween(MONDAY, MONDAY.plusSeconds(60)));
        assertThat(clocks.of(CASE))
                .filteredOn(c -> c.name().equals("acknowledge"))
                .allMatch(c -> c.breached() == null);
    }

    @Test
    void a_longer_budget_takes_a_breach_back_and_the_record_keeps_it() {
        clocks.start(CASE, "resolve", TWO_DAYS, MONDAY);
        clock.advance(Duration.ofDays(3));
        clocks.breach(CASE, "resolve");

        clocks.start(CASE, "resolve", FIVE_DAYS, MONDAY);

        assertThat(clocks.of(CASE).get(0).breached()).isNull();
        assertThat(jdbc.sql("select count(*) from case_clock_change where breached_at is not null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void how_far_the_clock_was_moved_is_kept() {
        ClockOffsets offsets = new ClockOffsets(jdbc);
        assertThat(offsets.stored()).isZero();

        offsets.store(Duration.ofDays(3));
        offsets.store(Duration.ofDays(4));

        assertThat(offsets.stored()).isEqualTo(Duration.ofDays(4));
    }

    private List<Integer> changes() {
        return jdbc.sql("select amount from case_clock_change order by id")
                .query(Integer.class)
                .list();
    }
}
