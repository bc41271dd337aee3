package io.amends.demo;

import java.io.IOException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Registers the demo's media events and works their crises as far as the script says. */
@Component
@Profile("demo")
class DemoMediaCrises {

    private static final String PROCESS = "media-crisis";
    private static final String MARK = PROCESS + "-";

    private final FormService forms;
    private final RepositoryService repository;
    private final DemoSteps steps;
    private final DemoMarks marks;

    DemoMediaCrises(FormService forms, RepositoryService repository, DemoSteps steps, DemoMarks marks) {
        this.forms = forms;
        this.repository = repository;
        this.steps = steps;
        this.marks = marks;
    }

    /** @return how many came as far as they should; what went wrong with another is in the log */
    int make() throws IOException {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(PROCESS)
                .latestVersion()
                .singleResult()
                .getId();
        return DemoPlay.all(DemoScript.mediaCrises(), DemoMediaCrisis::name, demo -> make(demo, definition));
    }

    private void make(DemoMediaCrisis demo, String definition) {
        // the form takes the same event twice, into one crisis; what was begun before a restart is not begun again
        String mark = MARK + demo.name();
        if (marks.has(mark)) {
            return;
        }
        String caseNumber =
                steps.as(demo.registeredBy(), () -> forms.submitStartForm(definition, steps.withDates(demo.event()))
                        .getBusinessKey());
        marks.set(mark);
        demo.steps().forEach(step -> steps.take(caseNumber, step));
    }
}
