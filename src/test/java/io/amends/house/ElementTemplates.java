package io.amends.house;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.staff.GroupsAtWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Writes the element templates of Camunda Modeler: what they set is what the diagrams of the house have, and what they offer is what there
 * is: letters, clocks, groups.
 *
 * <pre>mvn test-compile exec:exec@element-templates</pre>
 */
final class ElementTemplates {

    static final Path FOLDER = Path.of(".camunda/element-templates");

    private static final Path LETTERS = Path.of("src/main/resources/letters");
    private static final String BLUE = "#1f5f8b";

    /** What a template of Camunda 7 cannot set; the plug-in in {@code modeler/house-rules} does. */
    private static final String TRIED_AGAIN =
            " Without the house's plug-in, write PT1M,PT10M,PT1H,PT6H into 'Job execution', 'Retry time cycle'.";

    /** Handed to every process that belongs to a case. */
    private static final List<String> CASE_FACTS =
            List.of("caseNumber", "customer", "severity", "priority", "owner", "language", "canWrite");

    private final ObjectMapper json = new ObjectMapper();

    private ElementTemplates() {}

    public static void main(String[] args) throws IOException {
        Files.createDirectories(FOLDER);
        for (Map.Entry<String, String> file : files().entrySet()) {
            Files.writeString(FOLDER.resolve(file.getKey()), file.getValue());
        }
    }

    /** Content by file name. */
    static SortedMap<String, String> files() {
        SortedMap<String, String> files = new TreeMap<>();
        templates()
                .forEach(template ->
                        files.put(template.get("id").asText().replace("io.amends.", "") + ".json", printed(template)));
        return files;
    }

    static List<ObjectNode> templates() {
        ElementTemplates make = new ElementTemplates();
        return List.of(
                make.sendLetter(),
                make.startClock(),
                make.meetClock(),
                make.askCustomer(),
                make.makePromise(),
                make.escalate(),
                make.lookUpCustomer());
    }

    // ------------------------------------------------------------ the templates

    private ObjectNode sendLetter() {
        ObjectNode template = template(
                "send-a-letter",
                "Send a letter",
                "Writes one of the house's letters and sends it, once for each occurrence." + TRIED_AGAIN,
                "bpmn:SendTask",
                "<rect x='3' y='6' width='18' height='12' rx='1.5'/><path d='M3.5 7l8.5 6.5L20.5 7'/>");
        hidden(template, "property", "camunda:delegateExpression", "${sendLetterDelegate}");
        hidden(template, "property", "camunda:asyncBefore", true);
        choice(
                template,
                "Letter",
                "What each says: page Letters of the application.",
                input("letter"),
                letters(),
                null);
        choice(
                template,
                "To",
                "Who gets it. The letter says for whom it was written.",
                input("to"),
                recipients(),
                "customer");
        field(
                template,
                "Occurrence",
                "Tells the second letter of this kind in a case from the first, such as ${episode}; 1 where there is only one. What has left"
                        + " once under an occurrence does not leave again.",
                input("occurrence"),
                "1");
        return template;
    }

    private ObjectNode startClock() {
        ObjectNode template = template(
                "start-a-clock",
                "Start a clock",
                "A task for people that is due: its clock starts with it, is met when the task is done, warns before it is late and calls for"
                        + " help when it is. The process needs the boxes 'Time is running out' and 'Time is up': copy them from learning.",
                "bpmn:UserTask",
                "<circle cx='12' cy='12' r='9'/><path d='M12 6.5V12l4 2.5'/>");
        choice(
                template,
                "Clock",
                "A row of the table clock-rules. Another one gets a row there first.",
                input("clock"),
                clocks(),
                null);
        choice(
                template,
                "Who does it",
                "Everybody of the group sees the task until somebody takes it.",
                property("camunda:candidateGroups"),
                GroupsAtWork.titles(),
                "service-agents");
        ObjectNode form = field(
                template,
                "Form",
                "Id of the form, which is its file name without .form. The file lies in the folder of this process.",
                property("camunda:formRef"),
                null);
        form.put("placeholder", "call-back");
        form.withObject("constraints")
                .withObject("pattern")
                .put("value", "[a-z][a-z0-9-]*")
                .put("message", "small letters and hyphens");
        hidden(template, "property", "camunda:formRefBinding", "deployment");
        hidden(template, "property", "camunda:priority", "${priority}");
        return template;
    }

