package io.amends.letter;

import io.amends.modeling.ModelCheck;
import io.amends.modeling.ModelFinding;
import io.amends.modeling.ModelSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/** Letters that models send are written, in every language. */
@Component
class LetterModelCheck implements ModelCheck {

    private static final String SEND = "${sendLetterDelegate}";
    private static final List<String> FILES = List.of("en.html", "en.txt", "zh.html", "zh.txt");
    /** Inputs of called processes, and columns of tables, that name a letter. */
    private static final String ASKS_WITH = "question";

    private static final Set<String> COLUMNS = Set.of("letter", "reminder");
    private static final String NONE = "none";
    private static final Pattern LITERAL = Pattern.compile("[^$#]*");

    private final LetterCatalog catalog;

    LetterModelCheck(LetterCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public List<ModelFinding> check(ModelSet models) {
        List<ModelFinding> findings = new ArrayList<>();
        models.diagrams().forEach((file, diagram) -> diagram(file, diagram, findings));
        models.tableWords().stream()
                .filter(it -> COLUMNS.contains(it.column()))
                .forEach(it -> letter(it.file(), it.cell(), it.word(), findings));
        return findings;
    }

    private void diagram(String file, BpmnModelInstance diagram, List<ModelFinding> findings) {
        Stream<ServiceTask> services = diagram.getModelElementsByType(ServiceTask.class).stream()
                .filter(task -> SEND.equals(task.getCamundaDelegateExpression()));
        Stream<SendTask> sends = diagram.getModelElementsByType(SendTask.class).stream()
                .filter(task -> SEND.equals(task.getCamundaDelegateExpression()));
        Stream.concat(services, sends).forEach(task -> input(task)
                .ifPresentOrElse(
                        letter -> letter(file, task, letter, findings),
                        () -> findings.add(ModelFinding.of(
                                file,
                                task,
                                "does not say which letter it sends",
                                "add the input '" + SendLetterDelegate.LETTER + "' with the letter's name"))));
        diagram.getModelElementsByType(CamundaIn.class).stream()
                .filter(in -> ASKS_WITH.equals(in.getCamundaTarget()) && in.getCamundaSourceExpression() != null)
                .forEach(in -> letter(file, in, in.getCamundaSourceExpression(), findings));
    }

    private void letter(String file, ModelElementInstance where, String named, List<ModelFinding> findings) {
        String letter = named.strip();
        if (!LITERAL.matcher(letter).matches() || letter.equals(NONE)) {
            return;
        }
        if (catalog.find(letter).isEmpty()) {
            findings.add(ModelFinding.of(
                    file,
                    where,
                    "there is no letter '" + letter + "'",
                    "name one of the page Letters, or write it first"));
            return;
        }
        for (String text : FILES) {
            if (getClass().getResource("/letters/" + letter + "/" + text) == null) {
                findings.add(ModelFinding.of(
                        file, where, "the letter '" + letter + "' has no " + text, "write it in this language, too"));
            }
        }
    }

    private static Optional<String> input(Activity activity) {
        if (activity.getExtensionElements() == null) {
            return Optional.empty();
        }
        return activity.getExtensionElements().getElementsQuery().filterByType(CamundaInputOutput.class).list().stream()
                .flatMap(io -> io.getCamundaInputParameters().stream())
                .filter(input -> SendLetterDelegate.LETTER.equals(input.getCamundaName()))
                .map(CamundaInputParameter::getTextContent)
                .filter(letter -> !letter.isBlank())
                .findFirst();
    }
}
