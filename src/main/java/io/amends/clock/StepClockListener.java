package io.amends.clock;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Puts the clocks under every user task that names one in its input {@code clock}, and under no other. */
final class StepClockListener extends AbstractBpmnParseListener {

    private final Supplier<StepClocks> clocks;

    StepClockListener(Supplier<StepClocks> clocks) {
        this.clocks = clocks;
    }

    @Override
    public void parseUserTask(Element userTask, ScopeImpl scope, ActivityImpl activity) {
        if (namesClock(userTask)) {
            TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
            task.addBuiltInTaskListener(
                    TaskListener.EVENTNAME_CREATE, it -> clocks.get().created(it));
            task.addBuiltInTaskListener(
                    TaskListener.EVENTNAME_COMPLETE, it -> clocks.get().completed(it));
            task.addBuiltInTaskListener(
                    TaskListener.EVENTNAME_DELETE, it -> clocks.get().deleted(it));
        }
    }

    private static boolean namesClock(Element userTask) {
        Element extensions = userTask.element("extensionElements");
        return extensions != null
                && children(extensions, "inputOutput").stream()
                        .flatMap(io -> children(io, "inputParameter").stream())
                        .anyMatch(input -> ClockProcess.CLOCK.name().equals(input.attribute("name")));
    }

    private static List<Element> children(Element parent, String name) {
        return parent.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, name);
    }
}
