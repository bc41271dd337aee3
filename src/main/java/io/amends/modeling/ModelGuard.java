package io.amends.modeling;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/** Comes before the engine's own deployers, so nothing is kept of what a check refuses. */
final class ModelGuard implements Deployer {

    private final ModelInspection inspection;

    ModelGuard(ModelInspection inspection) {
        this.inspection = inspection;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        // an old deployment passes by again when the engine reads a definition that it no longer has in memory
        if (deployment.isNew()) {
            Map<String, byte[]> files = new TreeMap<>();
            deployment.getResources().forEach((name, file) -> files.put(name, file.getBytes()));
            List<ModelFinding> findings =
                    Context.getCommandContext().runWithoutAuthorization(() -> inspection.findings(files));
            if (!findings.isEmpty()) {
                throw new ModelRefusal(findings);
            }
        }
    }
}
