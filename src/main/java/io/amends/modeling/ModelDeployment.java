package io.amends.modeling;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.SortedMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Deploys all models as one deployment under names that stay the same wherever the application runs, so that a restart
 * makes no new versions. When every bean is there, and before the first request, job or start of a process.
 */
@Component
@EnableConfigurationProperties(ModelProperties.class)
final class ModelDeployment implements SmartInitializingSingleton {

    static final String NAME = "amends-models";

    private static final Logger LOG = LoggerFactory.getLogger(ModelDeployment.class);

    private final RepositoryService repository;
    private final ModelProperties properties;
    private final ModelInspection inspection;

    ModelDeployment(RepositoryService repository, ModelProperties properties, ObjectProvider<ModelCheck> checks) {
        this.repository = repository;
        this.properties = properties;
        this.inspection = new ModelInspection(checks::orderedStream, () -> repository);
    }

    @Override
    public void afterSingletonsInstantiated() {
        SortedMap<String, byte[]> files = ModelFiles.read(properties.models());
        DeploymentBuilder deployment = repository.createDeployment().name(NAME).enableDuplicateFiltering(false);
        files.forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
        Deployment deployed = deployment.deploy();
        if (deployed instanceof DeploymentWithDefinitions definitions
                && definitions.getDeployedProcessDefinitions() == null) {
            checkAgain(files);
        }
        LOG.info("{} models are deployed as {}", files.size(), deployed.getId());
    }

    /** Unchanged models pass no guard; but the code that they name may have changed since. */
    private void checkAgain(SortedMap<String, byte[]> files) {
        List<ModelFinding> findings = inspection.findings(files);
        if (!findings.isEmpty()) {
            throw new ModelRefusal(findings);
        }
    }
}
