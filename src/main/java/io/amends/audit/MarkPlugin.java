package io.amends.audit;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lets the marks of cases hear what the engine writes into its history. */
@Component
final class MarkPlugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<CaseMarks> marks;

    // a provider, because nobody is to be made before the engine that is being built
    MarkPlugin(ObjectProvider<CaseMarks> marks) {
        this.marks = marks;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<HistoryEventHandler> known = configuration.getCustomHistoryEventHandlers();
        List<HistoryEventHandler> handlers = known == null ? new ArrayList<>() : new ArrayList<>(known);
        handlers.add(new MarkHistory(marks::getObject));
        configuration.setCustomHistoryEventHandlers(handlers);
    }
}
