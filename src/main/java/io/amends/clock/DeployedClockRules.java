package io.amends.clock;

import io.amends.modeling.AsTheHouse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;

/** The register as deployed; its latest version counts for the clocks that start. */
@Component
class DeployedClockRules implements ClockRules {

    private final RepositoryService repository;
    private final AsTheHouse house;
    private final Map<String, ClockRuleTable> versions = new ConcurrentHashMap<>();

    DeployedClockRules(RepositoryService repository, AsTheHouse house) {
        this.repository = repository;
        this.house = house;
    }

    @Override
    public ClockRule of(String rule) {
        return house.run(this::latest)
                .find(rule)
                .orElseThrow(() -> new IllegalArgumentException("The table " + ClockProcess.RULES + " knows no clock '"
                        + rule + "'; give it a row there or name another"));
    }

    private ClockRuleTable latest() {
        DecisionDefinition table = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(ClockProcess.RULES)
                .latestVersion()
                .singleResult();
        if (table == null) {
            throw new IllegalStateException(
                    "The table " + ClockProcess.RULES + " is not deployed; without it no clock can start");
        }
        return versions.computeIfAbsent(table.getId(), id -> new ClockRuleTable(repository.getDmnModelInstance(id)));
    }
}
