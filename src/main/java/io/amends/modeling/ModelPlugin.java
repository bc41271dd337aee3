package io.amends.modeling;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts the guard in front of the engine's deployers, and lets them refuse in the same words. */
@Component
final class ModelPlugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<ModelCheck> checks;

    // a provider, because checks may need the engine that is only being built
    ModelPlugin(ObjectProvider<ModelCheck> checks) {
        this.checks = checks;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<Deployer> known = configuration.getCustomPreDeployers();
        List<Deployer> deployers = known == null ? new ArrayList<>() : new ArrayList<>(known);
        deployers.add(new ModelGuard(new ModelInspection(checks::orderedStream, configuration::getRepositoryService)));
        configuration.setCustomPreDeployers(deployers);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        List<Deployer> deployers = new ArrayList<>();
        for (Deployer deployer : configuration.getDeployers()) {
            deployers.add(deployer instanceof ModelGuard ? deployer : new EngineRefusal(deployer));
        }
        // the cache, which deploys, has a list of its own
        configuration.getDeploymentCache().setDeployers(deployers);
    }
}
