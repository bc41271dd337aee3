package io.amends.models;

import static io.amends.models.ModelSamples.bytes;
import static io.amends.models.ModelSamples.changed;
import static io.amends.models.ModelSamples.read;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import io.amends.modeling.ModelDesk;
import io.amends.modeling.ModelFileSet;
import io.amends.modeling.ModelWay;
import io.amends.scenario.Scenario;
import io.amends.scenario.ServiceDesk;
import io.amends.staff.StaffAccounts;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** The pages of models: who reads and deploys, what a deployment changes and what it keeps, whichever way it came. */
@Scenario
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
class ModelsPagesTest {

    private static final String LEARNING = read("processes/learning/learning.bpmn");
    private static final AtomicInteger DAYS = new AtomicInteger(30);
    private static final Pattern BASE = Pattern.compile("name=\"base\" value=\"([^\"]*)\"");

    @Autowired
    MockMvc browser;

    @Autowired
    ModelDesk models;

    @Autowired
    RepositoryService repository;

    @Autowired
    IdentityService identity;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    ServiceDesk desk;

    @Autowired
    DeploymentTable deployments;

    @Autowired
    @Qualifier("modelDeployment")
    SmartInitializingSingleton start;

    private final MockHttpSession session = new MockHttpSession();
    private String token = "";

    @BeforeEach
    void an_owner() {
        accounts.createIfMissing(
                "olive", "Olive", "Owner", "olive@amends.example", "a rather long secret", List.of("process-owners"));
    }

    // ------------------------------------------------------------ who may what

    @ParameterizedTest
    @CsvSource({
        "process-owners, 200, 302",
        "camunda-admin, 200, 302",
        "auditors, 200, 403",
        "service-managers, 200, 403",
        "service-agents, 403, 403",
        "directors, 403, 403"
    })
    void owners_deploy_auditors_and_managers_read(String group, int reads, int writes) throws Exception {
        for (String path : List.of(
                "/models",
                "/models/process/complaint",
                "/models/table/remedy-authority",
                "/models/form/approve-remedy",
                "/models/deployments",
                "/models/set.zip",
                "/api/models",
                "/api/models/process/complaint")) {
            assertThat(open(group, path).getStatus()).as(path).isEqualTo(reads);
        }
        assertThat(send(group, drop("learning.bpmn", LEARNING)).getStatus()).isEqualTo(writes);
        if (writes == 403) {
            assertThat(send(group, post("/models/take-up")).getStatus()).isEqualTo(403);
            assertThat(send(group, post("/models/check/x/deploy")).getStatus()).isEqualTo(403);
            assertThat(open(group, "/models").getContentAsString()).doesNotContain("Check and deploy");
        }
    }

