package io.amends.lostcustomer;

import io.amends.customer.Assumption;
import io.amends.customer.AssumptionTable;
import io.amends.customer.Assumptions;
import io.amends.modeling.AsTheHouse;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;

/** The house's figures as deployed; the latest version of the table counts. */
@Component
class DeployedAssumptions implements AssumptionTable {

    private static final String TABLE = "recovery-assumptions";
    private static final DmnEngine TABLES =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    private final RepositoryService repository;
    private final AsTheHouse house;
    private final Map<String, Assumptions> versions = new ConcurrentHashMap<>();

    DeployedAssumptions(RepositoryService repository, AsTheHouse house) {
        this.repository = repository;
        this.house = house;
    }

    @Override
    public Assumptions current() {
        return house.run(this::latest);
    }

    private Assumptions latest() {
        DecisionDefinition table = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(TABLE)
                .latestVersion()
                .singleResult();
        if (table == null) {
            throw new IllegalStateException("The table " + TABLE
                    + " is not deployed; without it nothing about lost customers can be worked out");
        }
        return versions.computeIfAbsent(table.getId(), id -> read(table));
    }

    private Assumptions read(DecisionDefinition table) {
        DmnDecision decision = TABLES.parseDecision(TABLE, repository.getDmnModelInstance(table.getId()));
        Map<Assumption, Assumptions.Figure> figures = new EnumMap<>(Assumption.class);
        for (Assumption assumption : Assumption.values()) {
            DmnDecisionResultEntries row = TABLES.evaluateDecision(
                            decision, Map.of(LostCustomerProcess.ASSUMPTION.name(), assumption.code()))
                    .getSingleResult();
            if (row == null) {
                throw new IllegalStateException("The table " + TABLE + " has no row '" + assumption.code() + "'");
            }
            figures.put(
                    assumption,
                    new Assumptions.Figure(
                            new BigDecimal(Objects.toString(row.get("value"))),
                            Objects.toString(row.get("unit")),
                            Objects.toString(row.get("meaning"))));
        }
        return new Assumptions(table.getVersion(), Map.copyOf(figures));
    }
}
