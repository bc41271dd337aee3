package io.amends.callout;

import static io.amends.callout.CallOutRole.COMMUNICATIONS;
import static io.amends.callout.CallOutRole.CRISIS_LEAD;
import static io.amends.callout.CallOutRole.DIRECTOR;
import static io.amends.callout.CallOutRole.LEGAL;
import static io.amends.callout.CallOutRole.SERVICE_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.amends.callout.CallOutTestApp.CallOutTest;
import io.amends.clock.HouseClock;
import io.amends.letter.LetterView;
import io.amends.modeling.FormRefusal;
import io.amends.modeling.TaskFacts;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** From the first call to a named person who is on it, on whichever database (M-3, C-5). */
@CallOutTest
abstract class CallOutContract {

    @Autowired
    CallRoom room;

    @Autowired
    CallOutTable table;

    @Autowired
    Roster roster;

    @Autowired
    CallOutLetterCheck letterCheck;

    @Autowired
    CallOutsHealthIndicator health;

    @Autowired
    HouseClock clock;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    JavaMailSenderImpl server;

    @Autowired
    List<TaskFacts> facts;

    private GreenMail mailbox;

    @BeforeEach
    void open() {
        mailbox = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailbox.start();
        server.setPort(mailbox.getSmtp().getPort());
        room.opens();
    }

    @AfterEach
    void close() {
        room.closes();
        mailbox.stop();
    }

    // ------------------------------------------------------------ whom

    @Test
    void m_3_level_2_calls_four_roles_and_level_3_a_director_too() {
        String respond = room.crisis(2);
        String crisis = room.crisis(3);

        assertThat(roles(respond)).containsExactly("crisis-lead", "communications", "legal", "service-manager");
        assertThat(roles(crisis))
                .containsExactly("crisis-lead", "communications", "legal", "service-manager", "director");
        assertThat(roles(room.crisis(1))).isEmpty();
    }

    @Test
    void m_3_without_a_roster_the_group_is_called_in_order_of_name() {
        String crisis = room.crisis(3);

        assertThat(room.called(crisis, CRISIS_LEAD)).isEqualTo("media");
        assertThat(room.called(crisis, LEGAL)).isEqualTo("counsel");
        assertThat(room.called(crisis, SERVICE_MANAGER)).isEqualTo("manager");
        assertThat(room.called(crisis, DIRECTOR)).isEqualTo("director");
        room.passes(Duration.ofMinutes(6));
        assertThat(room.called(crisis, COMMUNICATIONS)).isEqualTo("press");
    }

    @Test
    void m_3_a_raised_level_calls_only_the_roles_that_are_missing() {
        String crisis = room.crisis(2);
        room.answers("media", crisis, CRISIS_LEAD);
        room.answers("media", crisis, COMMUNICATIONS);
        room.answers("counsel", crisis, LEGAL);
        assertThat(room.allRolesTaken(crisis)).isFalse();
        room.answers("manager", crisis, SERVICE_MANAGER);
        assertThat(room.allRolesTaken(crisis)).isTrue();

        room.asksAgain(crisis, 3);

        assertThat(roles(crisis)).endsWith("director").hasSize(5);
        assertThat(room.called(crisis, DIRECTOR)).isEqualTo("director");
        room.answers("director", crisis, DIRECTOR);
        room.asksAgain(crisis, 3);
        assertThat(roles(crisis)).hasSize(5);
        assertThat(room.allRolesTaken(crisis)).isTrue();
    }

    @Test
    void m_3_a_raised_level_has_its_shorter_window_at_once() {
        room.line(CRISIS_LEAD, "manager", "director");
        room.line(LEGAL, "counsel", "director");
        String crisis = room.crisis(2);
        room.passes(Duration.ofMinutes(2));
        room.levelBecomes(crisis, 3);

        assertThat(room.called(crisis, CRISIS_LEAD)).isEqualTo("manager");
        assertThat(room.call(crisis, CRISIS_LEAD).getDueDate().toInstant())
                .isBetween(clock.instant().plusSeconds(170), clock.instant().plusSeconds(180));
        room.passes(Duration.ofMinutes(3));
        assertThat(room.calls(crisis, CRISIS_LEAD)).containsExactly("manager", "manager", "director");

        String other = room.crisis(2);
        room.passes(Duration.ofMinutes(7));
        room.levelBecomes(other, 3);
        assertThat(room.called(other, LEGAL))
                .as("seven minutes are over already")
                .isEqualTo("director");
        room.levelBecomes(other, 2);
        assertThat(room.called(other, LEGAL)).isEqualTo("director");
        assertThat(room.call(other, LEGAL).getDueDate().toInstant())
                .isAfter(clock.instant().plusSeconds(890));
    }

