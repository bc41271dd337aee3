package io.amends.modeling;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
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
    private final ObjectProvider<Clock> clock;

    ModelDeployment(RepositoryService repository, ModelProperties properties, ObjectProvider<Clock> clock) {
        this.repository = repository;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        SortedMap<String, byte[]> files = ModelFiles.read(properties.models());
        checkForms(files);
        DeploymentBuilder deployment = repository.createDeployment().name(NAME).enableDuplicateFiltering(false);
        files.forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
        Deployment deployed = deployment.deploy();
        LOG.info("{} models are deployed as {}", files.size(), deployed.getId());
    }

    /** All that is wrong with all forms at once, and before it meets somebody who fills one in. */
    private void checkForms(SortedMap<String, byte[]> files) {
        FormParser parser = new FormParser(new Feel(clock::getObject));
        List<String> findings = new ArrayList<>();
        files.forEach((name, content) -> {
            if (name.endsWith(".form")) {
                try {
                    parser.parse(content);
                } catch (IllegalArgumentException bad) {
                    findings.add(name + ": " + bad.getMessage());
                }
            }
        });
        if (!findings.isEmpty()) {
            throw new IllegalStateException(
                    "Forms that the server could not check are not deployed: " + String.join("; ", findings));
        }
    }
}
