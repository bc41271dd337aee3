package io.amends.modeling.guard;

import io.amends.modeling.ModelCheck;
import io.amends.modeling.ModelFinding;
import io.amends.modeling.ModelSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** What each diagram needs to run for years, to be found again, and to be read by people. */
@Component
class DiagramRulesCheck implements ModelCheck {

    private static final String SEND = "${sendLetterDelegate}";
    private static final Set<String> DRAWINGS = Set.of("BPMNShape", "BPMNEdge");
    private static final Pattern SEEN = Pattern.compile(
            "sequenceFlow|subProcess|callActivity|[a-z]+[A-Za-z]*(Task|Gateway)|(start|end|boundary)Event|intermediate\\w+Event");
    private static final Pattern LIFE = Pattern.compile("[1-9]\\d{0,5}|P[1-9]\\d{0,5}[DWMY]");
    private static final Pattern RETRIES =
            Pattern.compile("R[1-9]\\d?/P(T?\\d+[DHMS]){1,3}|P(T?\\d+[DHMS]){1,3}(,\\s*P(T?\\d+[DHMS]){1,3})*");

    @Override
    public List<ModelFinding> check(ModelSet models) {
        List<ModelFinding> findings = new ArrayList<>();
        models.diagrams().forEach((file, diagram) -> new Rules(file, diagram, findings).check());
        return findings;
    }

    /** Days, or a period of days, weeks, months or years, as models write a time to live. */
    static boolean endsSometime(@Nullable String timeToLive) {
        return timeToLive != null && LIFE.matcher(timeToLive).matches();
    }

    /** One diagram. */
    private record Rules(String file, BpmnModelInstance diagram, List<ModelFinding> findings) {

        void check() {
            Collection<Process> processes = diagram.getModelElementsByType(Process.class);
            if (processes.size() != 1) {
                findings.add(ModelFinding.of(
                        file, "has " + processes.size() + " processes", "put each process into a file of its own"));
            }
            processes.forEach(this::process);
            diagram.getModelElementsByType(UserTask.class).forEach(this::userTask);
            diagram.getModelElementsByType(SendTask.class).forEach(task -> sending(task));
            diagram.getModelElementsByType(ServiceTask.class).stream()
                    .filter(task -> SEND.equals(task.getCamundaDelegateExpression()))
                    .forEach(task -> sending(task));
            diagram.getModelElementsByType(CamundaFailedJobRetryTimeCycle.class).stream()
                    .filter(cycle ->
                            !RETRIES.matcher(cycle.getTextContent().strip()).matches())
                    .forEach(cycle -> findings.add(ModelFinding.of(
                            file,
                            cycle,
                            "'" + cycle.getTextContent().strip() + "' does not say when to try again",
                            "write times such as PT1M,PT10M,PT1H,PT6H")));
            drawn();
        }

        private void process(Process process) {
            String name = ModelSet.namedAfter(file);
            boolean folder = file.indexOf('/') < 0 || file.startsWith(name + "/");
            if (!name.equals(process.getId()) || !folder) {
                find(
                        process,
                        "the process has the id '" + process.getId() + "'",
                        "give process, file and folder the same name");
            }
            if (!process.isExecutable()) {
                find(process, "the process cannot run", "tick Executable");
            }
            if (!endsSometime(process.getCamundaHistoryTimeToLiveString())) {
                find(process, "says no time to live", "say how long its history is kept, such as P1825D");
            }
        }

        private void userTask(UserTask task) {
            if (task.getCamundaFormRef() == null) {
                find(task, "a task for people has no form", "link a Camunda Form");
            }
            if (task.getCamundaCandidateGroups() == null
                    || task.getCamundaCandidateGroups().isBlank()) {
                find(task, "a task for people has no group", "say in Candidate groups whose work it is");
            }
        }

        private void sending(Activity task) {
            boolean retries = task.getExtensionElements() != null
                    && !task.getExtensionElements()
                            .getElementsQuery()
                            .filterByType(CamundaFailedJobRetryTimeCycle.class)
                            .list()
                            .isEmpty();
            if (!task.isCamundaAsyncBefore() || !retries) {
                find(
                        task,
                        "acts on the outside, but what came before it would be undone when it fails",
                        "tick Asynchronous before and give it a retry time cycle, such as PT1M,PT10M,PT1H,PT6H");
            }
        }

        /** Over the document itself: the model API looks through it once for each kind of element. */
        private void drawn() {
            Set<String> drawn = new HashSet<>();
            List<Element> seen = new ArrayList<>();
            XmlWalk.walk(diagram, new XmlWalk.Visitor() {
                @Override
                public boolean element(Element element) {
                    if (DRAWINGS.contains(XmlWalk.local(element))) {
                        drawn.add(element.getAttribute("bpmnElement"));
                    } else if (XmlWalk.namespace(element).equals(Names.BPMN)
                            && SEEN.matcher(XmlWalk.local(element)).matches()) {
                        seen.add(element);
                    }
                    return true;
                }
            });
            seen.stream()
                    .filter(element -> !drawn.contains(element.getAttribute("id")))
                    .forEach(element -> findings.add(
                            new Fault("is not drawn", "draw it in the Camunda Modeler, so that people see it")
                                    .at(Spot.of(file, element))));
        }

        private void find(BaseElement element, String what, String todo) {
            findings.add(ModelFinding.of(file, element, what, todo));
        }
    }
}
