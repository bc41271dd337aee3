package io.amends.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.amends.casefile.CaseDetails;
import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.clock.CaseClock;
import io.amends.clock.CaseClocks;
import io.amends.clock.HouseClock;
import io.amends.complaint.ComplaintIntake;
import io.amends.complaint.CustomerVoice;
import io.amends.complaint.NewComplaint;
import io.amends.customer.Contact;
import io.amends.letter.LetterSender;
import io.amends.letter.LetterView;
import io.amends.letter.Letters;
import io.amends.modeling.FormRefusal;
import io.amends.staff.People;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.Spin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;

/** Staff, customers and time, as the scenarios speak of them. */
@TestComponent
public class ServiceDesk {

    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final Set<String> AMONG_COLLEAGUES =
            Set.of("clock-warning", "escalation", "owner-idle", "media-warning");

    private final ComplaintIntake intake;
    private final CaseFiles cases;
    private final Letters letters;
    private final LetterSender sender;
    private final TaskService tasks;
    private final FormService forms;
    private final IdentityService identity;
    private final ManagementService management;
    private final HistoryService history;
    private final Set<String> nonsenseTried = new HashSet<>();
    private final RepositoryService repository;
    private final People people;
    private final HouseClock clock;
    private final CaseClocks clocks;
    private final List<CaseDetails> details;
    private final MockMvc browser;

    ServiceDesk(
            ComplaintIntake intake,
            CaseFiles cases,
            Letters letters,
            LetterSender sender,
            TaskService tasks,
            FormService forms,
            IdentityService identity,
            ManagementService management,
            HistoryService history,
            RepositoryService repository,
            People people,
            HouseClock clock,
            CaseClocks clocks,
            List<CaseDetails> details,
            MockMvc browser) {
        this.intake = intake;
        this.cases = cases;
        this.letters = letters;
        this.sender = sender;
        this.tasks = tasks;
        this.forms = forms;
        this.identity = identity;
        this.management = management;
        this.history = history;
        this.repository = repository;
        this.people = people;
        this.clock = clock;
        this.clocks = clocks;
        this.details = details;
        this.browser = browser;
    }

    // ------------------------------------------------------------ customers

    /** A mail address that nobody used before. */
    public String somebody() {
        return "customer" + PEOPLE.incrementAndGet() + "@example.org";
    }

    public String complains(String mail) {
        return complains(complaint(mail).build());
    }

    public String complains(NewComplaint complaint) {
        String caseNumber = intake.take(complaint).caseNumber();
        settle();
        return caseNumber;
    }

    /** Fills the start form of the Tasklist. */
    public String registers(String user, Map<String, ?> fields) {
        return registers(user, "complaint", fields);
    }

    /** The same for another kind of case. */
    public String registers(String user, String process, Map<String, ?> fields) {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
        AtomicReference<String> caseNumber = new AtomicReference<>();
        as(
                user,
                () -> caseNumber.set(
                        forms.submitStartForm(definition, typed(fields)).getBusinessKey()));
        settle();
        return caseNumber.get();
    }

    public ComplaintBuilder complaint(@Nullable String mail) {
        return new ComplaintBuilder(mail);
    }

    // ------------------------------------------------------------ staff

    /** Claims the one open task of that kind and completes it through its form, as that person. */
    public void does(String user, String caseNumber, String task, Map<String, ?> fields) {
        Task open = openTask(caseNumber, task);
        if (nonsenseTried.add(task)) {
            as(user, () -> refusesNonsense(open, fields));
        }
        as(user, () -> {
            if (open.getAssignee() == null) {
                tasks.claim(open.getId(), user);
            }
            forms.submitTaskForm(open.getId(), typed(fields));
        });
        settle();
    }

    public void claims(String user, String caseNumber, String task) {
        as(user, () -> tasks.claim(openTask(caseNumber, task).getId(), user));
        settle();
    }

    /** Lays a claimed task back into the list of its group. */
    public void givesBack(String user, String caseNumber, String task) {
        as(user, () -> tasks.setAssignee(openTask(caseNumber, task).getId(), null));
        settle();
    }

