package io.amends.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.casefile.Words;
import io.amends.clock.CaseClock;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;

/**
 * What a scenario did on one case, written down page by page while it did it: people, answers, words, what it saw open and close in the
 * list of tasks, and what the mail server took. Nothing in it is read from the record, so that the record can be laid beside it.
 */
final class Diary {

    /** Nobody acted. */
    static final String HOUSE = "Amends";

    private static final String OWNER_IDLE = "owner-idle";

    private static final Pattern DUE = Pattern.compile("due ([A-Z].*)$");

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.ENGLISH);

    /** What completing a task notes beside its answers. */
    private static final Set<String> CONSEQUENCES = Set.of(
            "Proposer",
            "Sent back",
            "Statement version",
            "Message version",
            "Ways",
            "Text draft",
            "Report corrected",
            "Update number",
            "Update approved",
            "Review version",
            "Review accepted",
            "Acknowledged by",
            "Talk result",
            "Tried",
            "Reached",
            "Refused reason",
            "Owner");

    /** What the house proposes in a form. */
    private static final Map<String, String> PREFILLED = Map.of("Amount", "450", "Reason", "pushed-unintended");

    private final ServiceDesk desk;
    private final TaskService tasks;
    private final List<Page> pages = new ArrayList<>();
    private final List<Form> forms = new ArrayList<>();
    private final Set<String> links = new TreeSet<>();
    private final Map<String, String> told = new HashMap<>();
    /** What each clock promised when it was last looked at, by name and occurrence. */
    private final Map<String, Instant> dues = new TreeMap<>();

    private String caseNumber = "";

    /** Mail of other applications, whose cases may bear the same numbers. */
    private final Set<String> before =
            PostOffice.mail().stream().map(mail -> header(mail, "Message-ID")).collect(Collectors.toSet());

    Diary(ServiceDesk desk, TaskService tasks) {
        this.desk = desk;
        this.tasks = tasks;
    }

    /**
     * One thing that the scenario did, and all that it was to bring about.
     *
     * @param from the moment before, {@code to} the one after; nothing else was done between them
     * @param lines as {@code who: what}
     */
    private record Page(Instant from, Instant to, String title, List<String> lines, List<Instant> promised) {}

    /**
     * @param opened when the task came into the list
     * @param answers as they were put in
     */
    private record Form(
            Instant from, Instant to, Instant opened, String who, String step, Map<String, String> answers) {

        boolean besides(Form earlier) {
            return !opened.isAfter(earlier.to) && !step.equals(earlier.step);
        }
    }

    String caseNumber() {
        return caseNumber;
    }

    // ------------------------------------------------------------ writing

    /** The case comes into being. */
    String begins(String title, Supplier<String> work, String... lines) {
        page(title, () -> caseNumber = work.get(), List.of(lines));
        return caseNumber;
    }

    /** Anything that is done, with what is to be on record of it. */
    void notes(String title, Runnable work, String... lines) {
        page(title, work, List.of(lines));
    }

    /** A fact that somebody outside the house told, by the name of a form's field. */
    void told(String field, Object value) {
        told.put(Words.label(field), text(value));
    }

    /** The case is tied to another one. */
    void ties(String other, String kind) {
        links.add(other + " " + kind);
    }

    /** Somebody takes the task on where nobody has it yet, and completes it with these answers. */
    void does(String who, String task, Map<String, ?> answers, String... lines) {
        Task open = desk.openTask(caseNumber, task);
        List<String> told = new ArrayList<>();
        if (open.getAssignee() == null) {
            told.add(who + ": Took on “" + open.getName() + "” [- → " + who + "]");
        }
        told.add(who + ": Completed “" + open.getName() + "”");
        told.addAll(List.of(lines));
        Page page = page(who + " does " + task, () -> desk.does(who, caseNumber, task, answers), told);
        Map<String, String> put = new HashMap<>();
        answers.forEach((key, value) -> put.put(key, text(value)));
        forms.add(new Form(page.from(), page.to(), open.getCreateTime().toInstant(), who, task, put));
    }

    private Page page(String title, Runnable work, List<String> written) {
        Map<String, Task> before = open();
        Set<String> mails = letters().keySet();
        Instant from = desk.now();
        work.run();
        List<String> expected = written.stream().map(Diary::line).toList();
        List<String> lines = new ArrayList<>(expected);
        Map<String, Task> after = open();
        after.forEach((id, task) -> {
            if (!before.containsKey(id)) {
                lines.add(HOUSE + ": Opened the task “" + task.getName() + "”");
            }
        });
        List<String> gone = before.entrySet().stream()
                .filter(it -> !after.containsKey(it.getKey()))
                .map(it -> it.getValue().getName())
                .toList();
        gone.stream()
                .filter(name -> expected.stream().noneMatch(line -> line.endsWith(": Completed “" + name + "”")))
                .forEach(name -> lines.add(HOUSE + ": Took back the task “" + name + "”, no longer needed"));
        letters().forEach((id, mail) -> {
            if (!mails.contains(id)) {
                lines.add(HOUSE + ": Wrote the letter “" + PostOffice.subject(mail) + "” to "
                        + PostOffice.recipients(mail) + " " + id);
                lines.add(HOUSE + ": Sent the letter “" + PostOffice.subject(mail) + "”");
            }
        });
        Page page = new Page(from, desk.now(), title, lines, promised());
        pages.add(page);
        tick(page.to());
        return page;
    }

    /** What the clocks promise that began since the last page; the house's own watch over idle owners is told only where it found one. */
    private List<Instant> promised() {
        List<Instant> begun = new ArrayList<>();
        for (CaseClock clock : desk.clocks(caseNumber)) {
            String one = clock.name() + " " + clock.occurrence();
            if (!clock.name().equals(OWNER_IDLE) && dues.put(one, clock.due()) == null) {
                begun.add(clock.due());
            }
        }
        return begun;
    }

    /** Where nobody is named, nobody acted. */
    private static String line(String written) {
        return written.matches("(?s)[a-z][\\w ’]*: .*") ? written : HOUSE + ": " + written;
    }

    private Map<String, Task> open() {
        Map<String, Task> open = new LinkedHashMap<>();
        tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .list()
                .forEach(task -> open.put(task.getId(), task));
        return open;
    }

    /** What the mail server took of this case, by Message-ID. */
    private Map<String, MimeMessage> letters() {
        Map<String, MimeMessage> letters = new LinkedHashMap<>();
        PostOffice.mail().stream()
                .filter(this::isOfTheCase)
                .filter(mail -> !before.contains(header(mail, "Message-ID")))
                .forEach(mail -> letters.put(header(mail, "Message-ID"), mail));
        return letters;
    }

    private boolean isOfTheCase(MimeMessage mail) {
        return !caseNumber.isEmpty() && header(mail, "Reply-To").contains(caseNumber);
    }

    /** So that no moment belongs to two pages. */
    private void tick(Instant last) {
        while (!desk.now().isAfter(last)) {
            Thread.onSpinWait();
        }
    }

    private static String header(MimeMessage mail, String name) {
        try {
            return Objects.requireNonNullElse(mail.getHeader(name, null), "");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(it -> Words.label(it.toString())).collect(Collectors.joining(", "));
        }
        return value instanceof Boolean ? Words.value(value) : plain(value.toString());
    }

    // ------------------------------------------------------------ comparing

    /** What people did, as a page for people has to say it. */
    List<String> words() {
        return pages.stream()
                .flatMap(page -> page.lines().stream())
                .map(line -> line.substring(line.indexOf(": ") + 2))
                .filter(what -> what.startsWith("Completed") || what.startsWith("Opened the task"))
                .distinct()
                .toList();
    }

    /** What stands on paper, letter for letter: the text of a file is broken into lines anywhere. */
    void isPrintedIn(byte[] pdf) throws IOException {
        try (PDDocument paper = Loader.loadPDF(pdf)) {
            String printed = together(new PDFTextStripper().getText(paper));
            SoftAssertions all = new SoftAssertions();
            pages.stream()
                    .flatMap(page -> page.lines().stream())
                    .map(line -> line.substring(line.indexOf(": ") + 2))
                    .map(line -> line.replaceAll(" <[^>]*>$", ""))
                    .filter(line -> !line.startsWith("Decided: "))
                    .map(line -> line.replaceAll("(?s) \\[.*", ""))
                    .map(line -> line.replaceAll("(Acknowledged the call for help with “[^”]*”).*", "$1"))
                    .distinct()
                    .forEach(line -> all.assertThat(printed.contains(together(line)))
                            .as("on paper: " + line)
                            .isTrue());
            dues.values().stream()
                    .map(due -> MOMENT.format(due.atZone(desk.zone())))
                    .distinct()
                    .forEach(due -> all.assertThat(printed.contains(together(due)))
                            .as("on paper: due " + due)
                            .isTrue());
            links.forEach(link -> all.assertThat(printed).contains(link.substring(0, link.indexOf(' '))));
            all.assertAll();
        }
    }

    private static String together(String text) {
        return text.replaceAll("\\s+", "");
    }

    /** Page by page: all of it is on record, in its time, with whom it was; and nothing is on record that is not in here. */
    void isToldBy(JsonNode record) {
        List<Told> told = StreamSupport.stream(record.path("entries").spliterator(), false)
                .map(Told::of)
                .filter(it -> !it.line().isEmpty())
                .toList();
        SoftAssertions all = new SoftAssertions();
        for (Page page : pages) {
            List<String> then = told.stream()
                    .filter(it -> !it.at().isBefore(page.from()) && !it.at().isAfter(page.to()))
                    .map(Told::line)
                    .toList();
            all.assertThat(then).as(page.title()).containsExactlyInAnyOrderElementsOf(page.lines());
            all.assertThat(promises(record, page))
                    .as("due times of clocks that began: " + page.title())
                    .containsExactlyInAnyOrderElementsOf(page.promised().stream()
                            .map(due -> MOMENT.format(due.atZone(desk.zone())))
                            .toList());
        }
        all.assertThat(duesOf(record)).as("due times of clocks").isEqualTo(dues);
        all.assertThat(stream(record.path("links"))
                        .map(it -> it.path("caseNumber").asText() + " "
                                + it.path("kind").asText()))
                .as("links")
                .containsExactlyInAnyOrderElementsOf(links);
        all.assertThat(told).as("told of a time when nothing was done").allMatch(it -> pages.stream()
                .anyMatch(page -> !it.at().isBefore(page.from()) && !it.at().isAfter(page.to())));
        all.assertThat(told.stream().map(Told::at)).as("in order").isSorted();
        causesStandBeforeEffects(record, all);
        factsAreTheAnswers(record, all);
        all.assertAll();
    }

    /** Much happens at the same moment; a process yet begins before its first step and ends after its last one. */
    private static void causesStandBeforeEffects(JsonNode record, SoftAssertions all) {
        List<JsonNode> entries = stream(record.path("entries")).toList();
        Map<String, List<String>> runs = new LinkedHashMap<>();
        entries.stream().filter(it -> it.hasNonNull("processInstanceId")).forEach(it -> runs.computeIfAbsent(
                        it.path("processInstanceId").asText(), run -> new ArrayList<>())
                .add(it.path("what").asText()));
        stream(record.path("processes")).forEach(run -> {
            List<String> told = runs.getOrDefault(run.path("id").asText(), List.of());
            all.assertThat(told.get(0))
                    .as("first of %s", run.path("name"))
                    .startsWith("Began “" + run.path("name").asText() + "”");
            List<String> ends = told.stream()
                    .filter(what -> what.startsWith("Reached the end"))
                    .toList();
            List<String> done = told.stream()
                    .filter(what -> what.startsWith("Did the step")
                            || what.startsWith("Decided by")
                            || what.startsWith("Completed")
                            || what.startsWith("Reached the end"))
                    .toList();
            if (!ends.isEmpty() && run.path("state").asText().equals("ended")) {
                all.assertThat(done.get(done.size() - 1))
                        .as("last of %s: %s", run.path("name"), done)
                        .startsWith("Reached the end");
            }
        });
        List<String> whats =
                entries.stream().map(it -> it.path("what").asText()).toList();
        int began = whats.indexOf("Began “" + mainName(record) + "”, version 1");
        all.assertThat(whats.subList(0, began))
                .as("nothing is started before the case begins")
                .noneMatch(what -> what.startsWith("Started the clock"));
    }

    private static String mainName(JsonNode record) {
        return stream(record.path("processes"))
                .filter(it -> it.path("main").asBoolean())
                .map(it -> it.path("name").asText())
                .findFirst()
                .orElseThrow();
    }

    /** Due times as the lines of that page tell them. */
    private static List<String> promises(JsonNode record, Page page) {
        return stream(record.path("entries"))
                .filter(it -> it.path("kind").asText().equals("clock"))
                .filter(it -> it.path("what").asText().startsWith("Started the clock"))
                .filter(it -> isWithin(page, it.path("at")))
                .map(it -> DUE.matcher(it.path("after").asText(it.path("what").asText())))
                .map(due -> due.find() ? due.group(1) : "no due time")
                .toList();
    }

    private static Map<String, Instant> duesOf(JsonNode record) {
        Map<String, Instant> told = new TreeMap<>();
        stream(record.path("clocks")).filter(Diary::isPromise).forEach(clock -> {
            told.put(
                    clock.path("name").asText() + " " + clock.path("occurrence").asText(),
                    Instant.parse(clock.path("due").asText()));
            stream(clock.path("earlier"))
                    .forEach(earlier -> told.put(
                            clock.path("name").asText() + " "
                                    + earlier.path("occurrence").asText(),
                            Instant.parse(earlier.path("due").asText())));
        });
        return told;
    }

    private static boolean isPromise(JsonNode clock) {
        return !clock.path("name").asText().equals(OWNER_IDLE);
    }

    /** Forms hold what was put in; a person changed no fact but by what they answered, to nothing but that, and from what it was. */
    private void factsAreTheAnswers(JsonNode record, SoftAssertions all) {
        List<JsonNode> sheets = stream(record.path("forms"))
                .filter(it -> !it.path("stepId").asText().equals("Task_AcknowledgeCallOut"))
                .toList();
        all.assertThat(sheets).as("forms").hasSize(forms.size());
        Map<String, String> known = new HashMap<>(told);
        for (Form form : forms) {
            Map<String, String> told = sheets.stream()
                    .filter(it -> it.path("stepId").asText().equals(form.step()))
                    .filter(it -> it.path("by").asText().equals(form.who()) && isWithin(form, it.path("answeredAt")))
                    .findFirst()
                    .map(Diary::answers)
                    .orElse(Map.of());
            all.assertThat(told).as("%s at %s", form.who(), form.step()).containsAllEntriesOf(form.answers());
            stream(record.path("entries"))
                    .filter(it -> it.path("kind").asText().equals("change"))
                    .filter(it -> it.hasNonNull("who") && isWithin(form, it.path("at")))
                    .forEach(it -> isAnswered(it, form, known, all));
            form.answers().forEach((key, value) -> known.put(Words.label(key), value));
            agreementsAreTold(form, record, all);
        }
    }

    /** Two people who were asked side by side and said the same have both said it. */
    private void agreementsAreTold(Form form, JsonNode record, SoftAssertions all) {
        for (Form earlier : forms.subList(0, forms.indexOf(form))) {
            form.answers().forEach((key, value) -> {
                if (form.besides(earlier) && value.equals(earlier.answers().get(key)) && key.endsWith("Decision")) {
                    all.assertThat(stream(record.path("entries"))
                                    .filter(it -> it.path("kind").asText().equals("change"))
                                    .filter(it -> it.path("what").asText().equals(Words.label(key)))
                                    .filter(it -> it.path("who").asText().equals(form.who()))
                                    .filter(it -> isWithin(form, it.path("at")))
                                    .map(it -> plain(it.path("after").asText()))
                                    .filter(answer -> !answer.isEmpty()))
                            .as("%s, as %s", form, earlier)
                            .containsExactly(value);
                }
            });
        }
    }

    private static void isAnswered(JsonNode change, Form form, Map<String, String> known, SoftAssertions all) {
        String name = change.path("what").asText();
        String after = plain(change.path("after").asText());
        all.assertThat(change.path("who").asText()).as("%s by %s", name, form).isEqualTo(form.who());
        if (CONSEQUENCES.contains(name) || after.isEmpty()) {
            return;
        }
        Map<String, String> answers = new HashMap<>();
        form.answers().forEach((key, value) -> answers.put(Words.label(key), value));
        all.assertThat(after).as("%s by %s", name, form).isEqualTo(answers.get(name));
        String before = plain(change.path("before").asText());
        all.assertThat(before)
                .as("%s before %s", name, form)
                .isIn("", known.getOrDefault(name, ""), PREFILLED.getOrDefault(name, ""));
    }

    private static Map<String, String> answers(JsonNode sheet) {
        Map<String, String> answers = new HashMap<>();
        stream(sheet.path("fields"))
                .forEach(it -> answers.put(
                        it.path("key").asText(), plain(it.path("answer").asText())));
        return answers;
    }

    private static boolean isWithin(Form form, JsonNode at) {
        Instant moment = Instant.parse(at.asText());
        return !moment.isBefore(form.from()) && !moment.isAfter(form.to());
    }

    private static boolean isWithin(Page page, JsonNode at) {
        Instant moment = Instant.parse(at.asText());
        return !moment.isBefore(page.from()) && !moment.isAfter(page.to());
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** As both sides spell a value. */
    private static String plain(String value) {
        return value.equals("–") || value.equals("null") ? "" : value.replaceAll("\\.0$", "");
    }

    /** An entry of the record in the words of this diary, or no words where it tells a step of a diagram. */
    private record Told(Instant at, String line) {

        static Told of(JsonNode entry) {
            return new Told(Instant.parse(entry.path("at").asText()), line(entry));
        }

        private static String line(JsonNode entry) {
            String kind = entry.path("kind").asText();
            String who = entry.path("who").asText(HOUSE);
            String what = entry.path("what").asText();
            String line = who + ": " + what;
            return switch (kind) {
                case "letter" -> what.startsWith("Wrote") ? line + " " + detail(entry, "Message-ID") : line;
                case "step" -> who.equals(HOUSE) ? "" : line;
                case "change" -> "";
                case "event" -> isTime(what) ? "" : line.replaceAll(", asks again .*", ", asks again") + details(entry);
                case "clock" -> line.replaceAll("( is met).*", "$1").replaceAll("(, |: what it ).*", "");
                case "escalation" ->
                    line.replaceAll(", to be acknowledged by .*", "")
                            + (who.equals(HOUSE) ? "" : " “" + detail(entry, "Will do") + "”");
                case "promise" -> line.replaceAll(", by .*", "");
                case "mail" -> line;
                case "decision" ->
                    HOUSE + ": Decided: " + detail(entry, "Table").replaceAll(",.*", "") + " → "
                            + detail(entry, "Answered: ");
                default -> line.replaceAll(", asks again .*", ", asks again") + change(entry) + details(entry);
            };
        }

        /** Times that came are told by what they led to, and clocks tell of themselves. */
        private static boolean isTime(String what) {
            return what.startsWith("The time came")
                    || what.startsWith("It happened")
                    || what.startsWith("Word came: “Clock ");
        }

        private static String change(JsonNode entry) {
            return entry.hasNonNull("before") || entry.hasNonNull("after")
                    ? " [" + entry.path("before").asText("-") + " → "
                            + entry.path("after").asText("-") + "]"
                    : "";
        }

        private static String details(JsonNode entry) {
            List<String> details = StreamSupport.stream(entry.path("details").spliterator(), false)
                    .map(it ->
                            it.path("name").asText() + ": " + it.path("value").asText())
                    .toList();
            return details.isEmpty() ? "" : " " + details;
        }

        private static String detail(JsonNode entry, String name) {
            return StreamSupport.stream(entry.path("details").spliterator(), false)
                    .filter(it -> it.path("name").asText().startsWith(name))
                    .map(it -> it.path("value").asText())
                    .findFirst()
                    .orElse("");
        }
    }
}
