package io.amends.modeling;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;

/** Every check over one set of files, beside what stays deployed. Whoever calls has seen to it that all definitions can be read. */
final class ModelInspection {

    /** The same models are looked at again and again, and no two threads may look at one at once. */
    private static final Lock ONE_AT_A_TIME = new ReentrantLock();

    private final Supplier<Stream<ModelCheck>> checks;
    private final Supplier<RepositoryService> repository;

    ModelInspection(Supplier<Stream<ModelCheck>> checks, Supplier<RepositoryService> repository) {
        this.checks = checks;
        this.repository = repository;
    }

    /** @param files content by name, as they would be deployed together */
    List<ModelFinding> findings(Map<String, byte[]> files) {
        ONE_AT_A_TIME.lock();
        try {
            return look(files);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private List<ModelFinding> look(Map<String, byte[]> files) {
        ModelReader reader = new ModelReader();
        files.forEach(reader::read);
        ModelSet models = new ModelSet(
                reader.diagrams(),
                reader.tables(),
                reader.forms(),
                keptDiagrams(reader.diagrams()),
                keptTables(reader.tables()),
                unreadable(files.keySet(), reader));
        List<ModelFinding> findings = new ArrayList<>(reader.findings());
        checks.get().forEach(check -> findings.addAll(check.check(models)));
        return findings;
    }

    private static Set<String> unreadable(Set<String> files, ModelReader reader) {
        Set<String> unreadable = new HashSet<>(files);
        unreadable.removeAll(reader.diagrams().keySet());
        unreadable.removeAll(reader.tables().keySet());
        unreadable.removeAll(reader.forms().keySet());
        return unreadable;
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