    @Test
    void who_is_also_an_auditor_only_reads() throws Exception {
        accounts.createIfMissing(
                "both",
                "Both",
                "Owner",
                "both@amends.example",
                "a rather long secret",
                List.of("process-owners", "auditors"));

        assertThat(browser.perform(drop("learning.bpmn", LEARNING)
                                .with(user("both").roles("process-owners", "auditors"))
                                .with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void what_there_is_not_is_told_in_words() throws Exception {
        for (String path : List.of(
                "/models/process/nothing",
                "/models/thing/complaint",
                "/models/process/complaint?version=99",
                "/models/process/complaint/difference?from=1&to=99")) {
            MockHttpServletResponse answer = open("auditors", path);
            assertThat(answer.getStatus()).as(path).isEqualTo(404);
            assertThat(answer.getContentAsString()).contains("No such model");
        }
        assertThat(open("auditors", "/api/models/process/nothing").getContentType())
                .startsWith("application/problem+json");
    }

    // ------------------------------------------------------------ checking and deploying

    @Test
    void a_changed_diagram_is_checked_compared_deployed_and_stands_with_its_owner_and_note() throws Exception {
        int version = version("learning");
        String complaint = desk.complains(desk.somebody());

        String page = check("learning.bpmn", again());

        assertThat(page)
                .contains(
                        "Nothing stands against these files",
                        "learning/learning.bpmn",
                        "1 changed",
                        "Count how often",
                        "Input withinDays");
        assertThat(version("learning")).isEqualTo(version);
        assertThat(deploy(page, " ").getStatus()).isEqualTo(400);
        assertThat(deploy(page, "Directors read it from now on").getRedirectedUrl())
                .isEqualTo("/models");
        assertThat(version("learning")).isEqualTo(version + 1);
        assertThat(version("complaint")).as("comes along, for it calls it").isEqualTo(version + 1);
        assertThat(open("auditors", "/models/process/learning").getContentAsString())
                .contains("Olive Owner", "Directors read it from now on");
        assertThat(open("auditors", "/models/process/complaint").getContentAsString())
                .contains("only came along")
                .contains("CallActivity_")
                .as("the reason of another diagram's change is not its own")
                .doesNotContain("Directors read it from now on")
                .as("who only reads looks")
                .contains("Which running cases could move")
                .doesNotContain("Move running cases");
        assertThat(open("process-owners", "/models/process/complaint").getContentAsString())
                .contains("Move running cases");
        assertThat(open("auditors", "/models/deployments").getContentAsString())
                .contains("Directors read it from now on", "learning/learning.bpmn")
                .contains("/models/process/learning/difference?from=%d&amp;to=%d".formatted(version, version + 1));
        assertThat(open("auditors", "/models/process/learning/difference?from=%d&to=%d".formatted(version, version + 1))
                        .getContentAsString())
                .contains("data-mark=\"changed\"", "Input withinDays");
        assertThat(JsonPath.<Integer>read(
                        open("auditors", "/api/models/process/complaint").getContentAsString(),
                        "$.versions[1].running"))
                .as("what runs stays on its version: " + complaint)
                .isPositive();
    }

    @Test
    void what_is_deployed_already_makes_no_version() throws Exception {
        ModelFileSet before = models.current();
        String learning = new String(Objects.requireNonNull(before.files().get("learning/learning.bpmn")), UTF_8);

        assertThat(check("learning.bpmn", learning)).contains("deployed already, as they are");

        assertThat(models.deploy(before.files(), ModelWay.PAGE, "again", before.deploymentId()))
                .isEqualTo(before.deploymentId());
    }

    @Test
    void a_form_or_a_table_alone_reaches_the_steps_that_use_it() throws Exception {
        int version = version("approval");
        String form =
                changed(read("forms/approval/approve-remedy.form"), "\"schemaVersion\": 16", "\"schemaVersion\": 17");
        String table = changed(read("processes/approval/remedy-authority.dmn"), "&lt;= 500", "&lt;= 800");

        assertThat(check("any name.form", form)).contains("approval/approve-remedy.form", "Came as");
        deploy(
                follow(send(
                        "process-owners",
                        drop("any name.form", form)
                                .file(new MockMultipartFile("files", "any name.dmn", null, bytes(table))))),
                "A form and a table");

        assertThat(version("approval")).isEqualTo(version + 1);
        assertThat(inDeploymentOf("approval", "approval/approve-remedy.form")).isEqualTo(bytes(form));
        assertThat(inDeploymentOf("approval", "approval/remedy-authority.dmn")).isEqualTo(bytes(table));
        assertThat(open("auditors", "/models/table/remedy-authority").getContentAsString())
                .contains("&lt;= 800");
    }

    @Test
    void a_finding_is_told_and_nothing_is_deployed() throws Exception {
        String before = models.current().deploymentId();

        String page = check("learning.bpmn", changed(LEARNING, "name=\"clock\">review<", "name=\"clock\">no-clock<"));

        assertThat(page)
                .contains("cannot be deployed like this", "Review the complaint", "no-clock", "data-mark=\"finding\"");
        assertThat(page).doesNotContain("name=\"note\"");
        assertThat(deploy(page.replace("action=", "name=\"base\" value=\"" + before + "\" action="), "all the same")
                        .getStatus())
                .isEqualTo(400);
        assertThat(models.current().deploymentId()).isEqualTo(before);
    }

    @Test
    void what_is_no_model_is_refused_in_words() throws Exception {
        assertThat(send("process-owners", drop("notes.txt", "x")).getContentAsString())
                .contains("notes.txt is no model");
        assertThat(send("process-owners", drop("broken.bpmn", "<no")).getRedirectedUrl())
                .startsWith("/models/check/");
        assertThat(check("broken.bpmn", "<no")).contains("The whole file");
        assertThat(send("process-owners", multipart("/models/check")).getContentAsString())
                .contains("No file came");
    }

    @Test
    void the_second_of_two_owners_is_told_that_the_set_changed_meanwhile() throws Exception {
        String page = check("learning.bpmn", again());
        models.deploy(
                Map.of(
                        "approval/remedy-authority.dmn",
                        bytes(changed(read("processes/approval/remedy-authority.dmn"), "&lt;= 500", "&lt;= 600"))),
                ModelWay.PAGE,
                "faster",
                models.current().deploymentId());
        String theirs = models.current().deploymentId();

        MockHttpServletResponse answer = deploy(page, "Slower");

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getContentAsString()).contains("somebody else deployed", "Slower", theirs);
        assertThat(models.current().deploymentId()).isEqualTo(theirs);
        assertThat(deploy(answer.getContentAsString(), "Slower").getRedirectedUrl())
                .isEqualTo("/models");
        assertThat(new String(
                        Objects.requireNonNull(models.current().files().get("approval/remedy-authority.dmn")), UTF_8))
                .as("what the first deployed is kept")
                .contains("&lt;= 600");
    }

    // ------------------------------------------------------------ the other ways in

    @Test
    void a_single_file_from_the_Modeler_is_put_into_the_set_and_cases_run_on_it() throws Exception {
        String again =
                changed(read("processes/complaint/complaint.bpmn"), "name=\"Seal the case\"", "name=\"Seal it\"");

        var names = models.current().files().keySet();

        modeler("complaint.bpmn", again, "Shorter names");

        assertThat(models.current().files()).containsOnlyKeys(names);
        DeploymentTable.Row row =
                deployments.find(models.current().deploymentId()).orElseThrow();
        assertThat(row.way()).isEqualTo("modeler");
        assertThat(row.by()).isEqualTo("olive");
        assertThat(row.note()).isEqualTo("Shorter names");
        String number = desk.complains(desk.somebody());
        assertThat(desk.openTasks(number))
                .as("its forms, tables and called processes are found")
                .isNotEmpty();
        String before = models.current().deploymentId();
        modeler("complaint.bpmn", again, "Once more");
        assertThat(models.current().deploymentId()).as("unchanged").isEqualTo(before);
    }

    @Test
    void a_restart_does_not_put_back_what_the_application_brought_over_what_an_owner_deployed() throws Exception {
        deploy(check("learning.bpmn", again()), "Directors");
        String deployed = models.current().deploymentId();

        start.afterSingletonsInstantiated();

        assertThat(models.current().deploymentId()).isEqualTo(deployed);
        assertThat(open("process-owners", "/models/take-up").getContentAsString())
                .contains("learning/learning.bpmn");
        MockHttpServletResponse taken =
                send("process-owners", post("/models/take-up").param("file", "learning/learning.bpmn"));
        deploy(follow(taken), "Back to what the application brings");
        assertThat(models.current().files().get("learning/learning.bpmn")).isEqualTo(bytes(LEARNING));
        assertThat(deployments
                        .find(models.current().deploymentId())
                        .orElseThrow()
                        .way())
                .isEqualTo("folder");
    }

    @Test
    void what_was_taken_up_from_the_folder_does_not_keep_a_restart_from_the_next_change_there() throws Exception {
        String fromFolder = again();
        models.deploy(
                Map.of("learning/learning.bpmn", bytes(fromFolder)),
                ModelWay.FOLDER,
                "Longer",
                models.current().deploymentId());
        assertThat(models.current().files().get("learning/learning.bpmn")).isEqualTo(bytes(fromFolder));

        start.afterSingletonsInstantiated();

        assertThat(models.current().files().get("learning/learning.bpmn")).isEqualTo(bytes(LEARNING));
        assertThat(deployments.held()).isEmpty();
    }

    // ------------------------------------------------------------ taking away

    @Test
    void a_file_of_any_version_and_the_whole_set_can_be_taken_away() throws Exception {
        MockHttpServletResponse file = open("auditors", "/models/process/learning/versions/1/file");
        assertThat(file.getHeader("Content-Disposition")).contains("attachment").contains("learning.bpmn");
        assertThat(file.getContentAsByteArray()).isEqualTo(bytes(LEARNING));

        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(
                new ByteArrayInputStream(open("auditors", "/models/set.zip").getContentAsByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names)
                .hasSize(models.current().files().size())
                .contains("processes/learning/learning.bpmn", "forms/approval/approve-remedy.form");
    }

    // ------------------------------------------------------------ means

    private void modeler(String name, String content, String deployment) {
        identity.setAuthentication("olive", List.of("process-owners"));
        DeploymentBuilder builder = repository
                .createDeployment()
                .name(deployment)
                .source("Camunda Modeler")
                .enableDuplicateFiltering(true)
                .addInputStream(name, new ByteArrayInputStream(bytes(content)));
        builder.deploy();
        identity.clearAuthentication();
    }

    /** A change that nobody made yet. */
    private static String again() {
        return changed(LEARNING, "name=\"withinDays\">30<", "name=\"withinDays\">" + DAYS.incrementAndGet() + "<");
    }

    private int version(String process) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getVersion();
    }

    private byte[] inDeploymentOf(String process, String file) {
        String deployment = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getDeploymentId();
        return models.file(deployment, file).orElseThrow();
    }

    private static MockMultipartHttpServletRequestBuilder drop(String name, String content) {
        return multipart("/models/check").file(new MockMultipartFile("files", name, null, bytes(content)));
    }

    /** The page that tells what a file would do. */
    private String check(String name, String content) throws Exception {
        return follow(send("process-owners", drop(name, content)));
    }

    private String follow(MockHttpServletResponse answer) throws Exception {
        String place = Objects.requireNonNull(answer.getRedirectedUrl());
        token = place.substring(place.lastIndexOf('/') + 1);
        return open("process-owners", place).getContentAsString();
    }

    private MockHttpServletResponse deploy(String page, String note) throws Exception {
        Matcher base = BASE.matcher(page);
        assertThat(base.find()).isTrue();
        return send(
                "process-owners",
                post("/models/check/{token}/deploy", token).param("note", note).param("base", base.group(1)));
    }

    private String member(String group) {
        if (group.equals("process-owners")) {
            return "olive";
        }
        String name = "models-" + group;
        accounts.createIfMissing(
                name, name, "Reader", name + "@amends.example", "a rather long secret", List.of(group));
        return name;
    }

    private MockHttpServletResponse open(String group, String path) throws Exception {
        return browser.perform(get(URI.create(path))
                        .session(session)
                        .with(user(member(group)).roles(group)))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse send(String group, MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request.session(session)
                        .with(user(member(group)).roles(group))
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }
}
