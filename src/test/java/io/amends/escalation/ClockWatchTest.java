package io.amends.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.amends.clock.CaseClocks;
import io.amends.clock.HouseClock;
import io.amends.escalation.EscalationTestApp.EscalationTest;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The hourly watch over late clocks, and what it lets health say (C-8). */
@EscalationTest
class ClockWatchTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    HelpDesk desk;

    @Autowired
    EscalationTable table;

    @Autowired
    EscalationsHealthIndicator health;

    @Autowired
    CaseClocks clocks;

    @Autowired
    HouseClock clock;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    JavaMailSenderImpl server;

    private GreenMail mailbox;

    @BeforeEach
    void open() {
        mailbox = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailbox.start();
        server.setPort(mailbox.getSmtp().getPort());
        desk.opens();
        desk.passes(HOUR);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @AfterEach
    void close() {
        desk.closes();
        mailbox.stop();
    }

    @Test
    void a_late_clock_that_nobody_was_called_for_is_an_alarm_until_the_watch_has_called() {
        String forgotten = desk.works();
        desk.losesKeeper(forgotten);
        clock.advance(Duration.ofMinutes(66));
        Health alarm = health.health();
        assertThat(alarm.getStatus()).isEqualTo(Status.DOWN);
        assertThat(alarm.getDetails())
                .containsEntry("lateWithoutEscalation", 1)
                .containsEntry("cases", List.of(forgotten))
                .containsKey("lastCleanWatch");

        desk.settles();

        assertThat(desk.called(forgotten)).isEqualTo("team-leads");
        assertThat(runtime.getVariables(desk.call(forgotten).getProcessInstanceId()))
                .containsEntry("severity", "S1")
                .containsEntry("owner", "agent")
                .containsEntry("clockRule", HelpDesk.RESOLVE);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(health.health().getDetails()).containsEntry("lateWithoutEscalation", 0);
    }

    @Test
    void a_clock_whose_alarm_rings_at_this_moment_is_an_alarm_for_health_and_is_left_to_its_keeper_by_the_watch() {
        String late = desk.works();
        clock.advance(Duration.ofMinutes(66));
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);

        desk.watchComesRound();
        assertThat(desk.calling(late)).isEmpty();
        assertThat(table.of(late)).isEmpty();

        desk.settles();
        assertThat(desk.called(late)).isEqualTo("team-leads");
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(runtime.createProcessInstanceQuery()
                        .superProcessInstanceId(desk.holder(late))
                        .count())
                .isEqualTo(1);
    }

    @Test
    void help_that_is_on_its_way_is_no_alarm() {
        desk.works();
        clock.advance(Duration.ofMinutes(64));
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        desk.passes(HOUR);
    }

    @Test
    void an_escalation_whose_process_is_gone_is_found_and_called_for_again() {
        String late = desk.isLate();
        runtime.deleteProcessInstance(table.liveOf(late).get(0).process(), "by mistake", true, true);
        clock.advance(Duration.ofMinutes(6));
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);

        desk.passes(HOUR);

        assertThat(table.of(late)).extracting(EscalationView::endedWhy).containsExactly("Its process was gone", null);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void an_escalation_that_is_stuck_is_an_alarm_and_is_not_started_twice() {
        String late = desk.works();
        desk.losesKeeper(late);
        clock.advance(Duration.ofMinutes(61));
        String escalation = desk.begins(late);
        Job first = management.createJobQuery().processInstanceId(escalation).singleResult();
        management.setJobRetries(first.getId(), 0);
        clock.advance(HOUR);
        desk.settles();
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey(EscalationProcess.KEY)
                        .processInstanceBusinessKey(late)
                        .count())
                .isEqualTo(1);

        management.setJobRetries(first.getId(), 1);
        desk.settles();
        assertThat(desk.called(late)).isEqualTo("team-leads");
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void a_clock_whose_work_is_gone_stops() {
        String gone = desk.works();
        desk.losesKeeper(gone);
        runtime.deleteProcessInstance(desk.holder(gone), "withdrawn");
        desk.passes(Duration.ofHours(2));
        assertThat(clocks.find(gone, HelpDesk.RESOLVE).orElseThrow().stopped()).isNotNull();
        assertThat(table.of(gone)).isEmpty();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void a_watch_that_falls_silent_is_an_alarm_and_comes_round_once_after_a_long_absence() {
        long watches = desk.watches();
        clock.advance(Duration.ofDays(90));
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails().get("reason").toString()).contains("for more than 3 hours");

        desk.settles();

        assertThat(desk.watches()).isEqualTo(watches + 1);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        desk.passes(HOUR);
        assertThat(desk.watches()).isEqualTo(watches + 2);
    }
}
