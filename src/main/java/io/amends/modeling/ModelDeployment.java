package io.amends.modeling;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
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

    private static final Logger LOG = LoggerFactory.getLogger(ModelDeployment.class);

    private final RepositoryService repository;
    private final ModelProperties properties;
    private final ModelInspection inspection;
    private final ObjectProvider<ModelRecord> record;

    ModelDeployment(
            RepositoryService repository,
            ModelProperties properties,
            ObjectProvider<ModelCheck> checks,
            ObjectProvider<ModelRecord> record) {
        this.repository = repository;
        this.properties = properties;
        this.record = record;
        this.inspection = new ModelInspection(checks::orderedStream, () -> repository);
    }

    @Override
    public void afterSingletonsInstantiated() {
        SortedMap<String, byte[]> brought = ModelFiles.read(properties.models());
        StartChoice choice = choose(brought);
        Deployment deployed = HouseDeployment.all(repository, choice.files(), ModelWay.START, note(choice))
                .deploy();
        if (deployed instanceof DeploymentWithDefinitions definitions
                && definitions.getDeployedProcessDefinitions() == null) {
            checkAgain(choice.files());
        }
        record.ifAvailable(it -> it.offered(StartChoice.hashes(brought), choice.kept()));
        LOG.info("{} models are deployed as {}", choice.files().size(), deployed.getId());
    }

    private StartChoice choose(SortedMap<String, byte[]> brought) {
        ModelRecord kept = properties.modelsAnew() ? null : record.getIfAvailable();
        StartChoice choice = StartChoice.of(
                kept == null ? Map.of() : kept.offered(),
                kept == null ? Set.of() : kept.held(),
                brought,
                WholeSets.current(repository).files());
        if (!choice.kept().isEmpty()) {
            LOG.warn(
                    "These models were changed by people and by the application, and theirs stay: {}. The page /models shows the"
                            + " difference; amends.models-anew=true puts the application's in their place",
                    choice.kept());
        }
        return choice;
    }

    private static String note(StartChoice choice) {
        return choice.kept().isEmpty()
                ? "Brought by the application"
                : "Brought by the application, but for what people had changed: " + String.join(", ", choice.kept());
    }

    /** Unchanged models pass no guard; but the code that they name may have changed since. */
    private void checkAgain(SortedMap<String, byte[]> files) {
        List<ModelFinding> findings = inspection.findings(files);
        if (!findings.isEmpty()) {
            throw new ModelRefusal(findings);
        }
    }
}
