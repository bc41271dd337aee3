package io.amends.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.amends.testing.Tables;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the rows of the clocks do, on whichever database. */
abstract class CaseClocksContract {

    private static final Instant MONDAY = at("2026-03-02T10:00");
    private static final Budget FOUR_HOURS = new Budget(4, Budget.Unit.BUSINESS_HOURS);
    private static final Budget TWO_HOURS = new Budget(2, Budget.Unit.HOURS);
    private static final Budget TWO_DAYS = new Budget(2, Budget.Unit.BUSINESS_DAYS);
    private static final Budget FIVE_DAYS = new Budget(5, Budget.Unit.BUSINESS_DAYS);
    private static final Budget EIGHT_WEEKS = new Budget(56, Budget.Unit.DAYS);
    private static final String CASE = "CMP-2026-000001";
    private static final String OTHER_CASE = "CMP-2026-000002";
    private static final String COMPLAINT = "complaint-instance";

    private final BusinessCalendar calendar = Calendars.london();
    private final HouseClock clock = new HouseClock(calendar.zone());
    private final List<String> changed = new ArrayList<>();
    private final List<String> moved = new ArrayList<>();
    private final ClockChanges changes = new ClockChanges() {
        @Override
        public void changed(String caseNumber) {
            changed.add(caseNumber);
        }

        @Override
        public void moved(String caseNumber) {
            moved.add(caseNumber);
        }
    };
    private JdbcClient jdbc;
    private ClockTable table;
    private JdbcCaseClocks clocks;

    abstract DataSource database() throws Exception;

    @BeforeEach
    void anEmptyDatabase() throws Exception {
        DataSource database = database();
        Tables.anew(database);
        jdbc = JdbcClient.create(database);
        table = new ClockTable(jdbc);
        PauseTable pauses = new PauseTable(jdbc);
        Reckoning reckoning = new Reckoning(calendar);
        clocks = new JdbcCaseClocks(
                table,
                pauses,
                new KeeperTable(jdbc),
                new ClockStarter(table, pauses, CaseClocksContract::rule, reckoning, clock, changes),
                reckoning,
                calendar,
                clock,
                changes);
        now(MONDAY);
    }

    @AfterEach
    void realTime() {
        ClockUtil.reset();
    }