    public void comments(String user, String caseNumber, String task) {
        as(user, () -> tasks.createComment(openTask(caseNumber, task).getId(), null, "Waiting for the maker."));
        settle();
    }

    /** What this person can report on the page of the case. */
    public List<CaseDetails.Action> canReport(String user, String caseNumber) {
        AtomicReference<List<CaseDetails.Action>> actions = new AtomicReference<>(List.of());
        String process = file(caseNumber).processKey();
        as(user, () -> details.stream()
                .filter(one -> one.processKey().equals(process))
                .forEach(one -> actions.set(one.actions(caseNumber))));
        return actions.get();
    }

    /**
     * Reports something on the page of the case, and confirms it when asked.
     *
     * @param option as the page offers it, or blank
     * @return why it was refused, or empty
     */
    public Optional<String> reports(String user, String caseNumber, String action, String option, String text) {
        try {
            Object problem = browser.perform(post("/cases/{n}/actions/{a}", caseNumber, action)
                            .param("option", option)
                            .param("text", text)
                            .param("confirmed", "true")
                            .with(user(user).authorities(authorities(user)))
                            .with(csrf()))
                    .andReturn()
                    .getFlashMap()
                    .get("problem");
            settle();
            return Optional.ofNullable(problem).map(Object::toString);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private List<SimpleGrantedAuthority> authorities(String user) {
        return people.groupsOf(user).stream()
                .map(group -> new SimpleGrantedAuthority("ROLE_" + group))
                .toList();
    }

    /** Nothing, something unknown, and each field mistyped: refused by name, and nothing has changed. */
    private void refusesNonsense(Task task, Map<String, ?> fields) {
        refuses(task, Map.of(), "is required");
        refuses(task, with(fields, "nobodyAskedForThis", "x"), "nobodyAskedForThis");
        fields.forEach((key, value) -> refuses(task, with(fields, key, mistyped(value)), key));
        assertThat(tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee())
                .isEqualTo(task.getAssignee());
    }

    private void refuses(Task task, Map<String, ?> fields, String named) {
        assertThatThrownBy(() -> forms.submitTaskForm(task.getId(), typed(fields)))
                .as("%s with %s", task.getTaskDefinitionKey(), fields)
                .isInstanceOf(FormRefusal.class)
                .hasMessageContaining(named);
    }

    private static Map<String, Object> with(Map<String, ?> fields, String key, Object value) {
        Map<String, Object> changed = new HashMap<>(fields);
        changed.put(key, value);
        return changed;
    }

    private static Object mistyped(Object value) {
        return value instanceof String ? 4711 : "many";
    }

    public void as(String user, Runnable work) {
        identity.setAuthentication(user, people.groupsOf(user));
        try {
            work.run();
        } finally {
            identity.clearAuthentication();
        }
    }

    public Task openTask(String caseNumber, String task) {
        List<Task> found = tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey(task)
                .list();
        assertThat(found)
                .as("open tasks %s of %s; open are %s", task, caseNumber, openTasks(caseNumber))
                .isNotEmpty();
        return found.get(0);
    }

    /** What a step's form opens with. */
    public @Nullable Object valueSeenBy(String caseNumber, String task, String variable) {
        return tasks.getVariable(openTask(caseNumber, task).getId(), variable);
    }

    /** Everything that a step's form can show. */
    public Map<String, Object> shownBy(String caseNumber, String task) {
        return forms.getTaskFormVariables(openTask(caseNumber, task).getId());
    }

    public void reassign(String caseNumber, String task, String user) {
        tasks.setAssignee(openTask(caseNumber, task).getId(), user);
    }

    public @Nullable String assigneeOf(String caseNumber, String task) {
        return openTask(caseNumber, task).getAssignee();
    }

    /** When the open task of that kind is due, or null while its clock stands. */
    public @Nullable Instant dueOf(String caseNumber, String task) {
        Date due = openTask(caseNumber, task).getDueDate();
        return due == null ? null : due.toInstant();
    }

    public String groupOf(String caseNumber, String task) {
        return tasks.getIdentityLinksForTask(openTask(caseNumber, task).getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    public List<String> openTasks(String caseNumber) {
        return tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    public void contacts(String user, String caseNumber) {
        does(user, caseNumber, "Task_ContactCustomer", contactFields("no"));
    }

    public static Map<String, Object> contactFields(String settled) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "contactedBy", "phone",
                "factsRestated", "The kettle arrived with a broken lid.",
                "feelingNamed", "disappointed",
                "wish1", "a new lid",
                "wish1Within", "within",
                "settled", settled));
        if (settled.equals("yes")) {
            fields.put("settlement", "We sent a new lid at once.");
        }
        return fields;
    }

    public void concludes(String user, String caseNumber, String cause) {
        does(
                user,
                caseNumber,
                "Task_InvestigateCause",
                Map.of(
                        "nextStep", "conclude",
                        "cause", cause,
                        "causeParty", "seller",
                        "causeShare", 100,
                        "findings", "The parcel was packed without padding."));
    }

    public void proposes(String user, String caseNumber, double amount) {
        does(user, caseNumber, "Task_ProposeRemedy", proposal(amount));
    }

    public Map<String, Object> proposal(double amount) {
        return new HashMap<>(Map.of(
                "remedies", List.of("apology", "replacement"),
                "amount", amount,
                "explanation", "We will replace the kettle and refund the postage.",
                "interim", "no",
                "action1", "Send a new kettle",
                "action1Group", "service-agents",
                "action1Due", today().plusDays(5).toString()));
    }

    public void keepsPromise(String user, String caseNumber) {
        does(user, caseNumber, "Task_KeepPromise", Map.of("kept", "kept", "keptNote", "Done as said."));
    }

    /** From a fresh case to the survey's letter, everything going well. */
    public void resolves(String caseNumber, CustomerVoice voice) {
        contacts("agent", caseNumber);
        concludes("agent", caseNumber, "packaging");
        proposes("agent", caseNumber, 40);
        voice.decided(caseNumber, true, null);
        settle();
        keepsPromise("agent", caseNumber);
        passes(Duration.ofDays(12));
    }

    // ------------------------------------------------------------ time

    public void passes(Duration time) {
        clock.advance(time);
        settle();
    }

    /** Moves the clock to just after that moment. */
    public void comes(Instant moment) {
        passes(Duration.between(clock.instant(), moment).plusSeconds(1));
    }

    /** Leaves the open task of that kind alone until it is late: whoever is on it is warned, and then help is called for. */
    public void neglects(String caseNumber, String task) {
        String name = (String) tasks.getVariableLocal(openTask(caseNumber, task).getId(), "clock");
        comes(Objects.requireNonNull(clock(caseNumber, name).warnAt()));
        assertThat(occurrences(caseNumber, "clock-warning")).contains(occurrence(caseNumber, name));
        comes(Objects.requireNonNull(clock(caseNumber, name).escalateAt()));
        assertThat(occurrences(caseNumber, "escalation")).contains(occurrence(caseNumber, name) + "-1");
    }

    private String occurrence(String caseNumber, String clockName) {
        return clockName + "-" + clock(caseNumber, clockName).occurrence();
    }

    /** All clocks of the case as they stand now. */
    public List<CaseClock> clocks(String caseNumber) {
        return clocks.of(caseNumber);
    }

    public CaseClock clock(String caseNumber, String name) {
        return clocks.find(caseNumber, name)
                .orElseThrow(() -> new AssertionError("no clock " + name + " among " + clocks.of(caseNumber)));
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    /** Where the house is. */
    public ZoneId zone() {
        return clock.getZone();
    }

    public Instant now() {
        return clock.instant();
    }

    /** Runs every job that is due until nothing is left to do, then sends the letters. */
    public void settle() {
        works();
        sender.sendDue();
    }

    /** Runs every job that is due until nothing is left to do. */
    public void works() {
        for (List<Job> due = due(); !due.isEmpty(); due = due()) {
            for (Job job : due) {
                if (management.createJobQuery().jobId(job.getId()).count() > 0) {
                    management.executeJob(job.getId());
                }
            }
        }
    }

    private List<Job> due() {
        return management.createJobQuery().executable().list();
    }

    // ------------------------------------------------------------ what came of it

    public CaseFile file(String caseNumber) {
        return cases.find(caseNumber).orElseThrow();
    }

    public List<String> letters(String caseNumber) {
        return letters.of(caseNumber).stream().map(LetterView::letter).toList();
    }

    /** Letters to the customer, in order; those among colleagues are told by the scenarios of time. */
    public List<String> lettersToCustomer(String caseNumber) {
        return letters(caseNumber).stream()
                .filter(letter -> !AMONG_COLLEAGUES.contains(letter))
                .toList();
    }

    /** Which times a letter was written for, in order. */
    public List<String> occurrences(String caseNumber, String letter) {
        return lettersOf(caseNumber, letter).stream()
                .map(LetterView::occurrence)
                .distinct()
                .toList();
    }

    public List<LetterView> lettersOf(String caseNumber, String letter) {
        return letters.of(caseNumber).stream()
                .filter(one -> one.letter().equals(letter))
                .toList();
    }

    /** Ids of all steps that were taken on a case, in the order they ended. */
    public List<String> steps(String caseNumber) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list().stream()
                .flatMap(
                        instance -> history
                                .createHistoricActivityInstanceQuery()
                                .processInstanceId(instance.getId())
                                .finished()
                                .list()
                                .stream())
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }

    /** As {@code process/element}. */
    public Set<String> visitedElements() {
        return history.createHistoricActivityInstanceQuery().list().stream()
                .map(visited -> visited.getProcessDefinitionKey() + "/" + visited.getActivityId())
                .collect(Collectors.toSet());
    }

    public List<String> variables(String caseNumber) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list().stream()
                .flatMap(instance ->
                        history
                                .createHistoricVariableInstanceQuery()
                                .processInstanceId(instance.getId())
                                .list()
                                .stream())
                .map(HistoricVariableInstance::getName)
                .toList();
    }

    public long instances() {
        return history.createHistoricProcessInstanceQuery().count();
    }

    public static Map<String, Object> typed(Map<String, ?> fields) {
        Map<String, Object> typed = new HashMap<>();
        fields.forEach((key, value) -> typed.put(key, value instanceof List<?> list ? Spin.JSON(list) : value));
        return typed;
    }

    /** A complaint with sensible values, to be changed where a scenario needs it. */
    public static class ComplaintBuilder {
        private @Nullable String mail;
        private @Nullable String phone;
        private String name = "Alex Doe";
        private String subject = "product";
        private String harm = "none";
        private String urgency = "normal";
        private boolean safetyRisk;
        private boolean mediaThreat;
        private String language = "en";
        private @Nullable String customerNumber;
        private String channel = "mail";

        ComplaintBuilder(@Nullable String mail) {
            this.mail = mail;
        }

        public ComplaintBuilder mail(@Nullable String value) {
            mail = value;
            return this;
        }

        public ComplaintBuilder phone(@Nullable String value) {
            phone = value;
            return this;
        }

        public ComplaintBuilder name(String value) {
            name = value;
            return this;
        }

        public ComplaintBuilder subject(String value) {
            subject = value;
            return this;
        }

        public ComplaintBuilder harm(String value) {
            harm = value;
            return this;
        }

        public ComplaintBuilder urgency(String value) {
            urgency = value;
            return this;
        }

        public ComplaintBuilder safetyRisk() {
            safetyRisk = true;
            return this;
        }

        public ComplaintBuilder mediaThreat() {
            mediaThreat = true;
            return this;
        }

        public ComplaintBuilder language(String value) {
            language = value;
            return this;
        }

        public ComplaintBuilder customer(String number) {
            customerNumber = number;
            return this;
        }

        public ComplaintBuilder channel(String value) {
            channel = value;
            return this;
        }

        public NewComplaint build() {
            return new NewComplaint(
                    "api",
                    null,
                    new Contact(customerNumber, name, mail, phone, null, language),
                    null,
                    channel,
                    subject,
                    null,
                    "The kettle arrived with a broken lid and nobody called back.",
                    null,
                    urgency,
                    null,
                    harm,
                    safetyRisk,
                    false,
                    mediaThreat,
                    null,
                    "message");
        }
    }
}