    private ObjectNode meetClock() {
        ObjectNode template = template(
                "meet-a-clock",
                "Meet a clock",
                "Notes that a clock of the whole case is met at this moment. The clock of a task needs none of this: it is met when the task is"
                        + " done.",
                "bpmn:ServiceTask",
                "<circle cx='12' cy='12' r='9'/><path d='M8 12.5l3 3 5.5-6.5'/>");
        hidden(template, "property", "camunda:delegateExpression", "${meetClockDelegate}");
        choice(
                template,
                "Clock",
                "Of the whole case: complaint-clocks starts them.",
                input("clock"),
                clocksToMeet(),
                null);
        return template;
    }

    private ObjectNode askCustomer() {
        ObjectNode template = template(
                "ask-the-customer",
                "Ask the customer",
                "Asks by letter or phone, reminds, and waits with the clocks standing still. Goes on with the answer; attach an error event"
                        + " with the code 'unanswered' if a customer who stays silent shall not end the case.",
                "bpmn:CallActivity",
                "<path d='M4 5h16v11H11l-4 4v-4H4z'/><path d='M10 8.6c.4-1.5 4-1.5 4 .7 0 1.4-2 1.4-2 2.9M12 13.8v.1'/>");
        call(template, "customer-reply");
        choice(
                template,
                "Letter",
                "The letter with the question; its link takes the answer.",
                expression("question"),
                Map.of("question", "question: " + purpose("question")),
                "question");
        field(
                template,
                "Question",
                "The variable with the words of the question, such as a field of the form before.",
                in("customerQuestion"),
                "customerQuestion");
        hidden(template, "camunda:in", "asks", "answer").withObject("binding").put("expression", true);
        hidden(template, "camunda:in", "round", "${0}").withObject("binding").put("expression", true);
        ObjectNode reply = field(
                template, "Answer", "The variable that holds the answer afterwards.", json.createObjectNode(), "reply");
        reply.withObject("binding").put("type", "camunda:out").put("source", "reply");
        return template;
    }

    private ObjectNode makePromise() {
        ObjectNode template = template(
                "make-a-promise",
                "Make a promise",
                "A task for whoever promised something, with the promised date, until it is kept. Stands in a box that starts with the message"
                        + " promise-made; forms with the fields promisedWhat, promisedGroup and promisedDue make it."
                        + TRIED_AGAIN,
                "bpmn:CallActivity",
                "<path d='M8 11V5.5a1.4 1.4 0 0 1 2.8 0V10m0 0V4.5a1.4 1.4 0 0 1 2.8 0V10m0-4.5a1.4 1.4 0 0 1 2.8 0V14c0 4-2 6-5 6-2.5 0-3.8-1-5-3.2L4.6 13.5c-.6-1.3 1-2.3 2-1.2L8 14'/>");
        call(template, "promise");
        async(template);
        hidden(template, "camunda:in", "promiseBatch", "promiseBatch");
        hidden(template, "camunda:in", "promiseIndex", "promiseIndex");
        return template;
    }

    private ObjectNode escalate() {
        ObjectNode template = template(
                "escalate",
                "Escalate",
                "Calls for help, level by level, until a named person has acknowledged; ends by itself when the clock is met. Stands in a box"
                        + " that starts with the message clock-breached." + TRIED_AGAIN,
                "bpmn:CallActivity",
                "<path d='M4 20h4v-5h4v-5h4V5h4'/><path d='M16.5 2.5L20 5l-2.5 3.5'/>");
        call(template, "escalation");
        async(template);
        List.of("clock", "clockRule", "occurrence").forEach(name -> hidden(template, "camunda:in", name, name));
        return template;
    }