    @Test
    void c_7_a_lowered_level_withdraws_the_calls_that_it_does_not_ask_for() {
        String crisis = room.crisis(3);
        CallRef director = reference(crisis, DIRECTOR);
        room.levelBecomes(crisis, 2);
        assertThat(room.call(crisis, DIRECTOR)).isNull();
        assertThat(room.called(crisis, LEGAL)).isEqualTo("counsel");
        assertThat(letterCheck.stillWanted(crisis, "call-out", director.text())).isFalse();

        room.levelBecomes(crisis, 1);
        assertThat(table.rows(crisis)).hasSize(5).allMatch(row -> !row.open() && row.answeredAt() == null);
        assertThat(room.allRolesTaken(crisis)).isTrue();
    }

    @Test
    void m_3_who_is_called_for_two_roles_can_tell_them_apart() {
        room.line(CRISIS_LEAD, "media");
        room.line(COMMUNICATIONS, "media");
        String crisis = room.crisis(2);
        assertThat(room.call(crisis, CRISIS_LEAD).getName()).isEqualTo("Acknowledge the call-out: Crisis lead");
        assertThat(room.call(crisis, COMMUNICATIONS).getName()).isEqualTo("Acknowledge the call-out: Communications");
    }

    // ------------------------------------------------------------ in which order

    @Test
    void c_5_who_does_not_answer_is_passed_by_the_deputy_the_next_in_line_and_from_the_top_again() {
        room.line(CRISIS_LEAD, "manager", "director", "media");
        String crisis = room.crisis(2);
        assertThat(room.called(crisis, CRISIS_LEAD)).isEqualTo("manager");

        room.passes(Duration.ofMinutes(14));
        assertThat(room.called(crisis, CRISIS_LEAD)).isEqualTo("manager");
        room.passes(Duration.ofMinutes(1));
        assertThat(room.called(crisis, CRISIS_LEAD)).isEqualTo("director");
        room.passes(Duration.ofMinutes(15));
        assertThat(room.called(crisis, CRISIS_LEAD)).isEqualTo("media");
        room.passes(Duration.ofMinutes(15));
        assertThat(room.called(crisis, CRISIS_LEAD)).isEqualTo("manager");
        room.passes(Duration.ofMinutes(15));
        room.passes(Duration.ofMinutes(15));
        room.passes(Duration.ofMinutes(15));

        assertThat(room.calls(crisis, CRISIS_LEAD))
                .containsExactly("manager", "director", "media", "manager", "director", "media", "manager");
    }

    @Test
    void m_3_at_level_3_the_window_is_five_minutes_around_the_clock() {
        clock.advance(Duration.ofHours(9));
        room.line(LEGAL, "counsel", "director");
        String crisis = room.crisis(3);

        assertThat(room.call(crisis, LEGAL).getDueDate().toInstant())
                .isBetween(clock.instant().plusSeconds(290), clock.instant().plusSeconds(300));
        room.passes(Duration.ofMinutes(5));
        assertThat(room.called(crisis, LEGAL)).isEqualTo("director");
    }

    @Test
    void c_5_the_line_stays_as_it_was_when_the_roster_changes() {
        room.line(CRISIS_LEAD, "manager", "director");
        String crisis = room.crisis(2);
        room.line(CRISIS_LEAD, "media");

        room.passes(Duration.ofMinutes(16));
        room.passes(Duration.ofMinutes(16));

        assertThat(room.calls(crisis, CRISIS_LEAD)).containsExactly("manager", "director", "manager");
        assertThat(room.calls(room.crisis(2), CRISIS_LEAD)).containsExactly("manager");
    }

