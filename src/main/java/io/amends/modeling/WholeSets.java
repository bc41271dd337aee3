package io.amends.modeling;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.Resource;

/** Which deployment counts now, and what is in it. Its callers have put the engine's authorizations aside. */
final class WholeSets {

    static final String NAME = "amends-models";

    private WholeSets() {}

    /** With all of its files. */
    static ModelFileSet current(RepositoryService repository) {
        return currentId(repository)
                .map(id -> new ModelFileSet(id, files(repository, id)))
                .orElse(ModelFileSet.NONE);
    }

    /** The one that holds the latest versions: times of deployments do not tell, for the demo's clock is moved. */
    static Optional<String> currentId(RepositoryService repository) {
        Set<String> sets = repository.createDeploymentQuery().deploymentName(NAME).list().stream()
                .map(Deployment::getId)
                .collect(Collectors.toSet());
        Map<String, Integer> latest = new HashMap<>();
        for (ProcessDefinition definition :
                repository.createProcessDefinitionQuery().latestVersion().list()) {
            if (sets.contains(definition.getDeploymentId())) {
                latest.merge(definition.getDeploymentId(), 1, Integer::sum);
            }
        }
        return latest.entrySet().stream()
                .max(Comparator.comparing(Map.Entry::getValue))
                .map(Map.Entry::getKey);
    }

    static SortedMap<String, byte[]> files(RepositoryService repository, String deploymentId) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (Resource resource : repository.getDeploymentResources(deploymentId)) {
            files.put(resource.getName(), resource.getBytes());
        }
        return files;
    }
}