    @Test
    void a_clock_is_kept_with_its_start_budget_and_thresholds() {
        start("resolve", FIVE_DAYS);
        start("acknowledge", FOUR_HOURS);
        clocks.start(new ClockStart(OTHER_CASE, "resolve", COMPLAINT, TWO_DAYS, null, MONDAY));

        assertThat(clocks.of(CASE)).extracting(CaseClock::name).containsExactly("acknowledge", "resolve");
        assertThat(clocks.find(CASE, "resolve"))
                .contains(new CaseClock(
                        CASE,
                        "resolve",
                        1,
                        COMPLAINT,
                        FIVE_DAYS,
                        MONDAY,
                        at("2026-03-09T10:00"),
                        // 75 % of 5 days of 8:30 working hours
                        at("2026-03-05T16:22:30"),
                        at("2026-03-09T10:00"),
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    @Test
    void c_3_another_budget_counts_from_the_original_start_and_the_old_due_date_stays_on_record() {
        start("resolve", FIVE_DAYS);
        now(MONDAY.plus(Duration.ofDays(1)));

        start("resolve", TWO_DAYS);

        assertThat(clock("resolve").start()).isEqualTo(MONDAY);
        assertThat(clock("resolve").due()).isEqualTo(at("2026-03-04T10:00"));
        assertThat(clock("resolve").occurrence()).isEqualTo(1);
        assertThat(clocks.changes(CASE))
                .containsExactly(new ClockChange(
                        CASE,
                        "resolve",
                        1,
                        FIVE_DAYS,
                        MONDAY,
                        at("2026-03-09T10:00"),
                        null,
                        null,
                        null,
                        null,
                        clock.instant(),
                        "set-anew"));
    }

    @Test
    void starting_with_the_same_time_again_changes_nothing() {
        start("resolve", FIVE_DAYS);
        List<CaseClock> before = clocks.of(CASE);
        now(MONDAY.plus(Duration.ofDays(1)));

        start("resolve", FIVE_DAYS);

        assertThat(clocks.of(CASE)).isEqualTo(before);
        assertThat(clocks.changes(CASE)).isEmpty();
    }

    @Test
    void c_3_a_clock_once_met_stays_met() {
        start("resolve", FIVE_DAYS);
        clocks.meet(CASE, "resolve");
        now(MONDAY.plus(Duration.ofHours(1)));

        clocks.meet(CASE, "resolve");
        clocks.meetAll(CASE);
        clocks.stop(CASE, "resolve");
        start("resolve", TWO_DAYS);

        assertThat(clock("resolve").running()).isFalse();
        assertThat(clock("resolve").met()).isEqualTo(MONDAY);
        assertThat(clock("resolve").stopped()).isNull();
        assertThat(clock("resolve").budget()).isEqualTo(FIVE_DAYS);
    }

    @Test
    void c_9_a_longer_time_takes_warning_and_breach_back_and_being_late_again_is_a_new_occurrence() {
        start("resolve", TWO_DAYS);
        now(at("2026-03-04T11:00"));
        table.warn(clock("resolve"), at("2026-03-03T15:00"));
        table.breach(clock("resolve"), clock.instant());

        start("resolve", FIVE_DAYS);

        assertThat(clock("resolve").warned()).isNull();
        assertThat(clock("resolve").breached()).isNull();
        assertThat(clock("resolve").occurrence()).isEqualTo(2);
        assertThat(clocks.changes(CASE)).singleElement().satisfies(change -> {
            assertThat(change.occurrence()).isEqualTo(1);
            assertThat(change.warned()).isEqualTo(at("2026-03-03T15:00"));
            assertThat(change.breached()).isEqualTo(at("2026-03-04T11:00"));
        });
    }

    @Test
    void c_9_a_clock_that_is_still_late_after_a_change_was_called_for_already() {
        start("resolve", FIVE_DAYS);
        now(at("2026-03-09T11:00"));
        table.breach(clock("resolve"), clock.instant());

        start("resolve", TWO_DAYS);

        assertThat(clock("resolve").breached()).isEqualTo(at("2026-03-09T11:00"));
        assertThat(clock("resolve").occurrence()).isEqualTo(1);
    }

    @Test
    void c_2_waiting_for_the_customer_lets_clocks_stand_and_moves_them_by_what_was_worked_meanwhile() {
        start("resolve", FIVE_DAYS);
        start("final-response", EIGHT_WEEKS);
        now(at("2026-03-03T10:00"));

        clocks.pause(CASE, "wait-1", "waiting for the customer");

        assertThat(clock("resolve").pausedSince()).isEqualTo(at("2026-03-03T10:00"));
        assertThat(clock("resolve").due()).isEqualTo(at("2026-03-09T10:00"));
        assertThat(clock("final-response").pausedSince()).isNull();

        now(at("2026-03-05T10:00"));
        clocks.resume(CASE, "wait-1");

        assertThat(clock("resolve").pausedSince()).isNull();
        assertThat(clock("resolve").due()).isEqualTo(at("2026-03-11T10:00"));
        assertThat(clock("resolve").warnAt()).isEqualTo(at("2026-03-09T16:22:30"));
        assertThat(clock("final-response").due()).isEqualTo(calendar.due(MONDAY, EIGHT_WEEKS));
        assertThat(clocks.pauses(CASE))
                .containsExactly(new ClockPause(
                        CASE, "waiting for the customer", at("2026-03-03T10:00"), at("2026-03-05T10:00")));
    }

    @Test
    void c_2_clocks_run_on_when_the_last_of_several_waits_is_over_and_no_hour_counts_twice() {
        start("resolve", FIVE_DAYS);
        now(at("2026-03-03T10:00"));
        clocks.pause(CASE, "wait-1", "waiting for the customer");
        now(at("2026-03-03T14:00"));
        clocks.pause(CASE, "wait-2", "waiting for a decision");
        now(at("2026-03-04T10:00"));
        clocks.resume(CASE, "wait-1");

        assertThat(clock("resolve").pausedSince()).isEqualTo(at("2026-03-03T10:00"));

        now(at("2026-03-05T10:00"));
        clocks.resume(CASE, "wait-2");
        clocks.resume(CASE, "wait-2");

        assertThat(clock("resolve").pausedSince()).isNull();
        assertThat(clock("resolve").due()).isEqualTo(at("2026-03-11T10:00"));
    }

    @Test
    void c_2_what_was_promised_then_knows_nothing_of_later_pauses() {
        start("resolve", FIVE_DAYS);
        start("final-response", EIGHT_WEEKS);
        now(at("2026-03-03T10:00"));
        clocks.pause(CASE, "wait-1", "waiting for the customer");
        now(at("2026-03-05T10:00"));
        clocks.resume(CASE, "wait-1");

        assertThat(clocks.dueThen(CASE, "resolve", MONDAY, FIVE_DAYS, MONDAY)).isEqualTo(at("2026-03-09T10:00"));
        assertThat(clocks.dueThen(CASE, "resolve", MONDAY, FIVE_DAYS, at("2026-03-04T10:00")))
                .isEqualTo(at("2026-03-09T10:00"));
        assertThat(clocks.dueThen(CASE, "resolve", MONDAY, FIVE_DAYS, at("2026-03-05T10:00")))
                .isEqualTo(clock("resolve").due())
                .isEqualTo(at("2026-03-11T10:00"));
        assertThat(clocks.dueThen(CASE, "final-response", MONDAY, EIGHT_WEEKS, clock.instant()))
                .isEqualTo(clock("final-response").due());
    }

    @Test
    void c_2_the_same_wait_begins_once() {
        start("resolve", FIVE_DAYS);
        clocks.pause(CASE, "wait-1", "waiting for the customer");
        now(at("2026-03-03T10:00"));

        clocks.pause(CASE, "wait-1", "waiting for the customer");

        assertThat(clocks.pauses(CASE)).containsExactly(new ClockPause(CASE, "waiting for the customer", MONDAY, null));
    }

    @Test
    void c_2_a_pause_survives_a_change_of_severity() {
        start("resolve", FIVE_DAYS);
        now(at("2026-03-03T10:00"));
        clocks.pause(CASE, "wait-1", "waiting for the customer");
        now(at("2026-03-04T10:00"));
        clocks.resume(CASE, "wait-1");
        now(at("2026-03-04T11:00"));
        clocks.pause(CASE, "wait-2", "waiting for the customer");

        start("resolve", TWO_DAYS);

        assertThat(clock("resolve").due()).isEqualTo(at("2026-03-05T10:00"));
        assertThat(clock("resolve").pausedSince()).isEqualTo(at("2026-03-04T11:00"));
    }

    @Test
    void c_2_a_clock_that_starts_while_the_house_waits_stands_from_its_start() {
        clocks.pause(CASE, "wait-1", "waiting for the customer");
        now(at("2026-03-03T10:00"));

        clocks.start(new ClockStart(CASE, "resolve", COMPLAINT, FIVE_DAYS, null, clock.instant()));

        assertThat(clock("resolve").pausedSince()).isEqualTo(at("2026-03-03T10:00"));
    }

    @Test
    void c_2_a_clock_that_ended_while_the_house_waited_does_not_move() {
        start("resolve", FIVE_DAYS);
        clocks.pause(CASE, "wait-1", "waiting for the customer");
        clocks.meet(CASE, "resolve");
        now(at("2026-03-05T10:00"));

        clocks.resume(CASE, "wait-1");

        assertThat(clock("resolve").pausedSince()).isNull();
        assertThat(clock("resolve").due()).isEqualTo(at("2026-03-09T10:00"));
    }

    @Test
    void a_clock_with_a_fixed_end_needs_no_budget_and_warns_in_working_hours() {
        clocks.start(new ClockStart(CASE, "promise-17", COMPLAINT, null, at("2026-03-06T17:00"), MONDAY));

        CaseClock promise = clock("promise-17");
        assertThat(promise.rule()).isEqualTo("promise");
        assertThat(promise.budget()).isNull();
        assertThat(promise.due()).isEqualTo(at("2026-03-06T17:00"));
        assertThat(promise.warnAt()).isEqualTo(at("2026-03-05T15:15"));
        assertThat(promise.escalateAt()).isEqualTo(promise.due());
    }

    @Test
    void c_4_a_clock_that_runs_around_the_clock_warns_at_night_also_when_its_end_was_named() {
        Instant eight = at("2026-03-02T20:00");
        now(eight);
        clocks.start(new ClockStart(CASE, "return-call-1", COMPLAINT, null, at("2026-03-03T00:00"), eight));
        clocks.start(new ClockStart(CASE, "return-call-2", COMPLAINT, null, null, eight));
        clocks.start(new ClockStart(CASE, "promise-17", COMPLAINT, null, at("2026-03-04T17:00"), eight));

        assertThat(clock("return-call-1").warnAt()).isEqualTo(at("2026-03-02T23:00"));
        assertThat(clock("return-call-1").escalateAt()).isEqualTo(at("2026-03-03T00:00"));
        assertThat(clock("return-call-2").warnAt()).isEqualTo(at("2026-03-02T21:30"));
        assertThat(clock("promise-17").warnAt()).isEqualTo(at("2026-03-04T12:52:30"));
        assertThat(clocks.counted(clock("return-call-1"), eight, at("2026-03-02T22:00")))
                .isEqualTo(Duration.ofHours(2));
        assertThat(clocks.counted(clock("promise-17"), eight, at("2026-03-02T22:00")))
                .isZero();
    }

    @Test
    void c_4_a_clock_around_the_clock_is_set_anew_to_another_named_end() {
        clocks.start(new ClockStart(CASE, "return-call-1", COMPLAINT, null, at("2026-03-02T18:00"), MONDAY));

        clocks.start(new ClockStart(CASE, "return-call-1", COMPLAINT, null, at("2026-03-02T22:00"), MONDAY));

        assertThat(clock("return-call-1").warnAt()).isEqualTo(at("2026-03-02T19:00"));
    }

    @Test
    void a_budget_of_minutes_passes_at_night() {
        now(at("2026-03-02T23:30"));
        clocks.start(new ClockStart(
                CASE, "regulator", COMPLAINT, new Budget(60, Budget.Unit.MINUTES), null, clock.instant()));

        assertThat(clock("regulator").warnAt()).isEqualTo(at("2026-03-03T00:15"));
        assertThat(clock("regulator").due()).isEqualTo(at("2026-03-03T00:30"));
    }

    @Test
    void a_date_that_passed_before_the_clock_began_is_late_at_once() {
        clocks.start(new ClockStart(CASE, "promise-17", COMPLAINT, null, at("2026-02-27T17:00"), MONDAY));

        assertThat(clocks.late(clock.instant(), 10)).extracting(CaseClock::name).containsExactly("promise-17");
    }

    @Test
    void the_register_grants_time_where_nobody_else_does_and_refuses_what_it_does_not_know() {
        clocks.start(new ClockStart(CASE, "review", COMPLAINT, null, null, MONDAY));

        assertThat(clock("review").budget()).isEqualTo(TWO_DAYS);
        assertThatThrownBy(() -> clocks.start(new ClockStart(CASE, "resolve", COMPLAINT, null, null, MONDAY)))
                .hasMessageContaining("'resolve' is granted no time");
        assertThatThrownBy(() -> start("resolv", TWO_DAYS)).hasMessageContaining("'resolv' is unknown");
    }

    @Test
    void a_clock_that_nobody_is_called_for_has_no_thresholds() {
        start("quick-lane", TWO_DAYS);
        now(at("2026-03-05T10:00"));

        assertThat(clock("quick-lane").warnAt()).isNull();
        assertThat(clock("quick-lane").escalateAt()).isNull();
        assertThat(clocks.late(clock.instant(), 10)).isEmpty();
    }

    @Test
    void c_9_starting_again_is_a_new_occurrence_with_the_time_it_had() {
        start("resolve", TWO_DAYS);
        table.breach(clock("resolve"), MONDAY);
        clocks.meet(CASE, "resolve");
        now(at("2026-03-10T10:00"));

        clocks.startAgain(CASE, "resolve");
        clocks.startAgain(CASE, "never-started");

        CaseClock again = clock("resolve");
        assertThat(again.running()).isTrue();
        assertThat(again.occurrence()).isEqualTo(2);
        assertThat(again.breached()).isNull();
        assertThat(again.due()).isEqualTo(at("2026-03-12T10:00"));
        assertThat(clocks.changes(CASE)).singleElement().satisfies(change -> {
            assertThat(change.why()).isEqualTo("started-again");
            assertThat(change.met()).isEqualTo(MONDAY);
        });
        assertThat(clocks.of(CASE)).hasSize(1);
    }

    @Test
    void a_stopped_clock_starts_as_a_new_occurrence() {
        start("resolve", TWO_DAYS);
        clocks.stop(CASE, "resolve");
        now(at("2026-03-10T10:00"));

        clocks.start(new ClockStart(CASE, "resolve", "another", FIVE_DAYS, null, clock.instant()));

        assertThat(clock("resolve").running()).isTrue();
        assertThat(clock("resolve").occurrence()).isEqualTo(2);
        assertThat(clock("resolve").holder()).isEqualTo("another");
        assertThat(clock("resolve").start()).isEqualTo(at("2026-03-10T10:00"));
    }

    @Test
    void closing_a_case_ends_its_running_clocks_and_its_waits_only() {
        start("resolve", FIVE_DAYS);
        start("regulator", new Budget(15, Budget.Unit.DAYS));
        clocks.start(new ClockStart(OTHER_CASE, "resolve", COMPLAINT, FIVE_DAYS, null, MONDAY));
        clocks.pause(CASE, "wait-1", "waiting for the customer");

        clocks.meetAll(CASE);

        assertThat(clocks.of(CASE)).noneMatch(CaseClock::running).allMatch(it -> MONDAY.equals(it.met()));
        assertThat(clocks.pauses(CASE)).allMatch(pause -> MONDAY.equals(pause.to()));
        assertThat(clocks.of(OTHER_CASE)).allMatch(CaseClock::running);
    }

    @Test
    void k_14_an_answer_after_all_lets_the_stopped_clocks_run_on_without_the_time_the_case_was_closed() {
        start("resolve", FIVE_DAYS);
        start("final-response", EIGHT_WEEKS);
        start("acknowledge", FOUR_HOURS);
        start("review", TWO_DAYS);
        clocks.meet(CASE, "acknowledge");
        clocks.stop(CASE, "review");
        now(at("2026-03-03T10:00"));
        clocks.pause(CASE, "wait-1", "waiting for the customer");
        now(at("2026-03-04T10:00"));
        clocks.stopAll(CASE);
        now(at("2026-03-05T10:00"));

        clocks.resume(CASE, "wait-1");
        clocks.runOn(CASE);

        assertThat(clock("resolve").running()).isTrue();
        assertThat(clock("resolve").occurrence()).isEqualTo(1);
        assertThat(clock("resolve").due()).isEqualTo(at("2026-03-11T10:00"));
        assertThat(clock("final-response").due()).isEqualTo(calendar.due(MONDAY, EIGHT_WEEKS));
        assertThat(clock("acknowledge").met()).isEqualTo(MONDAY);
        assertThat(clock("review").running()).isFalse();
        assertThat(clocks.pauses(CASE))
                .extracting(ClockPause::why)
                .containsExactly("waiting for the customer", "the case was closed");
    }

    @Test
    void c_8_late_clocks_of_all_cases_are_found_longest_late_first() {
        start("resolve", FIVE_DAYS);
        start("regulator", TWO_DAYS);
        start("acknowledge", FOUR_HOURS);
        clocks.meet(CASE, "acknowledge");
        clocks.start(new ClockStart(OTHER_CASE, "resolve", COMPLAINT, TWO_DAYS, null, MONDAY));
        now(at("2026-03-03T10:00"));
        clocks.pause(OTHER_CASE, "wait-1", "waiting for the customer");

        assertThat(clocks.late(at("2026-03-20T10:00"), 10))
                .extracting(CaseClock::caseNumber, CaseClock::name)
                .containsExactly(tuple(CASE, "regulator"), tuple(CASE, "resolve"));
        assertThat(clocks.late(at("2026-03-20T10:00"), 1)).hasSize(1);
        assertThat(clocks.late(at("2026-03-04T10:00"), 10)).isEmpty();
    }

    @Test
    void of_each_case_the_running_clock_that_presses_most_is_found_at_once() {
        start("resolve", FIVE_DAYS);
        start("acknowledge", FOUR_HOURS);
        start("regulator", TWO_DAYS);
        clocks.meet(CASE, "acknowledge");
        clocks.start(new ClockStart(OTHER_CASE, "resolve", COMPLAINT, TWO_DAYS, null, MONDAY));
        clocks.start(new ClockStart(OTHER_CASE, "acknowledge", COMPLAINT, FOUR_HOURS, null, MONDAY));
        clocks.stop(OTHER_CASE, "acknowledge");

        assertThat(clocks.nearest(List.of(CASE, OTHER_CASE, "CMP-2026-000003")))
                .extracting(CaseClock::caseNumber, CaseClock::name)
                .containsExactlyInAnyOrder(tuple(CASE, "regulator"), tuple(OTHER_CASE, "resolve"));
        assertThat(clocks.nearest(List.of())).isEmpty();
    }

    @Test
    void a_clock_that_stands_presses_less_than_one_that_runs_and_the_quick_lane_least() {
        start("quick-lane", FOUR_HOURS);
        start("resolve", TWO_DAYS);
        start("regulator", FIVE_DAYS);
        clocks.pause(CASE, "wait-1", "waiting for the customer");
        assertThat(clocks.nearest(List.of(CASE))).extracting(CaseClock::name).containsExactly("regulator");

        clocks.meet(CASE, "regulator");
        assertThat(clocks.nearest(List.of(CASE)))
                .singleElement()
                .satisfies(it -> assertThat(it.name()).isEqualTo("resolve"))
                .satisfies(it -> assertThat(it.pausedSince()).isEqualTo(MONDAY));

        clocks.meet(CASE, "resolve");
        assertThat(clocks.nearest(List.of(CASE))).extracting(CaseClock::name).containsExactly("quick-lane");

        clocks.meetAll(CASE);
        assertThat(clocks.nearest(List.of(CASE))).isEmpty();
    }

    @Test
    void whoever_follows_the_clocks_hears_of_changes_and_of_nothing_else() {
        start("resolve", FIVE_DAYS);
        clocks.meet(CASE, "resolve");
        assertThat(changed).containsExactly(CASE, CASE);
        assertThat(moved).isEmpty();

        start("acknowledge", FIVE_DAYS);
        start("acknowledge", FOUR_HOURS);
        clocks.pause(CASE, "wait-1", "waiting for the customer");
        clocks.resume(CASE, "wait-1");
        clocks.stopAll(CASE);
        clocks.runOn(CASE);
        assertThat(changed).hasSize(4);
        assertThat(moved).containsExactly(CASE, CASE, CASE, CASE);

        clocks.meet(CASE, "resolve");
        clocks.meet(CASE, "never-started");
        start("acknowledge", FOUR_HOURS);
        clocks.meetAll("CMP-2026-000003");
        clocks.runOn(CASE);
        clocks.resume(CASE, "wait-1");
        assertThat(changed).hasSize(4);
        assertThat(moved).hasSize(4);
    }

    @Test
    void how_far_the_clock_was_moved_is_kept() {
        ClockOffsets offsets = new ClockOffsets(jdbc);
        assertThat(offsets.stored()).isZero();

        offsets.store(Duration.ofDays(3));
        offsets.store(Duration.ofDays(4));

        assertThat(offsets.stored()).isEqualTo(Duration.ofDays(4));
    }

    private void start(String name, Budget budget) {
        clocks.start(new ClockStart(CASE, name, COMPLAINT, budget, null, MONDAY));
    }

    private CaseClock clock(String name) {
        return clocks.find(CASE, name).orElseThrow();
    }

    private static ClockRule rule(String name) {
        return switch (name) {
            case "resolve", "acknowledge" ->
                new ClockRule(null, 75, 100, true, false, "clock-warned", "clock-breached");
            case "final-response", "regulator", "promise" ->
                new ClockRule(null, 75, 100, false, false, "clock-warned", "clock-breached");
            case "return-call" -> new ClockRule(TWO_HOURS, 75, 100, false, true, "clock-warned", "clock-breached");
            case "quick-lane" -> new ClockRule(null, 0, 0, false, false, "clock-warned", "clock-breached");
            case "review" -> new ClockRule(TWO_DAYS, 75, 100, false, false, "clock-warned", "clock-breached");
            default -> throw new IllegalArgumentException("'" + name + "' is unknown");
        };
    }

    // the real time goes on meanwhile, which these tests must not see
    private static void now(Instant moment) {
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    /** London in winter, where local time is UTC. */
    private static Instant at(String time) {
        return LocalDateTime.parse(time).toInstant(ZoneOffset.UTC);
    }
}
