package io.amends.scenario;

import io.amends.clock.CaseClocks;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Ends what a scenario leaves running. Otherwise each later one that lets days pass would also warn and call for help about all
 * cases before it, which is most of what the tests would do.
 */
final class LeftOverCases implements TestExecutionListener {

    @Override
    public void afterTestMethod(TestContext test) {
        ApplicationContext application = test.getApplicationContext();
        RuntimeService runtime = application.getBean(RuntimeService.class);
        List<ProcessInstance> running =
                runtime.createProcessInstanceQuery().rootProcessInstances().list();
        runtime.deleteProcessInstancesIfExists(
                running.stream().map(ProcessInstance::getId).toList(), "its scenario was told", true, true, false);
        CaseClocks clocks = application.getBean(CaseClocks.class);
        running.stream()
                .map(ProcessInstance::getBusinessKey)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(clocks::stopAll);
    }
}
