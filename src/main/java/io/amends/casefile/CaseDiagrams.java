package io.amends.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The diagrams a case ran on, each in the version it ran on, and the way it took through them. */
@Component
class CaseDiagrams {

    private final CaseEngine engine;
    private final RepositoryService repository;

    CaseDiagrams(CaseEngine engine, RepositoryService repository) {
        this.engine = engine;
        this.repository = repository;
    }

    /** The diagram as deployed, or empty when that process does not belong to the case. */
    Optional<byte[]> xml(CaseFile file, String processInstanceId) {
        return engine.unchecked(
                () -> process(engine.run(file), processInstanceId).map(process -> {
                    try (InputStream model = repository.getProcessModel(process.getProcessDefinitionId())) {
                        return model.readAllBytes();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
    }

    /** As the engine keeps it in memory. */
    BpmnModelInstance model(String definitionId) {
        return engine.unchecked(() -> repository.getBpmnModelInstance(definitionId));
    }

    Optional<Way> way(CaseFile file, String processInstanceId) {
        return engine.unchecked(() -> {
            CaseRun run = engine.run(file);
            return process(run, processInstanceId).map(process -> way(run, process));
        });
    }

    private static Optional<HistoricProcessInstance> process(CaseRun run, String processInstanceId) {
        return run.processes().stream()
                .filter(process -> process.getId().equals(processInstanceId))
                .findFirst();
    }

    private Way way(CaseRun run, HistoricProcessInstance process) {
        Map<String, List<HistoricActivityInstance>> byStep = run.activities().stream()
                .filter(activity -> activity.getProcessInstanceId().equals(process.getId()))
                .collect(Collectors.groupingBy(
                        HistoricActivityInstance::getActivityId, TreeMap::new, Collectors.toList()));
        List<Step> steps = byStep.entrySet().stream()
                .map(entry -> step(entry.getKey(), entry.getValue()))
                .toList();
        return new Way(steps, flows(process.getProcessDefinitionId(), byStep));
    }

    /** Ids of the flows that were taken, as far as the visits tell. */
    List<String> flows(String definitionId, Map<String, List<HistoricActivityInstance>> byStep) {
        List<String> flows = new ArrayList<>();
        for (SequenceFlow flow :
                repository.getBpmnModelInstance(definitionId).getModelElementsByType(SequenceFlow.class)) {
            if (taken(
                    byStep.get(flow.getSource().getId()),
                    byStep.get(flow.getTarget().getId()))) {
                flows.add(flow.getId());
            }
        }
        return flows;
    }

    static Step step(String id, List<HistoricActivityInstance> visits) {
        long active =
                visits.stream().filter(visit -> visit.getEndTime() == null).count();
        boolean cancelled = active == 0
                && visits.stream()
                        .max(Comparator.comparing(HistoricActivityInstance::getStartTime))
                        .map(HistoricActivityInstance::isCanceled)
                        .orElse(false);
        String state = active > 0 ? "active" : cancelled ? "cancelled" : "done";
        return new Step(id, state, visits.size());
    }

    /** History keeps no flows: one was taken when its target began right after its source had ended. */
    private static boolean taken(
            @Nullable List<HistoricActivityInstance> sources, @Nullable List<HistoricActivityInstance> targets) {
        return sources != null
                && targets != null
                && sources.stream()
                        .filter(source -> source.getEndTime() != null && !source.isCanceled())
                        .anyMatch(source -> targets.stream().anyMatch(target -> !target.getStartTime()
                                .toInstant()
                                .isBefore(source.getEndTime().toInstant())));
    }

    /** What to colour. */
    record Way(List<Step> steps, List<String> flows) {}

    /**
     * @param state {@code done}, {@code active} or {@code cancelled}
     * @param count how often the case came here
     */
    record Step(String id, String state, int count) {}
}
