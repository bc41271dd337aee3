package io.amends.modeling;

import java.util.Date;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.DefaultHistoryRemovalTimeProvider;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The engine's clean-up removes only what belongs to no case, such as scans and watches. The history of a case has no removal time:
 * it goes with the case, after it was archived, and never before a hold is released.
 */
@Component
final class KeptHistoryPlugin extends AbstractProcessEnginePlugin {

    private static final Pattern CASE = Pattern.compile("(CMP|LCR|MCR)-\\d{4}-\\d{6,}");

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setHistoryRemovalTimeProvider(new ExceptOfCases());
    }

    private static final class ExceptOfCases extends DefaultHistoryRemovalTimeProvider {

        @Override
        public @Nullable Date calculateRemovalTime(
                HistoricProcessInstanceEventEntity root, ProcessDefinition definition) {
            String businessKey = root.getBusinessKey();
            return businessKey != null && CASE.matcher(businessKey).matches()
                    ? null
                    : super.calculateRemovalTime(root, definition);
        }
    }
}
