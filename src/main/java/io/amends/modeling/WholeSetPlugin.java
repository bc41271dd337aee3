package io.amends.modeling;

import java.util.Optional;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lets every deployment be one of the whole set, and puts it on record. */
@Component
final class WholeSetPlugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<ModelRecord> record;

    // a provider, because the record needs the engine that is only being built
    WholeSetPlugin(ObjectProvider<ModelRecord> record) {
        this.record = record;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setRepositoryService(new WholeSetRepository(
                configuration::getIdentityService, () -> Optional.ofNullable(record.getIfAvailable())));
    }
}
