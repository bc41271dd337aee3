package io.amends.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.amends.casefile.CaseFiles;
import io.amends.customer.CustomerDirectory;
import io.amends.customer.Satisfaction;
import io.amends.modeling.FormRefusal;
import io.amends.modeling.StartForm;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What intake promises, on whichever database. */
@SpringBootTest(
        classes = IntakeTestApplication.class,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "camunda.bpm.history-level=activity",
            "amends.complaint.public-form.complaints=5",
            // so large that the customers of other tests do not count beside it
            "amends.customer.largest-amount=1000000000"
        })
@AutoConfigureMockMvc
@ActiveProfiles("test")
abstract class IntakeContract {

    private static final RequestPostProcessor AGENT =
            SecurityMockMvcRequestPostProcessors.user("agent").roles("service-agents");
    private static final RequestPostProcessor MANAGER =
            SecurityMockMvcRequestPostProcessors.user("manager").roles("service-managers");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private MockMvc web;

    @Autowired
    private ComplaintIntake intake;

    @Autowired
    private Complaints complaints;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private CustomerDirectory directory;

    @Autowired
    private CustomerVoice voice;

    @Autowired
    private StartForm startForm;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void forget() {
        reset(voice);
    }

    @Test
    void a_complaint_of_somebody_unknown_becomes_a_case_of_a_new_prospect() throws Exception {
        var answer = post(json(Map.of("customerMail", "New@Example.org")), 201);

        var taken = complaints.find(answer.get("caseNumber").asText()).orElseThrow();
        assertThat(answer.get("clocks").get(0).get("name").asText()).isEqualTo("acknowledge");
        assertThat(answer.get("clocks").get(0).get("due").asText()).isEqualTo("2026-03-31T11:00:00Z");
        assertThat(answer.has("joined")).isFalse();
        assertThat(taken.customerNumber()).startsWith("P-");
        assertThat(directory.byNumber(taken.customerNumber()).orElseThrow().mail())
                .isEqualTo("new@example.org");
        var file = cases.find(taken.caseNumber()).orElseThrow();
        assertThat(runtime.getVariables(file.processInstanceId()))
                .containsEntry("caseNumber", taken.caseNumber())
                .containsEntry("repeat", false)
                .containsEntry("canWrite", true)
                .containsEntry("valueTier", "none")
                .containsEntry("contacts", 1)
                .containsEntry("episode", 1)
                .doesNotContainKeys("customerName", "customerMail", "narrative");
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(taken.caseNumber())
                        .count())
                .isOne();
    }

    @Test
    void every_field_that_does_not_fit_is_named_at_once() throws Exception {
        var problem = post("""
                {"customerName": 7, "customerMail": "nobody", "subject": "weather", "channel": "phone",
                 "narrative": "short", "safetyRisk": "yes", "colour": "blue", "neededBy": "31.3.2026"}""", 400);

        assertThat(problem.get("field").asText()).isNotEmpty();
        assertThat(problem.get("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder(
                        "customerName", "customerMail", "subject", "narrative", "safetyRisk", "colour", "neededBy");
    }

    @Test
    void nonsense_is_answered_with_a_problem() throws Exception {
        assertThat(post("{", 400).get("field").asText()).isEqualTo("body");
        assertThat(post("", 400).get("field").asText()).isEqualTo("body");
        assertThat(post("[]", 400).get("field").asText()).isEqualTo("body");
        assertThat(post("null", 400).get("field").asText()).isEqualTo("body");
        assertThat(post("{\"narrative\":\"" + "x".repeat(300_000) + "\"}", 413)
                        .get("reason")
                        .asText())
                .contains("larger");
        web.perform(MockMvcRequestBuilders.post("/api/complaints")
                        .with(AGENT)
                        .contentType(MediaType.TEXT_XML)
                        .content("<a/>"))
                .andExpect(
                        result -> assertThat(result.getResponse().getStatus()).isEqualTo(415))
                .andExpect(result -> assertThat(result.getResponse().getContentType())
                        .startsWith(MediaType.APPLICATION_PROBLEM_JSON_VALUE));
    }

    @Test
    void only_those_who_may_can_send_complaints_and_files() throws Exception {
        var auditor = SecurityMockMvcRequestPostProcessors.user("auditor").roles("auditors");
        web.perform(MockMvcRequestBuilders.post("/api/complaints")
                        .with(auditor)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json(Map.of())))
                .andExpect(
                        result -> assertThat(result.getResponse().getStatus()).isEqualTo(403));
        for (var path : List.of("complaints", "customers", "purchases", "agreements")) {
            web.perform(MockMvcRequestBuilders.post("/api/" + path + "/import")
                            .with(AGENT)
                            .contentType("text/csv")
                            .content("x"))
                    .andExpect(result ->
                            assertThat(result.getResponse().getStatus()).isEqualTo(403));
        }
    }

    @Test
    void the_same_external_id_is_the_same_case_and_changes_nothing() throws Exception {
        var body = json(Map.of("externalId", "same-" + UUID.randomUUID(), "customerMail", "same@example.org"));
        var first = post(body, 201);
        var rows = rows();
        var second = post(body, 200);

        assertThat(second.get("caseNumber")).isEqualTo(first.get("caseNumber"));
        assertThat(second.get("known").asBoolean()).isTrue();
        assertThat(rows()).isEqualTo(rows);
        verifyNoInteractions(voice);
        assertThat(complaints.findByExternalId(
                        "api", JSON.readTree(body).get("externalId").asText()))
                .map(Complaint::caseNumber)
                .contains(first.get("caseNumber").asText());
    }

    @Test
    void the_same_complaint_sent_at_once_many_times_is_one_case() throws Exception {
        var complaint = new ComplaintDraft(
                        fields(Map.of("externalId", "race-" + UUID.randomUUID(), "customerMail", "race@example.org")),
                        "api",
                        "message",
                        clock)
                .complaint();
        var before = rows();

        var taken = atOnce(6, () -> intake.take(complaint));

        assertThat(taken)
                .extracting(ComplaintIntake.Taken::caseNumber)
                .containsOnly(taken.get(0).caseNumber());
        assertThat(taken).filteredOn(one -> !one.known()).hasSize(1);
        assertThat(rows() - before).isOne();
    }

    @Test
    void complaints_of_one_new_person_sent_at_once_are_one_prospect_and_one_case() throws Exception {
        var complaint = new ComplaintDraft(
                        fields(Map.of("customerMail", "twice@example.org", "subject", "conduct")),
                        "api",
                        "message",
                        clock)
                .complaint();

        var taken = atOnce(4, () -> intake.take(complaint));

        assertThat(taken)
                .extracting(ComplaintIntake.Taken::caseNumber)
                .containsOnly(taken.get(0).caseNumber());
        assertThat(taken).filteredOn(one -> !one.joined()).hasSize(1);
        assertThat(directory.find(complaint.contact())).hasSize(1);
    }

    @Test
    void the_same_matter_of_a_known_customer_joins_the_open_case() throws Exception {
        var first = post(json(Map.of("customerPhone", "020 7946 0111", "subject", "billing")), 201);
        var again = Map.of(
                "customerPhone", "+44 20 7946 0111",
                "subject", "billing",
                "channel", "regulator",
                "mediaThreat", true,
                "externalId", "again-1",
                "narrative", "Still wrong, I will tell the papers");
        var second = post(json(again), 200);
        var other = post(json(Map.of("customerPhone", "020 7946 0111", "subject", "privacy")), 201);

        var caseNumber = first.get("caseNumber").asText();
        assertThat(second.get("joined").asBoolean()).isTrue();
        assertThat(second.get("caseNumber").asText()).isEqualTo(caseNumber);
        assertThat(other.get("caseNumber").asText()).isNotEqualTo(caseNumber);
        verify(voice).contactedAgain(eq(caseNumber), eq("regulator"), contains("the papers"));
        verify(voice).mediaThreat(eq(caseNumber), contains("the papers"));
        verify(voice).regulatorInvolved(eq(caseNumber), contains("the papers"));

        reset(voice);
        assertThat(post(json(again), 200).get("known").asBoolean()).isTrue();
        verifyNoInteractions(voice);
    }

    @Test
    void a_contact_about_a_case_closed_as_unanswered_is_an_answer() throws Exception {
        var first = post(json(Map.of("customerMail", "silent@example.org")), 201)
                .get("caseNumber")
                .asText();
        cases.markUnanswered(first);

        assertThat(post(json(Map.of("customerMail", "silent@example.org")), 200)
                        .get("joined")
                        .asBoolean())
                .isTrue();
        verify(voice).replied(eq(first), any());
        verify(voice, never()).contactedAgain(any(), any(), any());
    }

    @Test
    void the_same_matter_soon_after_closing_is_a_repeat_and_later_is_not() throws Exception {
        var body = json(Map.of("customerMail", "repeat@example.org"));
        var first = post(body, 201).get("caseNumber").asText();
        cases.close(first, "agreed");
        clock.advance(Duration.ofDays(89));
        var repeat = post(body, 201).get("caseNumber").asText();
        cases.close(repeat, "agreed");
        clock.advance(Duration.ofDays(91));
        var later = post(body, 201).get("caseNumber").asText();

        assertThat(complaints.find(repeat).orElseThrow().repeatOf()).isEqualTo(first);
        assertThat(runtime.getVariable(cases.find(repeat).orElseThrow().processInstanceId(), "repeat"))
                .isEqualTo(true);
        assertThat(jdbc.sql("select other from test_link where one = ? and kind = 'repeat-of'")
                        .param(repeat)
                        .query(String.class)
                        .single())
                .isEqualTo(first);
        assertThat(complaints.find(later).orElseThrow().repeatOf()).isNull();
    }

    @Test
    void two_people_who_fit_are_left_to_the_owner_to_choose_from() throws Exception {
        importCsv(
                "customers", "number,name,mail,phone\nTWO-1,Ann One,two@example.org,\nTWO-2,Bob Two,,020 7946 0222\n");
        var caseNumber = post(json(Map.of("customerMail", "two@example.org", "customerPhone", "02079460222")), 201)
                .get("caseNumber")
                .asText();

        assertThat(complaints.find(caseNumber).orElseThrow().customerNumber()).isNull();
        assertThat(complaints.candidates(caseNumber)).containsExactly("TWO-1", "TWO-2");
        assertThatThrownBy(() -> complaints.identify(caseNumber, "TWO-3")).isInstanceOf(FormRefusal.class);

        complaints.identify(caseNumber, "TWO-2");

        assertThat(complaints.candidates(caseNumber)).isEmpty();
        assertThat(cases.find(caseNumber).orElseThrow().customerNumber()).isEqualTo("TWO-2");
        assertThat(post(json(Map.of("customerPhone", "02079460222")), 200)
                        .get("caseNumber")
                        .asText())
                .isEqualTo(caseNumber);
    }

    @Test
    void a_customer_number_with_somebody_elses_mail_leaves_a_person_to_choose() throws Exception {
        importCsv("customers", "number,name,mail\nSURE-1,Ann,sure1@example.org\nSURE-2,Bob,sure2@example.org\n");

        var caseNumber = post(json(Map.of("customerNumber", "sure-2", "customerMail", "sure1@example.org")), 201)
                .get("caseNumber")
                .asText();

        assertThat(complaints.find(caseNumber).orElseThrow().customerNumber()).isNull();
        assertThat(complaints.candidates(caseNumber)).containsExactly("SURE-2", "SURE-1");
    }

    @Test
    void somebody_with_nothing_but_a_name_is_nobody_in_the_directory() throws Exception {
        var one = post(json(Map.of()), 201).get("caseNumber").asText();
        var other = post(json(Map.of()), 201).get("caseNumber").asText();

        assertThat(other).isNotEqualTo(one);
        assertThat(complaints.find(one).orElseThrow().customerNumber()).isNull();
        assertThat(complaints.candidates(one)).isEmpty();
    }

    @Test
    void the_start_form_takes_the_same_way_in() {
        var fields = new HashMap<String, Object>(fields(Map.of("customerMail", "form@example.org")));
        fields.put("legalThreat", true);
        fields.put("customerPhone", null);
        fields.put("neededBy", "2031-01-01");

        var started = startForm.submit(fields);

        var taken = complaints.find(started.getBusinessKey()).orElseThrow();
        assertThat(taken.source()).isEqualTo("tasklist");
        assertThat(taken.legalThreat()).isTrue();
        assertThat(startForm.submit(fields).getId()).isEqualTo(started.getId());
    }

    @Test
    void nothing_is_left_behind_when_the_process_cannot_start() {
        var complaint = new ComplaintDraft(
                        fields(Map.of("customerMail", "rollback@example.org")), "api", "message", clock)
                .complaint();
        var before = rows();

        org.mockito.Mockito.doThrow(new IllegalStateException("no")).when(voice).contactedAgain(any(), any(), any());
        intake.take(complaint);

        assertThatThrownBy(() -> intake.take(complaint)).isInstanceOf(IllegalStateException.class);

        assertThat(rows() - before).isOne();
        assertThat(jdbc.sql("select count(*) from complaint_arrival c join complaint k on k.case_number = c.case_number"
                                + " where k.mail = 'rollback@example.org'")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void each_row_of_a_file_is_taken_or_refused_on_its_own_and_a_second_import_changes_nothing() throws Exception {
        var file = """
                \uFEFFexternalId,customerName,customerMail,channel,subject,narrative,safetyRisk\r
                r1,Ann,ann@rows.example,phone,delivery,"The parcel, ""express"", never came",yes\r
                r2,,ann@rows.example,pigeon,delivery,short,\r
                r3,Bob,bob@rows.example,mail,billing,=1+1 is what I was charged,no\r
                r4,Cy,cy@rows.example,mail,billing\r
                r5,Dee,dee@rows.example,mail,billing,"never closed\r
                r6,Ann,ann@rows.example,phone,delivery,It has still not come,\r
                """;

        var first = importCsv("complaints", file);
        var rows = rows();
        var second = importCsv("complaints", file);

        assertThat(first.get("rows").asInt()).isEqualTo(6);
        assertThat(first.get("taken").asInt()).isEqualTo(2);
        assertThat(first.get("joined").asInt()).isEqualTo(1);
        assertThat(first.get("refused").findValuesAsText("line")).containsExactly("3", "5", "6");
        assertThat(first.get("refused").get(0).get("errors").findValuesAsText("field"))
                .containsExactly("customerName", "channel", "narrative");
        assertThat(second.get("known").asInt()).isEqualTo(3);
        assertThat(second.get("refused")).isEqualTo(first.get("refused"));
        assertThat(rows()).isEqualTo(rows);
        assertThat(complaints.findByExternalId("import", "r3").orElseThrow().narrative())
                .startsWith("=1+1");
    }

    @Test
    void a_file_with_wrong_columns_is_refused_as_a_whole() throws Exception {
        var problem = importAs("complaints", "externalId,colour\nx,y\n", "", 400);

        assertThat(problem.get("errors").findValuesAsText("field"))
                .contains("colour", "customerName", "channel", "subject", "narrative");
        assertThat(importAs("complaints", "", "", 400).get("field").asText()).isEqualTo("file");
        assertThat(importAs("complaints", "x", "?mapping=nope", 400)
                        .get("field")
                        .asText())
                .isEqualTo("mapping");
        assertThat(importAs("complaints", "x", "?source=a%20b", 400)
                        .get("field")
                        .asText())
                .isEqualTo("source");
    }

    @Test
    void a_file_can_be_sent_as_a_form_does() throws Exception {
        var file = new MockMultipartFile(
                "file", "c.csv", "text/csv", "number,name\nPART-1,Zoë\n".getBytes(StandardCharsets.UTF_8));
        web.perform(MockMvcRequestBuilders.multipart("/api/customers/import")
                        .file(file)
                        .with(MANAGER))
                .andExpect(
                        result -> assertThat(body(result).get("taken").asInt()).isOne());
        assertThat(directory.byNumber("PART-1").orElseThrow().name()).isEqualTo("Zoë");
        web.perform(MockMvcRequestBuilders.multipart("/api/customers/import").with(MANAGER))
                .andExpect(
                        result -> assertThat(result.getResponse().getStatus()).isEqualTo(400))
                .andExpect(
                        result -> assertThat(body(result).get("field").asText()).isEqualTo("file"));
    }

    @Test
    void purchases_belong_to_known_customers_and_sort_them_into_tiers() throws Exception {
        importCsv("customers", """
                number,name,consentMail,doNotContactReason
                TIER-1,Big,yes,
                TIER-2,Middle,no,
                TIER-3,Small,,Asked us by phone
                TIER-4,None,,
                TIER-5,Returned,perhaps,
                """);
        importCsv("customers", "number,name\nTIER-5,Returned\nTIER-1,Changed\n");
        var report = importCsv("purchases", """
                externalId,customerNumber,boughtAt,amount,currency
                t1,TIER-1,2026-01-01T10:00:00Z,850000000,GBP
                t2,TIER-2,2026-01-02,110000000.50,gbp
                t3,TIER-3,2026-01-03T10:00:00+01:00,40000000,GBP
                t4,TIER-5,2026-01-03,-5,GBP
                t5,TIER-9,2026-01-03,5,GBP
                t6,TIER-1,yesterday,much,pounds
                t1,TIER-1,2026-01-01T10:00:00Z,850000000,GBP
                """);

        assertThat(report.get("taken").asInt()).isEqualTo(4);
        assertThat(report.get("known").asInt()).isEqualTo(1);
        assertThat(report.get("refused").findValuesAsText("line")).containsExactly("6", "7");
        assertThat(report.get("refused").get(0).get("field").asText()).isEqualTo("customerNumber");
        assertThat(report.get("refused").get(1).get("errors")).hasSize(3);
        assertThat(List.of("TIER-1", "TIER-2", "TIER-3", "TIER-4", "TIER-5"))
                .extracting(number -> directory.byNumber(number).orElseThrow().tier())
                // a cancellation is no purchase
                .containsExactly("A", "B", "C", "none", "none");
        assertThat(directory.byNumber("TIER-1").orElseThrow().name()).isEqualTo("Big");
        assertThat(directory.byNumber("TIER-3").orElseThrow().doNotContact()).isTrue();
        assertThat(directory.purchases("TIER-1", 5)).hasSize(1);
        assertThat(jdbc.sql("select kind from purchase where external_id = 't4'")
                        .query(String.class)
                        .single())
                .isEqualTo("cancellation");
    }

    @Test
    void the_directory_remembers_satisfaction_risk_and_silence() throws Exception {
        importCsv("customers", "number,name\nKEEP-1,Ann\n");

        directory.recordSatisfaction("KEEP-1", "CMP-2026-000001", Satisfaction.Moment.AT_COMPLAINT, 3);
        directory.recordSatisfaction("KEEP-1", "CMP-2026-000001", Satisfaction.Moment.AFTER, 9);
        directory.watchAsAtRisk("KEEP-1", "CMP-2026-000001");
        directory.neverContactAgain("KEEP-1", "Asked in a letter");

        var customer = directory.byNumber("KEEP-1").orElseThrow();
        assertThat(customer.satisfaction()).isEqualTo(9);
        assertThat(customer.atRiskSince()).isEqualTo(clock.instant());
        assertThat(customer.doNotContact()).isTrue();
        assertThatThrownBy(
                        () -> directory.recordSatisfaction("KEEP-1", "CMP-2026-000001", Satisfaction.Moment.AFTER, 11))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_public_form_takes_a_complaint_and_shows_its_number() throws Exception {
        var page = form(
                Map.of(
                        "customerMail",
                        "public@example.org",
                        "form",
                        UUID.randomUUID().toString()),
                "en",
                200);

        assertThat(page).contains("CMP-2026-").contains("Your case number is");
    }

    @Test
    void the_public_form_sent_twice_is_one_complaint_and_answers_the_same_when_it_joins() throws Exception {
        var fields = Map.of(
                "customerMail", "double@example.org", "form", UUID.randomUUID().toString());
        var before = rows();

        var first = form(fields, "en", 200);
        var second = form(fields, "en", 200);
        var joined =
                form(Map.of("customerMail", "double@example.org", "narrative", "Once more, it is late"), "en", 200);

        assertThat(second).isEqualTo(first);
        assertThat(joined.replaceAll("\\s+", " ")).isEqualTo(first.replaceAll("\\s+", " "));
        assertThat(rows() - before).isOne();
        verify(voice).contactedAgain(any(), eq("web"), contains("Once more"));
    }

    @Test
    void the_public_form_names_what_does_not_fit_and_keeps_what_was_typed() throws Exception {
        var page = form(
                Map.of("customerName", "<b>A", "narrative", "short", "subject", "", "neededBy", "2020-01-01"),
                "zh",
                400);

        assertThat(page)
                .contains("lang=\"zh-CN\"")
                .contains("&lt;b&gt;A")
                .contains("short</textarea>")
                .contains("id=\"narrative-error\"")
                .contains("id=\"subject-error\"")
                .contains("id=\"neededBy-error\"")
                .contains("id=\"customerMail-error\"")
                .contains("至少需要 10 个字符")
                .containsOnlyOnce("autofocus=");
    }

    @Test
    void whoever_fills_in_the_hidden_field_is_asked_to_leave_it_empty() throws Exception {
        var before = rows();

        assertThat(form(Map.of("website", "http://spam.example", "customerMail", "bot@example.org"), "en", 400))
                .contains("must stay empty");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void one_address_cannot_send_the_public_form_without_end() throws Exception {
        for (var i = 0; i < 5; i++) {
            formFrom("198.51.100.7", Map.of("customerMail", "many@example.org"), 200);
        }

        assertThat(formFrom("198.51.100.7", Map.of("customerMail", "many@example.org"), 429))
                .contains("many@example.org");
    }

    @Test
    void the_real_complaints_become_one_case_or_one_refusal_each() throws Exception {
        var data = realData();
        var file = Files.readString(data.resolve("complaints/complaints_2013-2017.csv"));
        var before = rows();

        var first = importAs("complaints", file, "?mapping=cfpb&source=cfpb", 200);
        var second = importAs("complaints", file, "?mapping=cfpb&source=cfpb", 200);

        assertThat(first.get("rows").asInt()).isEqualTo(3186);
        assertThat(first.get("taken").asInt() + first.get("refused").size()).isEqualTo(3186);
        assertThat(first.get("refused").findValuesAsText("field")).hasSize(6).containsOnly("Date sent to company");
        assertThat(rows() - before).isEqualTo(3180);
        assertThat(second.get("taken").asInt() + second.get("joined").asInt()).isZero();
        assertThat(second.get("known").asInt()).isEqualTo(3180);
        assertThat(rows() - before).isEqualTo(3180);
    }

    @Test
    void the_real_invoices_become_purchases_of_their_customers() throws Exception {
        var file = Files.readString(realData().resolve("purchases/online_retail_invoices_all.csv"));

        var unknown = importAs("purchases", file, "?mapping=online-retail&source=shop", 200);
        var customers = importAs("customers", file, "?mapping=online-retail-customers", 200);
        var purchases = importAs("purchases", file, "?mapping=online-retail&source=shop", 200);
        var again = importAs("purchases", file, "?mapping=online-retail&source=shop", 200);

        assertThat(unknown.get("refused")).hasSize(22190);
        assertThat(customers.get("taken").asInt()).isEqualTo(4372);
        assertThat(purchases.get("taken").asInt()).isEqualTo(22190);
        assertThat(again.get("known").asInt()).isEqualTo(22190);
        assertThat(jdbc.sql("select sum(amount) from purchase where source = 'shop'")
                        .query(java.math.BigDecimal.class)
                        .single())
                .isEqualByComparingTo("8300065.81");
        assertThat(jdbc.sql("select count(*) from purchase where source = 'shop' and kind = 'cancellation'")
                        .query(Long.class)
                        .single())
                .isEqualTo(3654);
    }

    private static Path realData() {
        var folder = System.getenv("AMENDS_REAL_DATA");
        Assumptions.assumeTrue(folder != null, "AMENDS_REAL_DATA does not name the folder of the real files");
        return Path.of(folder);
    }

    private long rows() {
        return jdbc.sql("select count(*) from complaint").query(Long.class).single();
    }

    private JsonNode post(String body, int status) throws Exception {
        var result = web.perform(MockMvcRequestBuilders.post("/api/complaints")
                        .with(AGENT)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andReturn();
        assertThat(result.getResponse().getStatus())
                .as(result.getResponse().getContentAsString())
                .isEqualTo(status);
        if (status < 300) {
            assertThat(result.getResponse().getHeader("Location"))
                    .isEqualTo("/api/cases/" + body(result).get("caseNumber").asText());
        } else {
            assertThat(result.getResponse().getContentType()).startsWith(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        }
        return body(result);
    }

    private JsonNode importCsv(String what, String file) throws Exception {
        return importAs(what, file, "", 200);
    }

    private JsonNode importAs(String what, String file, String parameters, int status) throws Exception {
        var result = web.perform(
                        MockMvcRequestBuilders.post(java.net.URI.create("/api/" + what + "/import" + parameters))
                                .with(MANAGER)
                                .contentType("text/csv")
                                .content(file.getBytes(StandardCharsets.UTF_8)))
                .andReturn();
        assertThat(result.getResponse().getStatus())
                .as(result.getResponse().getContentAsString())
                .isEqualTo(status);
        return body(result);
    }

    private String form(Map<String, String> with, String lang, int status) throws Exception {
        var address = "203.0.113." + Math.floorMod(UUID.randomUUID().hashCode(), 250);
        return form(address, with, lang, status);
    }

    private String formFrom(String address, Map<String, String> with, int status) throws Exception {
        return form(address, with, "en", status);
    }

    private String form(String address, Map<String, String> with, String lang, int status) throws Exception {
        var request = MockMvcRequestBuilders.post("/complain")
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .with(from -> {
                    from.setRemoteAddr(address);
                    return from;
                })
                .param("lang", lang);
        fields(new HashMap<>(with)).forEach(request::param);
        var result = web.perform(request).andReturn();
        assertThat(result.getResponse().getStatus())
                .as(result.getResponse().getContentAsString())
                .isEqualTo(status);
        return result.getResponse().getContentAsString();
    }

    private static JsonNode body(MvcResult result) throws Exception {
        return JSON.readTree(result.getResponse().getContentAsString(StandardCharsets.UTF_8));
    }

    private static String json(Map<String, ?> with) throws Exception {
        var fields = new HashMap<String, Object>(fields(Map.of()));
        fields.putAll(with);
        return JSON.writeValueAsString(fields);
    }

    private static Map<String, String> fields(Map<String, String> with) {
        var fields = new HashMap<>(Map.of(
                "customerName", "Ann Example",
                "channel", "phone",
                "subject", "delivery",
                "narrative", "The parcel never came."));
        fields.putAll(with);
        return fields;
    }

    private static <T> List<T> atOnce(int times, Callable<T> what) throws Exception {
        var start = new CyclicBarrier(times);
        var threads = Executors.newFixedThreadPool(times);
        try {
            var running = new ArrayList<java.util.concurrent.Future<T>>();
            for (var i = 0; i < times; i++) {
                running.add(threads.submit(() -> {
                    start.await();
                    return what.call();
                }));
            }
            var results = new ArrayList<T>();
            for (var one : running) {
                results.add(one.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
