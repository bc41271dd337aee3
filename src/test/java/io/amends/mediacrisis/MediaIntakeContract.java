package io.amends.mediacrisis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.casefile.MediaThreat;
import io.amends.clock.CaseClock;
import io.amends.clock.CaseClocks;
import io.amends.complaint.Complaint;
import io.amends.complaint.ComplaintIntake;
import io.amends.complaint.Complaints;
import io.amends.complaint.CustomerVoice;
import io.amends.customer.CustomerDirectory;
import io.amends.letter.LetterView;
import io.amends.letter.Letters;
import io.amends.modeling.FormRefusal;
import io.amends.modeling.FormRefusal.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.result.MockMvcResultMatchers;

/** What the intake of media events promises, and the front of the process behind it, on whichever database (M-1 to M-10, M-16). */
@SpringBootTest(
        classes = MediaTestApp.class,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "camunda.bpm.history-level=full",
            "amends.media.threat-poll=PT1H"
        })
@AutoConfigureMockMvc
@ActiveProfiles("test")
abstract class MediaIntakeContract {

    @Autowired
    MediaIntake intake;

    @Autowired
    RegisterMediaEventForm form;

    @Autowired
    ThreatWatch threats;

    @Autowired
    MediaEventTable events;

    @Autowired
    MediaCrisisTable crises;

    @Autowired
    CaseFiles cases;

    @Autowired
    CaseClocks clocks;

    @Autowired
    RegisterInMemory register;

    @Autowired
    Complaints complaints;

    @Autowired
    ComplaintIntake complaintIntake;

    @Autowired
    CustomerVoice voice;

    @Autowired
    CustomerDirectory customers;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    MediaTestApp.StandingClock clock;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    LevelAction levelAction;

    @Autowired
    FrontFacts facts;

    @Autowired
    Statements statements;

    @Autowired
    CoreMessages messages;

    @Autowired
    CrisisApprovals approvals;

    @Autowired
    ChosenWays chosenWays;

    @Autowired
    PressCalls pressCalls;

    @Autowired
    HoldingStatementLetter letter;

    @Autowired
    Letters letters;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    @BeforeEach
    void nothingIsKnown() {
        // what waits is taken up when a test says so
        threats.stop();
        reset(complaints, complaintIntake, voice, customers);
        jdbc.sql("delete from media_threat").update();
    }

    // ------------------------------------------------------------ intake

    @Test
    void an_event_becomes_a_case_with_a_level_and_a_clock_for_the_holding_statement() {
        MediaIntake.Taken taken = intake.take(
                event(matter()).tone("hostile").journalist("Ann Reporter").build());

        assertThat(taken.level()).isEqualTo(2);
        assertThat(taken.joined()).isFalse();
        CaseFile file = cases.find(taken.caseNumber()).orElseThrow();
        assertThat(file.number()).startsWith("MCR-");
        assertThat(file.severity()).isEqualTo("S2");
        MediaEvent kept = events.of(taken.caseNumber()).get(0);
        assertThat(kept.outletId()).isEqualTo("O-1");
        assertThat(kept.personId()).isEqualTo("P-1");
        assertThat(kept.level()).isEqualTo(2);
        CaseClock holding = clocks.find(taken.caseNumber(), "holding-statement").orElseThrow();
        assertThat(holding.due()).isEqualTo(clock.instant().plus(Duration.ofMinutes(60)));
        assertThat(holding.holder()).isEqualTo(file.processInstanceId());
        assertThat(runtime.getVariables(file.processInstanceId()))
                .containsEntry("level", 2)
                .containsEntry("responding", true)
                .containsEntry("severity", "S2")
                .containsEntry("priority", 60)
                .doesNotContainKeys("claim", "journalist", "outlet");
    }

    @Test
    void a_level_1_event_is_only_watched() {
        MediaIntake.Taken taken = intake.take(event(matter()).tone("neutral").build());
        assertThat(taken.level()).isEqualTo(1);
        assertThat(cases.find(taken.caseNumber()).orElseThrow().severity()).isEqualTo("S4");
        assertThat(clocks.of(taken.caseNumber())).isEmpty();
        assertThat(variable(taken, "responding")).isEqualTo(false);
    }

    @Test
    void a_deadline_sooner_than_the_hour_counts_and_one_that_has_passed_has_run_out() {
        Instant soon = clock.instant().plus(Duration.ofMinutes(20));
        MediaIntake.Taken first =
                intake.take(event(matter()).tone("hostile").deadline(soon).build());
        assertThat(due(first, "holding-statement")).isEqualTo(soon);
        assertThat(first.deadlinePassed()).isFalse();

        Instant past = clock.instant().minus(Duration.ofHours(3));
        MediaIntake.Taken second =
                intake.take(event(matter()).tone("hostile").deadline(past).build());
        assertThat(second.deadlinePassed()).isTrue();
        assertThat(due(second, "holding-statement")).isEqualTo(past);
        assertThat(facts.of(crises.find(second.caseNumber()).orElseThrow()).get("Reported"))
                .contains("which had passed already when it was reported");
    }

