package io.amends.modeling;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Everything that a task's form can look at: its process variables and what {@link TaskFacts} look up. Whoever
 * may open the form sees all of them, whatever else of the engine they may read.
 */
final class Facts {

    private final ObjectProvider<TaskFacts> sources;
    private final TaskReader tasks;

    Facts(ObjectProvider<TaskFacts> sources, TaskReader tasks) {
        this.sources = sources;
        this.tasks = tasks;
    }

    /** Facts over process variables, all plain. */
    Map<String, @Nullable Object> known(String taskId, CommandExecutor executor) {
        return executor.execute(command -> command.runWithoutAuthorization(() -> {
            Map<String, @Nullable Object> known = new LinkedHashMap<>(tasks.variables(taskId, command));
            known.putAll(facts(taskId, known, command));
            return known;
        }));
    }

    /** Only what {@link TaskFacts} look up. */
    Map<String, @Nullable Object> of(String taskId, CommandExecutor executor) {
        return executor.execute(command ->
                command.runWithoutAuthorization(() -> facts(taskId, tasks.variables(taskId, command), command)));
    }

    private Map<String, @Nullable Object> facts(
            String taskId, Map<String, @Nullable Object> variables, CommandContext command) {
        String caseNumber = tasks.caseNumber(taskId, command);
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        if (caseNumber != null) {
            sources.orderedStream().forEach(source -> facts.putAll(source.of(caseNumber, variables)));
        }
        return facts;
    }
}
