package io.amends.modeling;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.Resource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Holds changed files against the latest deployment of the house's models. */
@Component
final class DeployedModelReview implements ModelReview {

    private static final Pattern DIAGRAM = Pattern.compile("([A-Za-z0-9-]+)\\.bpmn");

    private final RepositoryService repository;
    private final AsTheHouse house;
    private final ModelInspection inspection;

    DeployedModelReview(RepositoryService repository, AsTheHouse house, ObjectProvider<ModelCheck> checks) {
        this.repository = repository;
        this.house = house;
        this.inspection = new ModelInspection(checks::orderedStream, () -> repository);
    }

    @Override
    public List<ModelFinding> check(Map<String, byte[]> files) {
        return house.run(() -> inspection.findings(merged(files)));
    }

    @Override
    public SortedMap<String, byte[]> merged(Map<String, byte[]> files) {
        return house.run(() -> {
            SortedMap<String, byte[]> set = deployed();
            SortedMap<String, byte[]> placed = new TreeMap<>();
            files.forEach((name, content) -> placed.put(place(name, set), content));
            set.putAll(placed);
            return set;
        });
    }

    private SortedMap<String, byte[]> deployed() {
        SortedMap<String, byte[]> set = new TreeMap<>();
        List<Deployment> latest = repository
                .createDeploymentQuery()
                .deploymentName(ModelDeployment.NAME)
                .orderByDeploymentTime()
                .desc()
                .listPage(0, 1);
        for (Deployment deployment : latest) {
            for (Resource file : repository.getDeploymentResources(deployment.getId())) {
                set.put(file.getName(), read(deployment.getId(), file.getName()));
            }
        }
        return set;
    }

    private byte[] read(String deploymentId, String name) {
        try (InputStream content = repository.getResourceAsStream(deploymentId, name)) {
            return content.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String place(String name, SortedMap<String, byte[]> set) {
        if (name.contains("/") || set.containsKey(name)) {
            return name;
        }
        List<String> alike = set.keySet().stream()
                .filter(known -> known.endsWith("/" + name))
                .toList();
        if (alike.size() == 1) {
            return alike.get(0);
        }
        Matcher diagram = DIAGRAM.matcher(name);
        return diagram.matches() ? diagram.group(1) + "/" + name : name;
    }
}
