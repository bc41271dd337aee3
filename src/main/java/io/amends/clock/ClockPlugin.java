package io.amends.clock;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lets the engine's user tasks have clocks, and lets no clock wait for a job that merely met another one. */
@Component
final class ClockPlugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<StepClocks> clocks;

    // a provider, because what it gives needs the engine that is only being built
    ClockPlugin(ObjectProvider<StepClocks> clocks) {
        this.clocks = clocks;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<BpmnParseListener> known = configuration.getCustomPreBPMNParseListeners();
        List<BpmnParseListener> listeners = known == null ? new ArrayList<>() : new ArrayList<>(known);
        listeners.add(new StepClockListener(clocks::getObject));
        configuration.setCustomPreBPMNParseListeners(listeners);
    }

    /** Last, for what the starter puts in is wrapped. */
    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setFailedJobCommandFactory(new RetryAtOnce(configuration.getFailedJobCommandFactory()));
    }
}