    @Test
    void an_account_that_is_gone_is_passed_over_also_when_it_goes_later() {
        room.signUp("leaver", "Lea", "directors");
        room.line(CRISIS_LEAD, "manager", "leaver", "director");
        String crisis = room.crisis(2);
        room.leaves("leaver");

        room.passes(Duration.ofMinutes(16));

        assertThat(room.called(crisis, CRISIS_LEAD)).isEqualTo("director");
    }

    // ------------------------------------------------------------ answering

    @Test
    void c_5_the_deputy_answers_and_is_the_named_person() {
        room.line(CRISIS_LEAD, "manager", "director");
        String crisis = room.crisis(3);
        room.passes(Duration.ofMinutes(6));

        room.answers("director", crisis, CRISIS_LEAD);
        room.passes(Duration.ofHours(1));

        assertThat(table.answeredBy(crisis, "crisis-lead")).contains("director");
        CallOuts.CallOut lead = table.of(crisis).get(0);
        assertThat(lead.answeredBy()).isEqualTo("director");
        assertThat(lead.answeredAt()).isNotNull();
        assertThat(lead.calls()).hasSize(2);
        assertThat(lead.calls().get(0).answeredAt()).isNull();
        assertThat(lead.calls().get(1).answeredAt()).isEqualTo(lead.answeredAt());
        assertThat(table.answeredBy(crisis, "legal")).isEmpty();
        assertThat(room.call(crisis, CRISIS_LEAD)).isNull();
    }

    @Test
    void c_5_nobody_answers_but_the_person_whose_turn_it_is() {
        room.line(CRISIS_LEAD, "manager", "director");
        String crisis = room.crisis(2);
        for (String other : List.of("director", "media", "admin")) {
            assertThatThrownBy(() -> room.answers(other, crisis, CRISIS_LEAD))
                    .isInstanceOfAny(FormRefusal.class, AuthorizationException.class);
            assertThatThrownBy(() -> room.as(
                            other,
                            () -> tasks.setAssignee(
                                    room.call(crisis, CRISIS_LEAD).getId(), other)))
                    .isInstanceOfAny(FormRefusal.class, AuthorizationException.class);
        }
        Task first = room.call(crisis, CRISIS_LEAD);
        room.passes(Duration.ofMinutes(16));
        assertThatThrownBy(() -> room.as("manager", () -> tasks.complete(first.getId())))
                .as("whose turn has passed")
                .hasMessageContaining("no such task");
        assertThat(room.called(crisis, CRISIS_LEAD)).isEqualTo("director");
    }

    @Test
    void c_7_a_call_out_ends_with_its_case() {
        String crisis = room.crisis(3);
        CallRef call = reference(crisis, CRISIS_LEAD);

        room.ends(crisis);
        room.passes(Duration.ofMinutes(30));

        assertThat(table.rows(crisis)).hasSize(5).allMatch(row -> !row.open() && row.answeredAt() == null);
        assertThat(room.calls(crisis, CRISIS_LEAD)).hasSize(1);
        assertThat(letterCheck.stillWanted(crisis, "call-out", call.text())).isFalse();
    }

    // ------------------------------------------------------------ letters and forms

    @Test
    void t_4_each_who_is_called_gets_a_letter_and_nobody_gets_one_that_is_no_longer_needed() {
        room.line(LEGAL, "counsel", "director");
        String crisis = room.crisis(2);
        CallRef first = reference(crisis, LEGAL);
        assertThat(letterCheck.stillWanted(crisis, "call-out", first.text())).isTrue();

        room.passes(Duration.ofMinutes(16));

        assertThat(room.letters(crisis))
                .filteredOn(letter -> letter.letter().equals("call-out"))
                .extracting(LetterView::recipient, LetterView::fate)
                .contains(tuple("counsel@amends.example", "sent"), tuple("director@amends.example", "sent"));
        assertThat(letterCheck.stillWanted(crisis, "call-out", first.text())).isFalse();
        assertThat(letterCheck.stillWanted(crisis, "escalation", first.text())).isTrue();
    }

