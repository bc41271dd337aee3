package io.amends.lostcustomer;

import io.amends.modeling.AsTheHouse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Component;

/** How much a role may give without asking, read off the table {@code remedy-authority} as deployed (K-12). */
@Component
class OwnAuthority {

    private static final String TABLE = "remedy-authority";
    private static final String NOBODY = "\"none\"";
    private static final Pattern UP_TO = Pattern.compile("<= *(\\d+(?:\\.\\d+)?)");

    private final RepositoryService repository;
    private final AsTheHouse house;

    OwnAuthority(RepositoryService repository, AsTheHouse house) {
        this.repository = repository;
        this.house = house;
    }

    /** @return the largest amount that nobody has to approve; empty where none is said */
    Optional<BigDecimal> limit(String role) {
        return house.run(() -> rules().stream()
                .filter(rule -> input(rule, 0).contains('"' + role + '"'))
                .filter(rule -> NOBODY.equals(rule.getOutputEntries()
                        .iterator()
                        .next()
                        .getText()
                        .getTextContent()
                        .strip()))
                .map(rule -> UP_TO.matcher(input(rule, 1)))
                .filter(Matcher::matches)
                .map(found -> new BigDecimal(found.group(1)))
                .max(BigDecimal::compareTo));
    }

    private List<Rule> rules() {
        DecisionDefinition table = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(TABLE)
                .latestVersion()
                .singleResult();
        return table == null
                ? List.of()
                : List.copyOf(repository.getDmnModelInstance(table.getId()).getModelElementsByType(Rule.class));
    }

    private static String input(Rule rule, int number) {
        return List.copyOf(rule.getInputEntries())
                .get(number)
                .getText()
                .getTextContent()
                .strip();
    }
}