    private ObjectNode lookUpCustomer() {
        ObjectNode template = template(
                "look-up-the-customer",
                "Look up the customer",
                "Brings what later steps decide by: value tier, whether we can write, who owns the case. Who the customer is stays in the"
                        + " directory.",
                "bpmn:ServiceTask",
                "<circle cx='10' cy='8' r='4'/><path d='M3.5 19c.5-4 3-6 6.5-6'/><circle cx='16' cy='16' r='3.5'/><path d='M18.6 18.6L21.5 21.5'/>");
        choice(
                template,
                "In a case of",
                "Each kind of case looks up what its own tables ask for.",
                property("camunda:delegateExpression"),
                Map.of("${lookUpCustomerDelegate}", "a complaint", "${lookUpLostCustomerDelegate}", "a lost customer"),
                "${lookUpCustomerDelegate}");
        return template;
    }

    // ------------------------------------------------------------ what there is

    private static SortedMap<String, String> letters() {
        SortedMap<String, String> letters = new TreeMap<>();
        try (Stream<Path> folders = Files.list(LETTERS)) {
            folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    // what leaves the house by itself is no step of a case
                    .filter(letter -> !recipients(letter).contains("outside"))
                    .forEach(letter -> letters.put(letter, letter + ": " + purpose(letter)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return letters;
    }

    private static String purpose(String letter) {
        String purpose = String.valueOf(about(letter).get("purpose")).replaceAll("\\s*\\([A-Z]-[^)]*\\)", "");
        return purpose.split("(?<=\\.) ")[0];
    }

    private static Collection<?> recipients(String letter) {
        return (Collection<?>) about(letter).get("to");
    }

    private static Map<?, ?> about(String letter) {
        return new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Models.text(LETTERS.resolve(letter).resolve("about.yaml")));
    }

    private static Map<String, String> recipients() {
        Map<String, String> recipients = new LinkedHashMap<>();
        recipients.put("customer", "The customer");
        recipients.put("owner", "The owner of the case");
        recipients.put("worker", "Whoever works on the step");
        recipients.put("media", "The media of the case");
        recipients.putAll(GroupsAtWork.titles());
        return recipients;
    }

    /** Clocks that start with a step as they are, and those of the whole case that a step may hang on. */
    private static SortedMap<String, String> clocks() {
        SortedMap<String, String> clocks = new TreeMap<>();
        rows("clock/clock-rules").forEach(row -> {
            if (!row.get(1).isEmpty()) {
                clocks.put(row.get(0), row.get(0) + ": " + row.get(1) + " " + unit(row.get(1), row.get(2)));
            }
        });
        ofTheCase().forEach(clock -> clocks.put(clock, clock + ": of the whole case"));
        return clocks;
    }

    private static String unit(String amount, String unit) {
        String words = unit.replace('-', ' ');
        return amount.equals("1") ? words.substring(0, words.length() - 1) : words;
    }

    private static SortedMap<String, String> clocksToMeet() {
        SortedMap<String, String> clocks = new TreeMap<>();
        ofTheCase().forEach(clock -> clocks.put(clock, clock));
        Models.matches(Models.diagrams(), Pattern.compile("inputParameter name=\"clock\">([a-z-]+(?:, [a-z-]+)+)<"))
                .forEach(several -> clocks.put(several, several));
        return clocks;
    }

    private static TreeSet<String> ofTheCase() {
        TreeSet<String> clocks = new TreeSet<>();
        rows("complaint/complaint-clocks").forEach(row -> clocks.add(row.get(3)));
        return clocks;
    }

    /** The cells of each row, conditions before results, without quotes. */
    private static List<List<String>> rows(String table) {
        DmnModelInstance model = Models.dmn(Path.of("processes", table + ".dmn"));
        List<List<String>> rows = new ArrayList<>();
        for (Rule rule : model.getModelElementsByType(Rule.class)) {
            List<String> cells = new ArrayList<>();
            rule.getInputEntries().forEach(entry -> cells.add(entry.getText().getTextContent()));
            rule.getOutputEntries().forEach(entry -> cells.add(entry.getText().getTextContent()));
            rows.add(cells.stream().map(cell -> cell.replace("\"", "")).toList());
        }
        return rows;
    }

    // ------------------------------------------------------------ how a template is written

    private ObjectNode template(String id, String name, String description, String type, String drawing) {
        ObjectNode template = json.createObjectNode();
        template.put("name", name);
        template.put("id", "io.amends." + id);
        template.put("version", 1);
        template.put("description", description);
        template.withArray("appliesTo").add("bpmn:Task").add(type);
        template.withObject("elementType").put("value", type);
        template.withObject("icon").put("contents", icon(drawing));
        template.put("entriesVisible", true);
        template.putArray("properties");
        return template;
    }

    private static String icon(String drawing) {
        String svg =
                "<svg xmlns='http://www.w3.org/2000/svg' width='18' height='18' viewBox='0 0 24 24' fill='none' stroke='"
                        + BLUE + "' stroke-width='2' stroke-linecap='round' stroke-linejoin='round'>" + drawing
                        + "</svg>";
        return "data:image/svg+xml,"
                + URLEncoder.encode(svg, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private void call(ObjectNode template, String process) {
        hidden(template, "property", "calledElement", process);
        hidden(template, "property", "camunda:calledElementBinding", "deployment");
        ObjectNode key = template.withArray("properties").addObject();
        key.put("type", "Hidden").put("value", "#{execution.processBusinessKey}");
        key.withObject("binding").put("type", "camunda:in:businessKey");
        CASE_FACTS.forEach(fact -> hidden(template, "camunda:in", fact, fact));
    }

    private void async(ObjectNode template) {
        hidden(template, "property", "camunda:asyncBefore", true);
        hidden(template, "property", "camunda:asyncAfter", true);
    }

    private ObjectNode hidden(ObjectNode template, String type, String name, Object value) {
        ObjectNode property = template.withArray("properties").addObject();
        property.put("type", "Hidden");
        property.set("value", json.valueToTree(value));
        property.withObject("binding").put("type", type).put(type.equals("property") ? "name" : "target", name);
        return property;
    }

    private ObjectNode field(
            ObjectNode template, String label, String help, ObjectNode binding, @Nullable String value) {
        ObjectNode property = template.withArray("properties").addObject();
        property.put("label", label).put("description", help).put("type", "String");
        if (value != null) {
            property.put("value", value);
        }
        property.set("binding", binding);
        property.withObject("constraints").put("notEmpty", true);
        return property;
    }

    /** @param settled what is chosen at first, or null for nothing: whoever draws the step has to say it */
    private void choice(
            ObjectNode template,
            String label,
            String help,
            ObjectNode binding,
            Map<String, String> choices,
            @Nullable String settled) {
        ObjectNode property = template.withArray("properties").addObject();
        property.put("label", label).put("description", help).put("type", "Dropdown");
        ArrayNode offered = property.putArray("choices");
        Map<String, String> ordered = choices instanceof LinkedHashMap ? choices : new TreeMap<>(choices);
        ordered.forEach((value, name) -> offered.addObject().put("name", name).put("value", value));
        if (settled != null) {
            property.put("value", settled);
        }
        property.set("binding", binding);
        property.withObject("constraints").put("notEmpty", true);
    }

    private ObjectNode property(String name) {
        return json.createObjectNode().put("type", "property").put("name", name);
    }

    private ObjectNode input(String name) {
        return json.createObjectNode().put("type", "camunda:inputParameter").put("name", name);
    }

    private ObjectNode in(String target) {
        return json.createObjectNode().put("type", "camunda:in").put("target", target);
    }

    private ObjectNode expression(String target) {
        return in(target).put("expression", true);
    }

    private static String printed(ObjectNode template) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(lines)
                .withArrayIndenter(lines);
        try {
            return new ObjectMapper().writer(printer).writeValueAsString(template) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