    @Test
    void the_form_says_for_what_until_when_and_who_was_called_before() {
        room.line(LEGAL, "counsel", "director");
        String crisis = room.crisis(2);
        room.passes(Duration.ofMinutes(16));

        Map<String, Object> variables =
                tasks.getVariables(room.call(crisis, LEGAL).getId());
        Map<String, Object> shown = new HashMap<>();
        facts.forEach(part -> shown.putAll(part.of(crisis, variables)));

        assertThat(shown.get("callOut").toString()).contains("role=Legal", "level=2", "by=");
        assertThat(shown.get("calledRows").toString()).contains("who=Leonard Example");
    }

    // ------------------------------------------------------------ nobody

    @Test
    void m_3_nobody_to_call_is_an_alarm_until_somebody_is() {
        room.leaves("counsel");
        String crisis = room.crisis(3);

        assertThat(room.calls(crisis, LEGAL)).isEmpty();
        assertThat(runtime.createIncidentQuery()
                        .incidentType(NobodyAlarm.INCIDENT)
                        .processDefinitionKeyIn(CallOutProcess.KEY)
                        .list())
                .singleElement()
                .satisfies(incident -> assertThat(incident.getIncidentMessage())
                        .contains("Nobody can be called out as legal for " + crisis, "/call-outs/roster"));
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails().get("roles")).isEqualTo(List.of("legal of " + crisis));
        room.passes(Duration.ofMinutes(6));
        assertThat(runtime.createIncidentQuery()
                        .incidentType(NobodyAlarm.INCIDENT)
                        .processDefinitionKeyIn(CallOutProcess.KEY)
                        .count())
                .isOne();

        room.line(LEGAL, "director");
        room.passes(Duration.ofMinutes(6));

        assertThat(room.called(crisis, LEGAL)).isEqualTo("director");
        assertThat(runtime.createIncidentQuery()
                        .incidentType(NobodyAlarm.INCIDENT)
                        .count())
                .isZero();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    // ------------------------------------------------------------ the roster

    @Test
    void a_line_is_put_in_order_and_every_change_is_on_record() {
        room.signUp("chair", "Zoe", "directors");
        room.line(LEGAL, "counsel", "director", "chair");

        roster.move(LEGAL, "chair", true, "press");
        roster.move(LEGAL, "counsel", false, "press");
        roster.move(LEGAL, "chair", true, "press");
        roster.remove(LEGAL, "director", "press");
        roster.add("legal", "counsel", "press");

        assertThat(roster.line(LEGAL)).containsExactly("chair", "counsel");
        assertThat(roster.changes(4))
                .extracting(
                        RosterTable.Change::role,
                        RosterTable.Change::userId,
                        RosterTable.Change::what,
                        RosterTable.Change::who)
                .containsExactly(
                        tuple("legal", "director", "removed", "press"),
                        tuple("legal", "counsel", "down", "press"),
                        tuple("legal", "chair", "up", "press"),
                        tuple("legal", "chair", "added", "media"));
        assertThat(roster.changes(1).get(0).at()).isBetween(clock.instant().minusSeconds(60), clock.instant());
    }

    @Test
    void nobody_stands_on_a_line_who_does_not_work_on_cases_and_no_role_is_made_up() {
        assertThat(roster.add("legal", "nobody", "media")).isFalse();
        assertThat(roster.add("legal", "admin", "media")).isFalse();
        assertThat(roster.add("king", "counsel", "media")).isFalse();
        assertThat(roster.remove(LEGAL, "counsel", "media")).isFalse();
        assertThat(roster.move(LEGAL, "counsel", true, "media")).isFalse();
        assertThat(roster.line(LEGAL)).isEmpty();
    }

    private List<String> roles(String caseNumber) {
        return table.of(caseNumber).stream().map(CallOuts.CallOut::role).toList();
    }

    private CallRef reference(String caseNumber, CallOutRole role) {
        Object text = tasks.getVariable(room.call(caseNumber, role).getId(), "callOccurrence");
        return CallRef.of(text.toString()).orElseThrow();
    }
}
