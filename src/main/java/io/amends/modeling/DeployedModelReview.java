package io.amends.modeling;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Holds changed files against the latest deployment of the house's models. */
@Component
final class DeployedModelReview implements ModelReview {

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
        try {
            return house.run(() -> inspection.findings(merged(files)));
        } catch (ModelRefusal twice) {
            return twice.findings();
        }
    }

    @Override
    public SortedMap<String, byte[]> merged(Map<String, byte[]> files) {
        return house.run(() -> {
            ModelFileSet set = WholeSets.current(repository);
            return set.with(StableNames.in(set.files(), files));
        });
    }
}