    @Test
    void the_same_matter_joins_and_an_exercise_never_joins_what_is_real() {
        String matter = matter();
        MediaIntake.Taken first = intake.take(event(matter).tone("neutral").build());
        MediaIntake.Taken again = intake.take(event(matter.toUpperCase(java.util.Locale.ROOT) + "!")
                .tone("hostile")
                .build());
        assertThat(again.caseNumber()).isEqualTo(first.caseNumber());
        assertThat(again.joined()).isTrue();
        assertThat(again.level()).isEqualTo(2);
        assertThat(events.of(first.caseNumber())).hasSize(2);
        assertThat(variable(first, "level")).isEqualTo(2);
        // the watch says that an answer begins after all
        assertThat(variable(first, "responding")).isEqualTo(false);

        MediaIntake.Taken exercise = intake.take(event(matter).exercise(true).build());
        assertThat(exercise.caseNumber()).isNotEqualTo(first.caseNumber());
    }

    @Test
    void news_never_lower_the_level_but_a_person_does() {
        String matter = matter();
        MediaIntake.Taken first = intake.take(event(matter).safety(true).build());
        assertThat(first.level()).isEqualTo(3);
        MediaIntake.Taken second = intake.take(event(matter).tone("neutral").build());
        assertThat(second.level()).isEqualTo(3);
        assertThat(events.of(first.caseNumber()).get(1).level()).isEqualTo(1);

        MediaCrisis crisis = crises.find(first.caseNumber()).orElseThrow();
        assertThat(levelAction.of(crisis)).singleElement().satisfies(action -> assertThat(action.options())
                .containsExactly("watch", "respond"));
        assertThat(levelAction.act(crisis, "level-changed", "respond", "Nobody was in danger.", "media"))
                .isEmpty();
        assertThat(crises.find(first.caseNumber()).orElseThrow().level()).isEqualTo(2);
        assertThat(crises.find(first.caseNumber()).orElseThrow().levelReason()).isEqualTo("Nobody was in danger.");
        assertThat(variable(first, "level")).isEqualTo(2);
        assertThat(cases.find(first.caseNumber()).orElseThrow().severity()).isEqualTo("S2");
    }

