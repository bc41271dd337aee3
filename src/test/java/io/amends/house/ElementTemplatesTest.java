package io.amends.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What the Modeler offers is what there is, and what it sets is what the diagrams of the house have. */
class ElementTemplatesTest {

    /** Written by hand for each step, whatever the template: who it is, where it stands, and when it is tried again. */
    private static final Set<String> BY_HAND = Set.of("id", "name", "retry", "assignee");

    @Test
    void the_files_are_what_the_program_writes() throws IOException {
        SortedMap<String, String> written = new TreeMap<>();
        try (Stream<Path> files = Files.list(ElementTemplates.FOLDER)) {
            files.forEach(file -> written.put(file.getFileName().toString(), Models.text(file)));
        }
        assertThat(written).as("mvn test-compile exec:exec@element-templates").isEqualTo(ElementTemplates.files());
    }

    @ParameterizedTest
    @CsvSource({
        "send-a-letter, complaint, Task_SendClosingLetter",
        "send-a-letter, learning, Task_WarnWhoIsOnIt",
        "start-a-clock, learning, Task_ReviewComplaint",
        "start-a-clock, resolution, Task_ContactCustomer",
        "meet-a-clock, acknowledgement, Task_MeetAcknowledgeClock",
        "meet-a-clock, resolution, Task_MeetResolveClock",
        "ask-the-customer, investigation, CallActivity_AskCustomer",
        "make-a-promise, complaint, CallActivity_KeepPromise",
        "escalate, complaint, CallActivity_Escalate",
        "escalate, satisfaction, CallActivity_Escalate",
        "look-up-the-customer, assessment, Task_LookUpCustomer"
    })
    void a_template_sets_what_the_step_of_the_house_has_and_nothing_else(
            String template, String process, String element) {
        Map<String, String> has = settings(process, element);
        has.keySet().removeAll(BY_HAND);
        ObjectNode offered = ElementTemplates.templates().stream()
                .filter(one -> one.get("id").asText().equals("io.amends." + template))
                .findFirst()
                .orElseThrow();
        Map<String, String> sets = new TreeMap<>();
        for (JsonNode property : offered.get("properties")) {
            String name = name(property.get("binding"));
            String value = has.getOrDefault(name, "nothing");
            if (property.get("type").asText().equals("Hidden")) {
                value = property.get("value").asText();
            } else if (property.has("choices")) {
                assertThat(property.get("choices").findValuesAsText("value"))
                        .as(name)
                        .contains(value);
            }
            sets.put(name, value);
        }
        assertThat(sets).isEqualTo(has);
    }

    @Test
    void every_letter_and_recipient_of_a_diagram_is_offered() {
        assertThat(offered("send-a-letter", "input letter"))
                .containsAll(Models.matches(
                        Models.diagrams(), Pattern.compile("inputParameter name=\"letter\">([a-z-]+)<")));
        assertThat(offered("send-a-letter", "input to"))
                .containsAll(
                        Models.matches(Models.diagrams(), Pattern.compile("inputParameter name=\"to\">([a-z-]+)<")));
    }

    @Test
    void every_look_up_that_is_offered_is_one_of_a_diagram() {
        assertThat(Models.attribute("delegateExpression"))
                .containsAll(offered("look-up-the-customer", "delegateExpression"));
    }

    @Test
    void every_step_that_an_example_was_made_with_names_a_template_that_there_is() {
        Path example = Path.of("src/test/resources/first-change/complaint.bpmn");
        Set<String> known = new TreeSet<>();
        ElementTemplates.templates().forEach(one -> known.add(one.get("id").asText()));
        assertThat(known)
                .containsAll(Models.matches(List.of(example), Pattern.compile("modelerTemplate=\"([^\"]*)\"")));
    }

    private static Set<String> offered(String template, String field) {
        Set<String> values = new TreeSet<>();
        ElementTemplates.templates().stream()
                .filter(one -> one.get("id").asText().equals("io.amends." + template))
                .flatMap(one -> Stream.of(one.get("properties")))
                .forEach(properties -> properties.forEach(property -> {
                    if (name(property.get("binding")).equals(field)) {
                        values.addAll(property.get("choices").findValuesAsText("value"));
                    }
                }));
        return values;
    }

    private static String name(JsonNode binding) {
        String type = binding.get("type").asText();
        return switch (type) {
            case "property" -> binding.get("name").asText().replace("camunda:", "");
            case "camunda:inputParameter" -> "input " + binding.get("name").asText();
            case "camunda:in" ->
                (binding.has("expression") ? "in by expression " : "in ")
                        + binding.get("target").asText();
            case "camunda:in:businessKey" -> "in businessKey";
            case "camunda:out" -> "out " + binding.get("source").asText();
            default -> throw new IllegalArgumentException(type);
        };
    }

    /** Everything that an element of a diagram says to the engine, by the names that {@link #name} gives. */
    private static Map<String, String> settings(String process, String id) {
        Node diagram = Models.bpmn(Path.of("processes", process, process + ".bpmn"))
                .getDocument()
                .getDomSource()
                .getNode();
        NodeList all = ((Document) diagram).getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof Element element
                    && element.getAttribute("id").equals(id)) {
                return read(element);
            }
        }
        throw new AssertionError("no " + id + " in " + process);
    }

    private static Map<String, String> read(Element element) {
        Map<String, String> has = new TreeMap<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            // what the schema gives where the file says nothing is not specified
            if (element.getAttributes().item(i) instanceof Attr attribute && attribute.getSpecified()) {
                has.put(local(attribute), attribute.getValue());
            }
        }
        elements(element, "failedJobRetryTimeCycle").forEach(cycle -> has.put("retry", cycle.getTextContent()));
        elements(element, "inputParameter")
                .forEach(input -> has.put("input " + input.getAttribute("name"), input.getTextContent()));
        elements(element, "out")
                .forEach(out -> has.put("out " + out.getAttribute("source"), out.getAttribute("target")));
        elements(element, "in").forEach(in -> {
            if (in.hasAttribute("businessKey")) {
                has.put("in businessKey", in.getAttribute("businessKey"));
            } else if (in.hasAttribute("sourceExpression")) {
                has.put("in by expression " + in.getAttribute("target"), in.getAttribute("sourceExpression"));
            } else {
                has.put("in " + in.getAttribute("target"), in.getAttribute("source"));
            }
        });
        return has;
    }

    private static List<Element> elements(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList all = parent.getElementsByTagNameNS(Models.CAMUNDA, name);
        for (int i = 0; i < all.getLength(); i++) {
            found.add((Element) all.item(i));
        }
        return found;
    }

    private static String local(Node node) {
        return node.getLocalName() == null ? node.getNodeName() : node.getLocalName();
    }
}
