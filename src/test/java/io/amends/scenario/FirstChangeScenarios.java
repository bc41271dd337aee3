package io.amends.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.complaint.CustomerVoice;
import io.amends.staff.StaffAccounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The change that the process owners' guide makes: whoever contacts us again gets a letter and a call. Its two files, put among the
 * house's own, pass the guard, and the new step works as every other.
 */
@Scenario
class FirstChangeScenarios {

    private static final Path CHANGE = Path.of("src/test/resources/first-change");

    @Autowired
    ServiceDesk desk;

    @Autowired
    CustomerVoice voice;

    @Autowired
    RepositoryService repository;

    @Autowired
    StaffAccounts accounts;

    private String deployment = "";

    @BeforeEach
    void the_changed_set_is_deployed() throws IOException {
        Staff.signUp(accounts);
        Map<String, Path> files = new TreeMap<>();
        files.putAll(filesIn("processes", ".bpmn", ".dmn"));
        files.putAll(filesIn("forms", ".form"));
        files.put("complaint/complaint.bpmn", CHANGE.resolve("complaint.bpmn"));
        files.put("complaint/call-back.form", CHANGE.resolve("call-back.form"));
        DeploymentBuilder set = repository.createDeployment().name("amends-models");
        for (Map.Entry<String, Path> file : files.entrySet()) {
            set.addString(file.getKey(), Files.readString(file.getValue()));
        }
        deployment = set.deploy().getId();
    }

    @AfterEach
    void the_house_has_its_own_models_again() {
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void whoever_contacts_us_again_gets_a_letter_and_a_call_within_a_working_day() {
        String mail = desk.somebody();
        String caseNumber = desk.complains(mail);
        voice.contactedAgain(caseNumber, "phone", "Nobody has called me.");
        desk.settle();

        assertThat(desk.lettersToCustomer(caseNumber)).containsExactly("acknowledgement", "acknowledgement");
        assertThat(desk.occurrences(caseNumber, "acknowledgement")).containsExactly("1", "again-2");
        assertThat(PostOffice.mailFor(mail)).hasSize(2);
        assertThat(desk.openTasks(caseNumber)).containsExactly("Task_CallCustomerBack", "Task_ContactCustomer");
        assertThat(desk.groupOf(caseNumber, "Task_CallCustomerBack")).isEqualTo("service-agents");
        assertThat(desk.dueOf(caseNumber, "Task_CallCustomerBack"))
                .isEqualTo(desk.clock(caseNumber, "dissatisfied-call").due())
                .isAfter(desk.now());

        desk.does("agent", caseNumber, "Task_CallCustomerBack", Map.of("callBackNote", "Wants the lid by Friday."));
        assertThat(desk.openTasks(caseNumber)).containsExactly("Task_ContactCustomer");
        assertThat(desk.clock(caseNumber, "dissatisfied-call").met()).isNotNull();
    }

    private static Map<String, Path> filesIn(String folder, String... endings) throws IOException {
        Path root = Path.of(folder);
        try (Stream<Path> all = Files.walk(root)) {
            Map<String, Path> found = new TreeMap<>();
            all.filter(file -> List.of(endings).stream().anyMatch(file.toString()::endsWith))
                    .forEach(file -> found.put(root.relativize(file).toString().replace('\\', '/'), file));
            return found;
        }
    }
}