    @Test
    void what_turns_out_to_be_a_hoax_is_only_watched_and_the_answer_is_taken_back() {
        MediaIntake.Taken taken = intake.take(event(matter()).tone("hostile").build());
        runJobs(taken.caseNumber(), "Task_ChooseRoles");
        runJobs(taken.caseNumber(), "CallActivity_HoldingStatement");
        assertThat(task(taken.caseNumber(), "Task_FindFacts")).isNotNull();

        levelAction.act(
                crises.find(taken.caseNumber()).orElseThrow(), "level-changed", "watch", "It was a hoax.", "media");

        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(taken.caseNumber())
                        .count())
                .isZero();
        verify(clocks).stop(taken.caseNumber(), "holding-statement");
        assertThat(variable(taken, "responding")).isEqualTo(false);
        assertThat(variable(taken, "onlyWatched")).isEqualTo(true);
        assertThat(crises.find(taken.caseNumber()).orElseThrow().respondingSince())
                .isNull();
        String instance = cases.find(taken.caseNumber()).orElseThrow().processInstanceId();
        assertThat(runtime.getActivityInstance(instance).getChildTransitionInstances())
                .extracting(org.camunda.bpm.engine.runtime.TransitionInstance::getActivityId)
                .containsExactly("CallActivity_Watch");
    }

    @Test
    void the_same_event_twice_answers_the_first_case() {
        NewMediaEvent event =
                event(matter()).external(UUID.randomUUID().toString()).build();
        MediaIntake.Taken first = intake.take(event);
        MediaIntake.Taken second = intake.take(event);
        assertThat(second.known()).isTrue();
        assertThat(second.caseNumber()).isEqualTo(first.caseNumber());
        assertThat(events.of(first.caseNumber())).hasSize(1);
    }

    @Test
    void reports_on_one_matter_that_come_at_once_make_one_crisis() throws Exception {
        for (int round = 0; round < 3; round++) {
            String matter = matter();
            List<MediaIntake.Taken> taken = atOnce(
                    () -> intake.take(event(matter).build()),
                    () -> intake.take(event(matter).tone("hostile").build()),
                    () -> intake.take(event(matter).build()));
            assertThat(taken)
                    .extracting(MediaIntake.Taken::caseNumber)
                    .containsOnly(taken.get(0).caseNumber());
            assertThat(taken).filteredOn(one -> !one.joined()).hasSize(1);
            assertThat(events.of(taken.get(0).caseNumber())).hasSize(3);
        }
    }

    @Test
    void what_points_to_nothing_is_refused_by_name_with_the_way_out() {
        NewMediaEvent event = event(matter())
                .outlet("Nobody Times")
                .caseNumber("MCR-1999-000001")
                .complaint("CMP-1999-000001")
                .customer("C-none")
                .build();
        assertThatThrownBy(() -> intake.take(event)).isInstanceOfSatisfying(FormRefusal.class, refusal -> {
            assertThat(refusal.findings())
                    .extracting(Finding::field)
                    .containsExactly("outlet", "caseNumber", "complaintCase", "customerNumber");
            assertThat(refusal.reason()).contains("Nobody Times", "add it first");
        });
    }

    @Test
    void a_person_in_a_hurry_loses_nothing() {
        Map<String, Object> typed = new HashMap<>(Map.of(
                "title",
                "  " + matter() + "\n",
                "kind",
                "mention",
                "outlet",
                "daily post",
                "claim",
                " ",
                "reach",
                "local",
                "tone",
                "critical",
                "complaintCase",
                "what is that",
                "customerNumber",
                "Mrs Li"));
        typed.put("deadline", "2099-01-01T00:00Z");
        typed.put("safetyRisk", false);
        String instance = form.submit(typed).getId();
        String caseNumber = (String) runtime.getVariable(instance, "caseNumber");
        assertThat(events.of(caseNumber).get(0).outletId()).isEqualTo("O-1");
        assertThat(events.notes(caseNumber))
                .containsExactly("Complaint as told: what is that; Customer as told: Mrs Li");
        assertThat(events.of(caseNumber).get(0).source()).isEqualTo("tasklist");
    }

    @Test
    void a_report_may_come_without_its_outlet_and_a_call_may_not() {
        Map<String, Object> heard = new HashMap<>(Map.of(
                "title", matter(), "kind", "mention", "claim", "It leaks.", "reach", "regional", "tone", "critical"));
        heard.put("outlet", " ");
        String instance = form.submit(heard).getId();
        String caseNumber = (String) runtime.getVariable(instance, "caseNumber");
        assertThat(events.of(caseNumber)).singleElement().satisfies(event -> {
            assertThat(event.outletId()).isNull();
            assertThat(event.outletName()).isNull();
        });

        heard.put("kind", "call");
        assertThatThrownBy(() -> form.submit(heard)).isInstanceOfSatisfying(FormRefusal.class, refusal -> {
            assertThat(refusal.field()).isEqualTo("outlet");
            assertThat(refusal.reason()).contains("required when a journalist calls");
        });
    }

    @Test
    void an_outlet_that_is_said_to_be_new_is_taken_up_by_the_form() {
        String outlet = "Blog of " + matter();
        String instance = form.submit(Map.of(
                        "title", matter(),
                        "kind", "mention",
                        "outlet", outlet,
                        "newOutlet", true,
                        "claim", "It leaks.",
                        "reach", "local",
                        "tone", "critical"))
                .getId();
        String caseNumber = (String) runtime.getVariable(instance, "caseNumber");
        assertThat(events.of(caseNumber).get(0).outletId())
                .isEqualTo(register.outlet(outlet).orElseThrow().id());
        assertThat(register.outlet(outlet).orElseThrow().checked()).isFalse();
    }

    @Test
    void the_form_offers_outlets_and_journalists_of_the_register() {
        assertThat(form.choices().get("outletOptions"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains(Map.of("value", "O-1", "label", "Daily Post"));
        assertThat(form.choices().get("journalistOptions"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains(Map.of("value", "P-1", "label", "Ann Reporter, Daily Post"));
    }

    @Test
    void a_journalist_who_is_chosen_brings_their_outlet_along() {
        Map<String, Object> chosen = new HashMap<>(Map.of(
                "title", matter(), "kind", "call", "claim", "It leaks.", "reach", "regional", "tone", "critical"));
        chosen.put("knownJournalist", "P-1");
        String instance = form.submit(chosen).getId();
        assertThat(events.of((String) runtime.getVariable(instance, "caseNumber")))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.outletName()).isEqualTo("Daily Post");
                    assertThat(event.journalist()).isEqualTo("Ann Reporter");
                    assertThat(event.personId()).isEqualTo("P-1");
                });
    }

    @Test
    void an_outlet_that_is_chosen_may_have_a_journalist_whom_nobody_knows() {
        Map<String, Object> chosen = new HashMap<>(Map.of(
                "title", matter(), "kind", "call", "claim", "It leaks.", "reach", "regional", "tone", "critical"));
        chosen.put("knownOutlet", "O-1");
        chosen.put("journalist", "Nora New");
        String instance = form.submit(chosen).getId();
        assertThat(events.of((String) runtime.getVariable(instance, "caseNumber")))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.outletId()).isEqualTo("O-1");
                    assertThat(event.journalist()).isEqualTo("Nora New");
                });
    }

    @Test
    void an_outlet_that_nobody_knows_is_refused_by_name_in_the_form_too() {
        assertThatThrownBy(() -> form.submit(Map.of(
                        "title", matter(),
                        "kind", "mention",
                        "outlet", "Brand New Blog",
                        "claim", "It leaks.",
                        "reach", "local",
                        "tone", "critical")))
                .isInstanceOfSatisfying(FormRefusal.class, refusal -> {
                    assertThat(refusal.field()).isEqualTo("outlet");
                    assertThat(refusal.reason()).contains("'Brand New Blog'", "/media-register");
                });
    }

    // ------------------------------------------------------------ the customer behind it

    @Test
    void a_complaint_that_is_named_is_linked_and_raised() {
        String complaint = complaint(false);
        MediaIntake.Taken taken =
                intake.take(event(matter()).complaint(complaint).build());
        assertThat(crises.find(taken.caseNumber()).orElseThrow().complaintCase())
                .isEqualTo(complaint);
        assertThat(links(taken.caseNumber())).containsExactly(complaint);
        assertThat(links(complaint)).containsExactly(taken.caseNumber());
        verify(voice).mediaThreat(eq(complaint), contains("A part came loose"));
        // what we told it comes back and is no news
        String told = "The media report on this matter: "
                + crises.find(taken.caseNumber()).orElseThrow().title() + ". A part came loose.";
        publisher.publishEvent(new MediaThreat(complaint, told));
        assertThat(threats.takeUp()).isZero();
        // another matter in the same words joins over the complaint, which is not raised twice
        MediaIntake.Taken other =
                intake.take(event(matter()).complaint(complaint).build());
        assertThat(other.caseNumber()).isEqualTo(taken.caseNumber());
        verify(voice, times(1)).mediaThreat(anyString(), anyString());
    }

    @Test
    void an_exercise_raises_no_real_complaint() {
        String complaint = complaint(false);
        intake.take(event(matter()).complaint(complaint).exercise(true).build());
        verify(voice, never()).mediaThreat(anyString(), anyString());
    }

    @Test
    void for_a_customer_without_a_complaint_one_is_opened() {
        String complaint = complaint(true);
        when(customers.byNumber("C-7"))
                .thenReturn(Optional.of(new io.amends.customer.Customer(
                        "C-7", "Mary Mum", "mary@example.org", null, null, "en", "B", false, false, null, null)));
        when(customers.find(any())).thenReturn(List.of());
        when(complaintIntake.take(any())).thenReturn(new ComplaintIntake.Taken(complaint, "p", false, false));
        MediaIntake.Taken taken = intake.take(event(matter()).customer("C-7").build());
        verify(complaintIntake)
                .take(org.mockito.ArgumentMatchers.argThat(asked -> asked.mediaThreat()
                        && asked.source().equals("media-crisis")
                        && "C-7".equals(asked.contact().customerNumber())));
        assertThat(links(taken.caseNumber())).containsExactly(complaint);
        verify(voice, never()).mediaThreat(anyString(), anyString());
    }

    @Test
    void a_complaint_that_threatens_starts_a_crisis_once() {
        String complaint = complaint(true);
        publisher.publishEvent(new MediaThreat(complaint, "I will tell the newspapers."));
        publisher.publishEvent(new MediaThreat(complaint, "I will tell the newspapers."));
        assertThat(threats.takeUp()).isEqualTo(1);
        assertThat(threats.takeUp()).isZero();
        String crisis = crises.openOver(complaint, false).orElseThrow();
        assertThat(events.of(crisis)).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo("threat");
            assertThat(event.claim()).isEqualTo("I will tell the newspapers.");
            assertThat(event.level()).isEqualTo(3);
        });
        assertThat(links(complaint)).containsExactly(crisis);
        // other words join the crisis that is open on it
        publisher.publishEvent(new MediaThreat(complaint, "And the television."));
        assertThat(threats.takeUp()).isEqualTo(1);
        assertThat(events.of(crisis)).hasSize(2);
        assertThat(crises.openOver(complaint, false)).hasValue(crisis);
    }

    @Test
    void another_complaint_about_the_product_and_a_report_on_it_join_the_crisis() {
        String product = "Kettle Brio " + UUID.randomUUID();
        String complaint = complaintAbout(product);
        publisher.publishEvent(new MediaThreat(complaint, "I will tell the newspapers."));
        threats.takeUp();
        String crisis = crises.openOver(complaint, false).orElseThrow();
        assertThat(crises.find(crisis).orElseThrow().title()).isEqualTo(product);
        assertThat(cases.find(crisis).orElseThrow().subject()).isEqualTo(product);

        String second = complaintAbout(" " + product.toUpperCase(java.util.Locale.ROOT));
        publisher.publishEvent(new MediaThreat(second, "The television will hear of it."));
        threats.takeUp();
        assertThat(links(second)).containsExactly(crisis);

        MediaIntake.Taken report =
                intake.take(event("The " + product + " burns hands").build());
        assertThat(report.caseNumber()).isEqualTo(crisis);
        assertThat(events.of(crisis)).hasSize(3);
    }

    @Test
    void a_threat_over_what_is_reported_already_joins_the_crisis_and_one_that_names_nothing_does_not() {
        String product = "Kettle Brio " + UUID.randomUUID();
        MediaIntake.Taken report = intake.take(event(product + " burns hands").build());
        String complaint = complaintAbout(product);
        publisher.publishEvent(new MediaThreat(complaint, "I will tell the newspapers, too."));
        threats.takeUp();
        assertThat(links(complaint)).containsExactly(report.caseNumber());

        String one = complaintAbout(null);
        String other = complaintAbout(null);
        publisher.publishEvent(new MediaThreat(one, "I will tell the newspapers."));
        publisher.publishEvent(new MediaThreat(other, "I will tell the newspapers."));
        threats.takeUp();
        assertThat(links(one)).doesNotContainAnyElementsOf(links(other));
        assertThat(crises.find(links(one).get(0)).orElseThrow().title()).isEqualTo("A complaint about product");
    }

    // ------------------------------------------------------------ the first steps

    @Test
    void a_journalists_call_is_returned_by_their_deadline_or_within_two_hours() {
        Instant until = clock.instant().plus(Duration.ofHours(5));
        MediaIntake.Taken taken = intake.take(event(matter())
                .kind("call")
                .journalist("Ann Reporter")
                .tone("neutral")
                .deadline(until)
                .build());
        runJobs(taken.caseNumber(), "CallActivity_ReturnCall");
        Task call = task(taken.caseNumber(), "Task_ReturnCall");
        long event = events.of(taken.caseNumber()).get(0).id();
        assertThat(tasks.getVariable(call.getId(), "clock")).isEqualTo("return-call-" + event);
        assertThat(tasks.getVariable(call.getId(), "clockUntil")).isEqualTo(until.toString());

        tasks.complete(call.getId(), Map.of("pressResult", "not-reached"));
        Task again = task(taken.caseNumber(), "Task_ReturnCall");
        assertThat(pressCalls.find(event).orElseThrow().tries()).isEqualTo(1);
        verify(clocks).takeBack(taken.caseNumber(), "return-call-" + event);
        tasks.setAssignee(again.getId(), "sam");
        tasks.complete(again.getId(), Map.of("pressResult", "reached", "pressSaid", "We look into it."));
        runJobs(taken.caseNumber(), "Task_RecordPressCall");
        assertThat(pressCalls.find(event).orElseThrow().said()).isEqualTo("We look into it.");
        assertThat(register.contacts)
                .as("whoever called stands in the log")
                .contains("P-1 " + taken.caseNumber() + " phone by sam");

        MediaIntake.Taken without = intake.take(event(matter()).kind("call").build());
        runJobs(without.caseNumber(), "CallActivity_ReturnCall");
        assertThat(tasks.getVariable(
                        task(without.caseNumber(), "Task_ReturnCall").getId(), "clockUntil"))
                .isEqualTo(clock.instant().plus(Duration.ofHours(2)).toString());
    }

    @Test
    void a_holding_statement_is_written_approved_and_released() {
        MediaIntake.Taken taken = intake.take(event(matter()).tone("hostile").build());
        String caseNumber = taken.caseNumber();
        runtime.createProcessInstanceByKey("holding-statement")
                .businessKey(caseNumber)
                .setVariables(Map.of("priority", 60))
                .execute();
        Map<String, Object> words = Map.of(
                "statementKnow", "A part came loose.",
                "statementDoing", "We look at every piece.",
                "nextWordAt", "2026-03-04T09:00Z");
        Task write = task(caseNumber, "Task_WriteStatement");
        assertThatThrownBy(() -> tasks.complete(write.getId(), words))
                .hasStackTraceContaining("nextWordAt: must lie ahead");
        Instant next = clock.instant().plus(Duration.ofHours(4));
        Map<String, Object> good = new HashMap<>(words);
        good.put("nextWordAt", next.toString());
        tasks.complete(write.getId(), good);
        tasks.complete(
                task(caseNumber, "Task_ApproveStatementAsLegal").getId(),
                Map.of("statementDecision", "send-back", "statementReason", "Say that nobody was hurt."));
        assertThat(task(caseNumber, "Task_ApproveStatementAsCrisisLead")).isNull();
        assertThat(statements.last(caseNumber, "holding").orElseThrow().reason())
                .isEqualTo("Say that nobody was hurt.");
        tasks.complete(task(caseNumber, "Task_WriteStatement").getId(), good);
        tasks.complete(task(caseNumber, "Task_ApproveStatementAsLegal").getId(), signed("statementDecision"));
        assertThat(statements.last(caseNumber, "holding").orElseThrow().approved())
                .isNull();
        tasks.complete(task(caseNumber, "Task_ApproveStatementAsCrisisLead").getId(), signed("statementDecision"));
        assertThat(statements.last(caseNumber, "holding").orElseThrow().approved())
                .isTrue();
        runJobs(caseNumber, "Task_ReleaseStatement");
        runJobs(caseNumber, "Task_BeginUpdates");

        MediaCrisis crisis = crises.find(caseNumber).orElseThrow();
        assertThat(crisis.holdingReleasedAt()).isEqualTo(clock.instant());
        assertThat(crisis.nextUpdateAt()).isEqualTo(next);
        verify(clocks).meet(caseNumber, "holding-statement");
        assertThat(due(taken, "public-update")).isEqualTo(next);
        assertThat(statements.of(caseNumber)).hasSize(2);
        assertThat(letter.addressees(
                        crisis, "holding-statement", new io.amends.correspondence.LetterVariables(Map.of())))
                .extracting(io.amends.letter.Addressee::mail)
                .containsExactly("ann@post.example", "wang@post.example");
    }

    @Test
    void a_statement_that_nobody_has_asked_for_goes_to_people_who_are_chosen_or_is_kept_ready() {
        String caseNumber = statementThatNobodyAskedFor();
        Map<String, Object> words = new HashMap<>(Map.of(
                "statementKnow", "A part came loose.",
                "statementDoing", "We look at every piece.",
                "nextWordAt", clock.instant().plus(Duration.ofHours(4)).toString()));
        String write = task(caseNumber, "Task_WriteStatement").getId();
        assertThatThrownBy(() -> tasks.complete(write, words))
                .hasStackTraceContaining("statementTo: must name somebody with a mail address");
        Map<String, Object> both = new HashMap<>(words);
        both.put("statementKept", true);
        both.put("statementTo", List.of("P-3"));
        assertThatThrownBy(() -> tasks.complete(write, both)).hasStackTraceContaining("one or the other");
        words.put("statementTo", List.of("P-3"));
        tasks.complete(write, words);
        tasks.complete(task(caseNumber, "Task_ApproveStatementAsLegal").getId(), signed("statementDecision"));
        tasks.complete(task(caseNumber, "Task_ApproveStatementAsCrisisLead").getId(), signed("statementDecision"));
        runJobs(caseNumber, "Task_ReleaseStatement");
        runJobs(caseNumber, "Task_BeginUpdates");
        MediaCrisis crisis = crises.find(caseNumber).orElseThrow();
        assertThat(letter.addressees(
                        crisis, "holding-statement", new io.amends.correspondence.LetterVariables(Map.of())))
                .extracting(io.amends.letter.Addressee::mail)
                .containsExactly("ed@post.example");
        when(letters.of(caseNumber))
                .thenReturn(List.of(
                        statementLetter("1", "ed@post.example", "sent"),
                        statementLetter("1", "newsroom@else.example", "bounced"),
                        statementLetter("2", "later@else.example", "queued")));
        intake.take(event(crisis.title()).journalist("Ann Reporter").build());
        assertThat(facts.of(crisis).get("Holding statement"))
                .as("whoever asked afterwards was not written to")
                .contains("released", "to Ed Itor, Daily Post; newsroom@else.example (came back), approved by")
                .doesNotContain("Ann Reporter");

        String quiet = statementThatNobodyAskedFor();
        words.remove("statementTo");
        words.put("statementKept", true);
        tasks.complete(task(quiet, "Task_WriteStatement").getId(), words);
        tasks.complete(task(quiet, "Task_ApproveStatementAsLegal").getId(), signed("statementDecision"));
        tasks.complete(task(quiet, "Task_ApproveStatementAsCrisisLead").getId(), signed("statementDecision"));
        runJobs(quiet, "Task_ReleaseStatement");
        runJobs(quiet, "Task_BeginUpdates");
        verify(clocks).meet(quiet, "holding-statement");
        assertThat(facts.of(crises.find(quiet).orElseThrow()).get("Holding statement"))
                .contains("kept ready", "not sent", "nobody of the media knew")
                .doesNotContain("released");
    }

    private LetterView statementLetter(String occurrence, String recipient, String fate) {
        return new LetterView(
                "id",
                "MCR-2026-000001",
                "holding-statement",
                occurrence,
                recipient,
                "en",
                "A statement",
                "<p>",
                "text",
                "<id@amends.example>",
                fate,
                clock.instant(),
                null,
                null,
                null,
                null,
                0);
    }

    private String statementThatNobodyAskedFor() {
        String caseNumber = intake.take(event(matter())
                        .outlet(null)
                        .journalist(null)
                        .tone("hostile")
                        .build())
                .caseNumber();
        runtime.createProcessInstanceByKey("holding-statement")
                .businessKey(caseNumber)
                .setVariables(Map.of("priority", 60))
                .execute();
        return caseNumber;
    }

    @Test
    void an_answer_has_one_voice_and_is_approved_by_others_before_it_goes_out() {
        String complaint = complaint(true);
        cases.takeOwnership(complaint, "party");
        String caseNumber = intake.take(
                        event(matter()).complaint(complaint).safety(true).build())
                .caseNumber();
        Map<String, Object> given = new HashMap<>(
                Map.of("responsibility", "ours", "seenBefore", false, "standing", "good", "priority", 80, "level", 3));
        given.put("owner", null);
        runtime.createProcessInstanceByKey("prepare-answer")
                .businessKey(caseNumber)
                .setVariables(given)
                .execute();
        String choose = task(caseNumber, "Task_ChooseSpokesperson").getId();
        assertThatThrownBy(() -> tasks.complete(choose, Map.of("spokesperson", "nobody")))
                .hasStackTraceContaining("'nobody' is not in the register");
        assertThatThrownBy(() -> tasks.complete(choose, Map.of("spokesperson", "untrained")))
                .hasStackTraceContaining("Uli Untrained may not speak for the house today: last trained");
        assertThatThrownBy(() -> tasks.complete(choose, Map.of("spokesperson", "party")))
                .hasStackTraceContaining("Pat Party is party to the matter: owns the complaint " + complaint);
        tasks.complete(choose, Map.of("spokesperson", "spokesperson"));

        String set = task(caseNumber, "Task_SetMessages").getId();
        assertThat(tasks.getVariable(set, "proposedPosture")).isEqualTo("rebuild");
        assertThatThrownBy(() -> tasks.complete(set, Map.of("posture", "rebuild", "messages", "1\n2\n3\n4\n5\n6")))
                .hasStackTraceContaining("holds 6");
        tasks.complete(
                set,
                Map.of("posture", "rebuild", "messages", "We are sorry.\nWe put it right.", "proofs", "1. Said so"));
        String legal = task(caseNumber, "Task_ApproveAsLegal").getId();
        assertThatThrownBy(() -> tasks.complete(legal, Map.of("messagesDecision", "approve", "neverLie", true)))
                .hasStackTraceContaining("neverNoComment: must be signed");
        tasks.complete(legal, Map.of("messagesDecision", "send-back", "sendBackReason", "Too soft."));
        assertThat(task(caseNumber, "Task_ApproveAsCrisisLead")).isNull();
        assertThat(task(caseNumber, "Task_ApproveAsDirector")).isNull();
        assertThat(approvals.of(caseNumber)).hasSize(1);
        tasks.complete(
                task(caseNumber, "Task_SetMessages").getId(),
                Map.of("posture", "rebuild", "messages", "We are very sorry."));
        for (String role : List.of("Task_ApproveAsLegal", "Task_ApproveAsCrisisLead", "Task_ApproveAsDirector")) {
            tasks.complete(task(caseNumber, role).getId(), signed("messagesDecision"));
        }
        String ways = task(caseNumber, "Task_ChooseWays").getId();
        assertThatThrownBy(() -> tasks.complete(
                        ways, Map.of("chosenWays", List.of("press-release"), "pressReleaseTo", List.of())))
                .hasStackTraceContaining("pressReleaseTo: must name at least one person");
        tasks.complete(
                ways,
                Map.of(
                        "chosenWays",
                        List.of("press-release", "interview"),
                        "pressReleaseTo",
                        List.of("P-1", "P-2"),
                        "interviewTo",
                        List.of("P-2")));

        assertThat(messages.of(caseNumber)).singleElement().satisfies(message -> assertThat(message.words())
                .isEqualTo(4));
        assertThat(chosenWays.of(caseNumber, 2))
                .containsExactly(
                        new ChosenWays.ChosenWay(0, "press-release", List.of("P-1", "P-2")),
                        new ChosenWays.ChosenWay(1, "interview", List.of("P-2")));
        WaysInClocks clocks = new WaysInClocks(chosenWays);
        assertThat(clocks.subject(caseNumber, "speak", 0))
                .as("M-10: one clock each")
                .contains("press release");
        assertThat(clocks.subject(caseNumber, "speak", 1)).contains("interview");
        assertThat(clocks.subject(caseNumber, "speak", 2)).isEmpty();
        assertThat(clocks.subject(caseNumber, "approve-answer", 1)).isEmpty();
        chosenWays.choose(caseNumber, 3, List.of(new ChosenWays.ChosenWay(0, "briefing", List.of())));
        assertThat(clocks.subject(caseNumber, "speak", 0)).contains("press release, then briefing");
        assertThat(crises.find(caseNumber).orElseThrow().spokesperson()).isEqualTo("spokesperson");
        assertThat(facts.of(crises.find(caseNumber).orElseThrow()).get("Approvals"))
                .contains("Legal: sent back by", "Too soft.", "signed: no lie");
    }

    // ------------------------------------------------------------ the API

    @Test
    void the_api_answers_case_level_and_clocks_and_names_what_is_wrong() throws Exception {
        var media = SecurityMockMvcRequestPostProcessors.user("media").roles("communications");
        String title = matter();
        web.perform(MockMvcRequestBuilders.post("/api/media-events")
                        .with(media)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(MediaEventRequestTest.body()
                                .put("title", title)
                                .put("tone", "hostile")
                                .put("deadline", "2026-03-04T09:00:00Z")
                                .toString()))
                .andExpect(MockMvcResultMatchers.status().isCreated())
                .andExpect(MockMvcResultMatchers.jsonPath("$.caseNumber").isNotEmpty())
                .andExpect(MockMvcResultMatchers.jsonPath("$.level").value(2))
                .andExpect(MockMvcResultMatchers.jsonPath("$.joined").value(false))
                .andExpect(MockMvcResultMatchers.jsonPath("$.deadlinePassed").value(true))
                .andExpect(MockMvcResultMatchers.jsonPath("$.clocks[0].name").value("holding-statement"));
        web.perform(MockMvcRequestBuilders.post("/api/media-events")
                        .with(media)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(MediaEventRequestTest.body()
                                .put("title", matter())
                                .put("kind", "call")
                                .put("tone", "neutral")
                                .put("deadline", "2026-03-04T09:00:00Z")
                                .toString()))
                .andExpect(MockMvcResultMatchers.status().isCreated())
                .andExpect(MockMvcResultMatchers.jsonPath("$.clocks[?(@.name =~ /return-call-\\d+/)].due")
                        .value("2026-03-04T09:00:00Z"));
        web.perform(MockMvcRequestBuilders.post("/api/media-events")
                        .with(media)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(MediaEventRequestTest.body()
                                .put("outlet", "Nobody Times")
                                .toString()))
                .andExpect(MockMvcResultMatchers.status().isBadRequest())
                .andExpect(
                        MockMvcResultMatchers.content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(MockMvcResultMatchers.content().string(org.hamcrest.Matchers.containsString("outlet")));
        web.perform(MockMvcRequestBuilders.post("/api/media-events")
                        .with(SecurityMockMvcRequestPostProcessors.user("agent").roles("service-agents"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(MediaEventRequestTest.body().toString()))
                .andExpect(MockMvcResultMatchers.status().isForbidden());
    }

    // ------------------------------------------------------------ helpers

    private static Map<String, Object> signed(String decision) {
        return Map.of(
                decision,
                "approve",
                "neverLie",
                true,
                "neverThreaten",
                true,
                "neverAdvertise",
                true,
                "neverNoComment",
                true);
    }

    private Task task(String caseNumber, String key) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey(key)
                .singleResult();
    }

    @Autowired
    org.camunda.bpm.engine.ManagementService management;

    private void runJobs(String caseNumber, String activity) {
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list().stream()
                .flatMap(instance ->
                        management
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .activityId(activity)
                                .list()
                                .stream())
                .forEach(job -> management.executeJob(job.getId()));
    }

    private Object variable(MediaIntake.Taken taken, String name) {
        return runtime.getVariable(cases.find(taken.caseNumber()).orElseThrow().processInstanceId(), name);
    }

    private Instant due(MediaIntake.Taken taken, String name) {
        return clocks.find(taken.caseNumber(), name).orElseThrow().due();
    }

    private List<String> links(String caseNumber) {
        return jdbc.sql("select other_case_number from case_link where case_number = ?")
                .param(caseNumber)
                .query(String.class)
                .list();
    }

    /** An open complaint in the register; danger to somebody where it threatens. */
    private String complaintAbout(String product) {
        return complaint(true, product);
    }

    private String complaint(boolean threatens) {
        return complaint(threatens, "toy " + UUID.randomUUID());
    }

    private String complaint(boolean threatens, String product) {
        String number = cases.open("CMP", "complaint", "product", null, clock.instant());
        when(complaints.find(number))
                .thenReturn(Optional.of(new Complaint(
                        number,
                        "api",
                        null,
                        null,
                        "Mary Mum",
                        null,
                        null,
                        null,
                        null,
                        "phone",
                        "product",
                        product,
                        "A part came loose.",
                        null,
                        "high",
                        null,
                        "none",
                        threatens,
                        false,
                        threatens,
                        false,
                        "en",
                        clock.instant(),
                        null)));
        return number;
    }

    private static String matter() {
        return "Matter " + UUID.randomUUID();
    }

    private static Draft event(String title) {
        return new Draft(title);
    }

    private static final class Draft {

        private final String title;
        private String kind = "mention";
        private String outlet = "Daily Post";
        private String journalist;
        private String tone = "critical";
        private boolean safety;
        private Instant deadline;
        private String external;
        private String caseNumber;
        private String complaint;
        private String customer;
        private boolean exercise;

        private Draft(String title) {
            this.title = title;
        }

        Draft kind(String value) {
            kind = value;
            return this;
        }

        Draft outlet(String value) {
            outlet = value;
            return this;
        }

        Draft journalist(String value) {
            journalist = value;
            return this;
        }

        Draft tone(String value) {
            tone = value;
            return this;
        }

        Draft safety(boolean value) {
            safety = value;
            return this;
        }

        Draft deadline(Instant value) {
            deadline = value;
            return this;
        }

        Draft external(String value) {
            external = value;
            return this;
        }

        Draft caseNumber(String value) {
            caseNumber = value;
            return this;
        }

        Draft complaint(String value) {
            complaint = value;
            return this;
        }

        Draft customer(String value) {
            customer = value;
            return this;
        }

        Draft exercise(boolean value) {
            exercise = value;
            return this;
        }

        NewMediaEvent build() {
            return new NewMediaEvent(
                    kind,
                    "api",
                    external,
                    "media",
                    caseNumber,
                    title,
                    outlet,
                    journalist,
                    null,
                    "A part came loose.",
                    "local",
                    tone,
                    "unclear",
                    "few",
                    safety,
                    false,
                    deadline,
                    complaint,
                    customer,
                    null,
                    exercise,
                    false);
        }
    }

    @SafeVarargs
    private static <T> List<T> atOnce(Callable<T>... works) throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(works.length);
        try {
            CyclicBarrier together = new CyclicBarrier(works.length);
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> work : works) {
                running.add(nodes.submit(() -> {
                    together.await();
                    return work.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        } finally {
            nodes.shutdownNow();
        }
    }
}
