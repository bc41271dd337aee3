package io.amends.modeling;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** What every start of a process by somebody passes through, whichever service it comes by. */
final class StartDoor {

    private final FormLibrary forms;
    private final FormCheck check;
    private final ObjectProvider<StartForm> startForms;
    private final Supplier<IdentityService> identities;

    StartDoor(
            FormLibrary forms,
            FormCheck check,
            ObjectProvider<StartForm> startForms,
            Supplier<IdentityService> identities) {
        this.forms = forms;
        this.check = check;
        this.startForms = startForms;
        this.identities = identities;
    }

    /** Somebody from outside; null lets a start through as the house's own. */
    @Nullable
    Caller caller(CommandExecutor executor) {
        return Intake.underWay() ? null : Caller.current(identities.get(), executor);
    }

    /** Null when the caller's start is for the engine alone to answer. */
    @Nullable
    StartSheet byId(@Nullable String processDefinitionId, CommandExecutor executor) {
        return processDefinitionId == null
                ? null
                : executor.execute(command -> sheet(
                        command.getProcessEngineConfiguration()
                                .getDeploymentCache()
                                .findDeployedProcessDefinitionById(processDefinitionId),
                        command));
    }

    /** Of the latest version. */
    @Nullable
    StartSheet byKey(@Nullable String processDefinitionKey, CommandExecutor executor) {
        return processDefinitionKey == null
                ? null
                : executor.execute(command -> sheet(
                        command.getProcessEngineConfiguration()
                                .getDeploymentCache()
                                .findDeployedLatestProcessDefinitionByKey(processDefinitionKey),
                        command));
    }

    /** Checks what was entered, then starts the process, by its {@link StartForm} where it has one. */
    ProcessInstance submit(
            @Nullable StartSheet process,
            @Nullable String businessKey,
            @Nullable Map<String, Object> sent,
            CommandExecutor executor,
            Function<Map<String, Object>, ProcessInstance> start) {
        if (process == null || process.form() == null) {
            refuseForeign(executor);
            return start.apply(sent == null ? Map.of() : sent);
        }
        StartForm taker = taker(process.processKey()).orElse(null);
        FormSchema form = process.form();
        Map<String, @Nullable Object> answers = check.check(
                form,
                PlainValues.of(sent),
                taker == null ? Map::of : taker::choices,
                taker == null ? TaskDoor.LONGEST_VARIABLE : Integer.MAX_VALUE);
        if (taker == null) {
            return start.apply(PlainValues.asVariables(answers, form));
        }
        if (businessKey != null && !businessKey.isBlank()) {
            throw new FormRefusal("businessKey", "is given by the house");
        }
        return Intake.run(() -> taker.submit(answers));
    }

    /** What the start form of a process lists to choose from, for whoever may start it. */
    Map<String, @Nullable Object> choices(String processDefinitionId, CommandExecutor executor) {
        StartSheet process = byId(processDefinitionId, executor);
        return process == null
                ? Map.of()
                : taker(process.processKey()).map(StartForm::choices).orElse(Map.of());
    }

    private Optional<StartForm> taker(String processKey) {
        return startForms.stream()
                .filter(candidate -> candidate.processKey().equals(processKey))
                .findFirst();
    }

    /** A process that is only called by others, or started by the house, is not for anybody to start. */
    void refuseForeign(CommandExecutor executor) {
        Caller caller = caller(executor);
        if (caller != null && !caller.administrator()) {
            throw new FormRefusal("process", "is started by the house only, it has no start form");
        }
    }

    private @Nullable StartSheet sheet(@Nullable ProcessDefinitionEntity process, CommandContext command) {
        if (process == null || process.getStartFormHandler() == null) {
            return null;
        }
        // asked before anything is checked or handed over: the taking service may not start the process at all
        for (CommandChecker checker : command.getProcessEngineConfiguration().getCommandCheckers()) {
            checker.checkCreateProcessInstance(process);
        }
        return new StartSheet(
                process.getKey(), forms.find(process.getStartFormHandler().createStartFormData(process), command));
    }

    /** Whether a message of this name would start a process. */
    boolean starts(String messageName, CommandExecutor executor) {
        return executor.execute(command -> command.runWithoutAuthorization(() -> !command.getEventSubscriptionManager()
                .findMessageStartEventSubscriptionByName(messageName)
                .isEmpty()));
    }
}
