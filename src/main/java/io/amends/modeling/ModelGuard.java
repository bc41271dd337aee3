package io.amends.modeling;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.dmn.deployer.DecisionDefinitionDeployer;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.core.NestedExceptionUtils;

/** Comes before the engine's own deployers, so nothing is kept of what a check refuses. */
final class ModelGuard implements Deployer {

    private final Supplier<Stream<ModelCheck>> checks;
    private final Supplier<RepositoryService> repository;

    ModelGuard(Supplier<Stream<ModelCheck>> checks, Supplier<RepositoryService> repository) {
        this.checks = checks;
        this.repository = repository;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        // an old deployment passes by again when the engine reads a definition that it no longer has in memory
        if (deployment.isNew()) {
            List<ModelFinding> findings = new ArrayList<>();
            ModelSet models = Context.getCommandContext().runWithoutAuthorization(() -> models(deployment, findings));
            checks.get().forEach(check -> findings.addAll(check.check(models)));
            if (!findings.isEmpty()) {
                throw new ModelRefusal(findings);
            }
        }
    }

    private ModelSet models(DeploymentEntity deployment, List<ModelFinding> findings) {
        Map<String, BpmnModelInstance> diagrams =
                read(deployment, BpmnDeployer.BPMN_RESOURCE_SUFFIXES, Bpmn::readModelFromStream, findings);
        Map<String, DmnModelInstance> tables =
                read(deployment, DecisionDefinitionDeployer.DMN_RESOURCE_SUFFIXES, Dmn::readModelFromStream, findings);
        return new ModelSet(diagrams, tables, keptDiagrams(diagrams), keptTables(tables));
    }

    private static <T> Map<String, T> read(
            DeploymentEntity deployment,
            String[] endings,
            Function<InputStream, T> reader,
            List<ModelFinding> findings) {
        Map<String, T> models = new TreeMap<>();
        deployment.getResources().forEach((name, file) -> {
            if (Stream.of(endings).anyMatch(name::endsWith)) {
                try {
                    models.put(name, reader.apply(new ByteArrayInputStream(file.getBytes())));
                } catch (ModelException unreadable) {
                    findings.add(new ModelFinding(
                            name,
                            "",
                            "cannot be read: "
                                    + NestedExceptionUtils.getMostSpecificCause(unreadable)
                                            .getMessage()));
                }
            }
        });
        return models;
    }

    private Map<String, BpmnModelInstance> keptDiagrams(Map<String, BpmnModelInstance> diagrams) {
        Set<String> replaced = new HashSet<>();
        diagrams.values().forEach(diagram -> diagram.getModelElementsByType(Process.class)
                .forEach(process -> replaced.add(process.getId())));
        Map<String, BpmnModelInstance> kept = new TreeMap<>();
        for (ProcessDefinition latest :
                repository.get().createProcessDefinitionQuery().latestVersion().list()) {
            if (!replaced.contains(latest.getKey())) {
                kept.put(latest.getResourceName(), repository.get().getBpmnModelInstance(latest.getId()));
            }
        }
        return kept;
    }

    private Map<String, DmnModelInstance> keptTables(Map<String, DmnModelInstance> tables) {
        Set<String> replaced = new HashSet<>();
        tables.values().forEach(table -> table.getModelElementsByType(Decision.class)
                .forEach(decision -> replaced.add(decision.getId())));
        Map<String, DmnModelInstance> kept = new TreeMap<>();
        for (DecisionDefinition latest :
                repository.get().createDecisionDefinitionQuery().latestVersion().list()) {
            if (!replaced.contains(latest.getKey())) {
                kept.put(latest.getResourceName(), repository.get().getDmnModelInstance(latest.getId()));
            }
        }
        return kept;
    }
}
