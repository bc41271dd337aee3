package io.amends.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.testing.Tables;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.autoconfigure.health.HealthContributorAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.health.HealthEndpointAutoConfiguration;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.HttpCodeStatusMapper;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The calendar lists the days of England until the end of 2027. */
class CalendarHealthTest {

    private final BusinessCalendar calendar = Calendars.london();
    private final HouseClock clock = new HouseClock(calendar.zone());
    private JdbcClient jdbc;
    private HealthIndicator health;

    @BeforeEach
    void anEmptyDatabase() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:calendar-health;DB_CLOSE_DELAY=-1");
        Tables.anew(database);
        jdbc = JdbcClient.create(database);
        health = new CalendarHealthIndicator(calendar, clock, jdbc);
    }

    @AfterEach
    void realTime() {
        ClockUtil.reset();
    }

    @Test
    void while_the_next_two_months_are_listed_all_is_well() {
        itIs("2027-11-01T12:00:00Z");

        Health told = health.health();

        assertThat(told.getStatus()).isEqualTo(Status.UP);
        assertThat(told.getDetails())
                .containsEntry("listedUntil", LocalDate.of(2027, 12, 31))
                .containsEntry("neededUntil", LocalDate.of(2027, 12, 31));
    }

    @Test
    void a_day_later_they_reach_into_a_year_that_is_not_listed() {
        itIs("2027-11-02T12:00:00Z");

        Health told = health.health();

        assertThat(told.getStatus()).isEqualTo(CalendarHealthIndicator.WARNING);
        assertThat(told.getStatus().getDescription()).contains("add them to the calendar");
        assertThat(told.getDetails()).containsEntry("neededUntil", LocalDate.of(2028, 1, 1));
    }

    @Test
    void a_clock_that_is_due_in_a_year_that_is_not_listed_warns_long_before() {
        itIs("2026-03-02T10:00:00Z");
        runs("CMP-2026-000001", "2028-01-03T10:00:00Z");
        runs("CMP-2026-000002", "2026-04-03T10:00:00Z");

        Health told = health.health();

        assertThat(told.getStatus()).isEqualTo(CalendarHealthIndicator.WARNING);
        assertThat(told.getDetails()).containsEntry("neededUntil", LocalDate.of(2028, 1, 3));
    }

    @Test
    void a_clock_that_was_met_does_not_count() {
        itIs("2026-03-02T10:00:00Z");
        runs("CMP-2026-000001", "2028-01-03T10:00:00Z");
        jdbc.sql("update case_clock set met_at = due_at").update();

        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void a_house_without_special_days_is_never_warned() {
        itIs("2040-03-02T10:00:00Z");

        Health told = new CalendarHealthIndicator(Calendars.aroundTheClock(), clock, jdbc).health();

        assertThat(told.getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void a_warning_takes_nobody_out_of_service() {
        new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withConfiguration(AutoConfigurations.of(
                        HealthContributorAutoConfiguration.class, HealthEndpointAutoConfiguration.class))
                .withBean(
                        "calendar",
                        HealthIndicator.class,
                        () -> () ->
                                Health.status(CalendarHealthIndicator.WARNING).build())
                .run(context -> {
                    assertThat(context.getBean(HealthEndpoint.class)
                                    .healthForPath("calendar")
                                    .getStatus())
                            .isEqualTo(CalendarHealthIndicator.WARNING);
                    assertThat(context.getBean(HealthEndpoint.class).health().getStatus())
                            .isEqualTo(Status.UP);
                    assertThat(context.getBean(HttpCodeStatusMapper.class)
                                    .getStatusCode(CalendarHealthIndicator.WARNING))
                            .isEqualTo(200);
                });
    }

    private static void itIs(String time) {
        ClockUtil.setCurrentTime(Date.from(Instant.parse(time)));
    }

    private void runs(String caseNumber, String due) {
        jdbc.sql("""
                        insert into case_clock (case_number, name, amount, unit, started_at, due_at)
                        values (:case, 'resolve', 2, 'BUSINESS_DAYS', :start, :due)""")
                .param("case", caseNumber)
                .param("start", clock.instant().atOffset(ZoneOffset.UTC))
                .param("due", Instant.parse(due).atOffset(ZoneOffset.UTC))
                .update();
    }
}
