package io.amends.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.amends.casefile.CaseRecords;
import io.amends.complaint.CustomerVoice;
import io.amends.mediaregister.MediaKeeper;
import io.amends.staff.StaffAccounts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The record of a case as auditors read it: on its page, as JSON by its schema, on paper. */
@Scenario
class CaseDeskScenarios {

    private static final String PASSWORD = "a rather long secret";

    @Autowired
    ServiceDesk desk;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    MockMvc browser;

    @Autowired
    CustomerVoice voice;

    @Autowired
    MediaKeeper media;

    @Autowired
    CaseRecords records;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @BeforeEach
    void staffIsThere() {
        Staff.signUp(accounts);
    }

    // ------------------------------------------------------------ the page

    @Test
    void the_desk_tells_each_entry_with_its_time_in_utc_as_well() throws Exception {
        String caseNumber = investigated();
        page("/audit/cases/" + caseNumber)
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Completed “Contact the customer”"),
                                containsString("UTC below"),
                                containsString("data-step=\"Task_ContactCustomer\""),
                                containsString("Save as JSON"),
                                containsString("complaint-severity, version 1"),
                                containsString("class=\"matched\""),
                                containsString("contact-customer, version 1"))))
                .andExpect(header().string("Content-Security-Policy", containsString("default-src 'self'")));
    }

    @Test
    void the_time_line_is_narrowed_by_kind_person_words_days_and_step() throws Exception {
        String caseNumber = investigated();
        String contact = "Completed “Contact the customer”";
        page("/audit/cases/" + caseNumber + "?kind=decision")
                .andExpect(
                        content().string(allOf(containsString("Decided by the table"), not(containsString(contact)))));
        page("/audit/cases/" + caseNumber + "?who=agent")
                .andExpect(
                        content().string(allOf(containsString(contact), not(containsString("Decided by the table")))));
        page("/audit/cases/" + caseNumber + "?text=contact completed")
                .andExpect(content().string(containsString(contact)));
        page("/audit/cases/" + caseNumber + "?to=" + desk.today().minusDays(1))
                .andExpect(content().string(containsString("Nothing happened up to ")));
        String run = mainRun(caseNumber).path("id").asText();
        page("/audit/cases/" + caseNumber + "?step=" + run + ":Task_Nothing")
                .andExpect(content().string(containsString("No entry belongs to this step.")));
    }

    @Test
    void a_broken_period_is_said_and_narrows_nothing() throws Exception {
        String caseNumber = investigated();
        page("/audit/cases/" + caseNumber + "?from=2026-02-30")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("From is no day such as 2026-03-31"),
                                containsString("Completed “Contact the customer”"))));
        page("/audit/cases/" + caseNumber + "?from=2026-03-02&to=2026-03-01")
                .andExpect(content().string(containsString("To is before the first day")));
    }

    @Test
    void only_auditors_sit_at_the_desk_and_an_unknown_case_is_none() throws Exception {
        String caseNumber = investigated();
        for (String part : List.of("", ".json", ".pdf")) {
            browser.perform(get("/audit/cases/" + caseNumber + part)
                            .with(user("agent").authorities(new SimpleGrantedAuthority("ROLE_service-agents"))))
                    .andExpect(status().isForbidden());
            page("/audit/cases/CMP-2026-999999" + part).andExpect(status().isNotFound());
        }
    }

    // ------------------------------------------------------------ what people saw and answered

    @Test
    void each_form_tells_its_version_what_stood_there_and_what_was_answered() throws Exception {
        String caseNumber = investigated();
        JsonNode form = StreamSupport.stream(record(caseNumber).path("forms").spliterator(), false)
                .filter(it -> it.path("stepId").asText().equals("Task_ContactCustomer"))
                .findFirst()
                .orElseThrow();
        assertThat(form.path("form").asText()).isEqualTo("contact-customer");
        assertThat(form.path("version").asInt()).isPositive();
        assertThat(form.path("by").asText()).isEqualTo("agent");
        JsonNode feeling = StreamSupport.stream(form.path("fields").spliterator(), false)
                .filter(it -> it.path("key").asText().equals("feelingNamed"))
                .findFirst()
                .orElseThrow();
        assertThat(feeling.path("answer").asText()).isEqualTo("disappointed");
        assertThat(feeling.has("before")).isFalse();
    }

    @Test
    void decisions_name_the_facts_they_were_asked_and_the_rows_that_matched() throws Exception {
        JsonNode record = record(investigated());
        JsonNode decision = record.path("decisions").get(0);
        assertThat(decision.path("asked")).isNotEmpty();
        assertThat(decision.path("rows")).isNotEmpty();
        Set<String> tables = StreamSupport.stream(record.path("tables").spliterator(), false)
                .map(it -> it.path("id").asText())
                .collect(Collectors.toSet());
        record.path("decisions")
                .forEach(it -> assertThat(tables).contains(it.path("table").asText()));
    }

    // ------------------------------------------------------------ comments and files

    @Test
    void comments_and_files_of_the_tasklist_are_on_record_with_who_and_where() throws Exception {
        String caseNumber = desk.complains(desk.somebody());
        desk.comments("agent", caseNumber, "Task_ContactCustomer");
        desk.as(
                "agent",
                () -> tasks.createAttachment(
                        "text/plain",
                        desk.openTask(caseNumber, "Task_ContactCustomer").getId(),
                        null,
                        "note.txt",
                        "What they said",
                        new ByteArrayInputStream("It leaks".getBytes(StandardCharsets.UTF_8))));
        JsonNode record = record(caseNumber);
        assertThat(record.path("comments").get(0).path("text").asText()).isEqualTo("Waiting for the maker.");
        assertThat(record.path("comments").get(0).path("stepId").asText()).isEqualTo("Task_ContactCustomer");
        JsonNode file = record.path("files").get(0);
        assertThat(file.path("who").asText()).isEqualTo("agent");
        assertThat(file.path("size").asLong()).isEqualTo(8);
        assertThat(file.has("content")).isFalse();
        page("/audit/cases/" + caseNumber)
                .andExpect(content()
                        .string(allOf(
                                containsString("Wrote on the task: “Waiting for the maker.”"),
                                containsString("Put the file “note.txt” to the task"))));
        page("/audit/cases/" + caseNumber + "/files/" + file.path("id").asText())
                .andExpect(status().isOk())
                .andExpect(content().string("It leaks"))
                .andExpect(header().string("Content-Disposition", containsString("attachment")));
        String other = desk.complains(desk.somebody());
        page("/audit/cases/" + other + "/files/" + file.path("id").asText()).andExpect(status().isNotFound());
        assertThat(archived(caseNumber).path("files").get(0).path("content").asText())
                .isEqualTo(Base64.getEncoder().encodeToString("It leaks".getBytes(StandardCharsets.UTF_8)));
    }

    // ------------------------------------------------------------ JSON

    @Test
    void an_export_of_each_process_is_as_its_schema_says() throws Exception {
        String complaint = investigated();
        desk.proposes("agent", complaint, 40);
        voice.decided(complaint, true, null);
        desk.settle();
        desk.keepsPromise("agent", complaint);
        desk.passes(Duration.ofDays(12));
        String late = desk.complains(desk.somebody());
        desk.neglects(late, "Task_ContactCustomer");
        for (String caseNumber : List.of(complaint, late, lostCustomer(), crisis())) {
            JsonNode record = record(caseNumber);
            assertThat(problems(record)).as(caseNumber).isEmpty();
            assertThat(problems(archived(caseNumber))).as(caseNumber).isEmpty();
            assertThat(record.path("case").path("number").asText()).isEqualTo(caseNumber);
            assertThat(record.path("processes")).isNotEmpty();
            assertThat(record.path("values"))
                    .as("each fact by its variable")
                    .anyMatch(value -> value.path("variable").asText().equals("caseNumber")
                            && value.path("value").asText().equals(caseNumber));
            assertThat(record.path("entries").size())
                    .isEqualTo(records.entries(desk.file(caseNumber)).size());
        }
    }

    @Test
    void the_file_has_the_name_of_the_case_and_the_api_tells_the_same() throws Exception {
        String caseNumber = investigated();
        page("/audit/cases/" + caseNumber + ".json")
                .andExpect(header().string("Content-Disposition", containsString(caseNumber + ".json")))
                .andExpect(jsonPath("$.format").value("amends-case-record"));
        browser.perform(get("/api/audit/cases/" + caseNumber).with(httpBasic("auditor", PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.case.number").value(caseNumber));
        assertThat(record(caseNumber).fieldNames().next()).isEqualTo("$schema");
        assertThat(record(caseNumber).path("$schema").asText()).isEqualTo("/audit/case.schema.json");
        browser.perform(get("/api/audit/case.schema.json").with(httpBasic("auditor", PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.$defs.entry").exists());
        browser.perform(get("/api/audit/cases/CMP-2026-999999").with(httpBasic("auditor", PASSWORD)))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.field").value("caseNumber"));
    }

    // ------------------------------------------------------------ paper

    @Test
    void the_paper_has_numbered_pages_contents_diagrams_and_legible_chinese() throws Exception {
        String caseNumber =
                desk.complains(desk.complaint(desk.somebody()).name("王小明").build());
        desk.contacts("agent", caseNumber);
        byte[] pdf = page("/audit/cases/" + caseNumber + ".pdf")
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (PDDocument paper = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(paper);
            assertThat(text)
                    .contains("Record of " + caseNumber, "王小明", "Time line", "The way taken", "Investigate the cause")
                    .contains("Page 1 of " + paper.getNumberOfPages())
                    .doesNotContain("cannot draw");
            assertThat(paper.getNumberOfPages()).isGreaterThan(3);
            assertThat(Objects.requireNonNull(paper.getDocumentCatalog().getDocumentOutline())
                            .children())
                    .isNotEmpty();
            assertThat(paper.getPage(0).getMediaBox().getWidth()).isBetween(595f, 596f);
        }
    }

    @Test
    void what_the_paper_cannot_draw_is_named() throws Exception {
        String caseNumber = desk.complains(
                desk.complaint(desk.somebody()).name("Ann \ud83d\ude42").build());
        byte[] pdf = page("/audit/cases/" + caseNumber + ".pdf")
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (PDDocument paper = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(paper)).contains("U+1F642");
        }
    }

    // ------------------------------------------------------------ helpers

    private String investigated() {
        String caseNumber = desk.complains(desk.somebody());
        desk.contacts("agent", caseNumber);
        desk.concludes("agent", caseNumber, "packaging");
        return caseNumber;
    }

    private String lostCustomer() {
        String number = "DESK-" + System.nanoTime();
        jdbc.sql("insert into customer (number, name, mail) values (?, 'Robin Lost', ?)")
                .params(number, desk.somebody())
                .update();
        return desk.registers(
                "retention",
                "lost-customer",
                new HashMap<>(Map.of(
                        "customerName", "Robin Lost",
                        "language", "en",
                        "reported", "moved-away",
                        "endingKind", "none",
                        "customerNumber", number)));
    }

    private String crisis() {
        String id = "desk-paper-" + System.nanoTime();
        media.add(List.of(new MediaKeeper.Entry(
                new MediaKeeper.NewOutlet(id, "The Paper " + id, "newspaper", null, null),
                new MediaKeeper.NewPerson(
                        id + "-r", "Robin " + id, "journalist", "consumers", null, id + "@press.example", "en"))));
        return desk.registers(
                "media",
                "media-crisis",
                new HashMap<>(Map.of(
                        "title", "Kettles " + id,
                        "kind", "mention",
                        "outlet", "The Paper " + id,
                        "journalist", "Robin " + id,
                        "claim", "The kettles leak.",
                        "reach", "regional",
                        "tone", "critical",
                        "truth", "unclear",
                        "spread", "few")));
    }

    private JsonNode mainRun(String caseNumber) throws Exception {
        return StreamSupport.stream(record(caseNumber).path("processes").spliterator(), false)
                .filter(it -> it.path("main").asBoolean())
                .findFirst()
                .orElseThrow();
    }

    private JsonNode record(String caseNumber) throws Exception {
        return json.readTree(page("/audit/cases/" + caseNumber + ".json")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray());
    }

    /** As it is kept before anything is deleted. */
    private JsonNode archived(String caseNumber) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        records.write(desk.file(caseNumber), true, out);
        return json.readTree(out.toByteArray());
    }

    private Set<String> problems(JsonNode record) throws Exception {
        String schema = page("/audit/case.schema.json")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema)
                .validate(record)
                .stream()
                .map(ValidationMessage::getMessage)
                .collect(Collectors.toSet());
    }

    private ResultActions page(String address) throws Exception {
        return browser.perform(get(address)
                .accept("text/html", "*/*")
                .with(user("auditor").authorities(new SimpleGrantedAuthority("ROLE_auditors"))));
    }
}
