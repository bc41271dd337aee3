package io.amends.modeling;

import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What every call that works on a task passes through, whichever service it comes by. */
final class TaskDoor {

    /** The engine's text columns hold no more. */
    static final int LONGEST_VARIABLE = 4000;

    /** How often a task that lost to a timer is finished again. */
    private static final int REPEATS = 2;

    private final TaskReader tasks;
    private final Facts facts;
    private final FormCheck check;
    private final WordChecks words;
    private final Supplier<IdentityService> identities;

    TaskDoor(TaskReader tasks, Facts facts, FormCheck check, WordChecks words, Supplier<IdentityService> identities) {
        this.tasks = tasks;
        this.facts = facts;
        this.check = check;
        this.words = words;
        this.identities = identities;
    }

    @Nullable
    Caller caller(CommandExecutor executor) {
        return Caller.current(identities.get(), executor);
    }

    /** Checks who finishes the task and what was entered, then finishes it with what the form makes of that. */
    <T extends @Nullable Object> T finish(
            String taskId,
            @Nullable Map<String, Object> sent,
            CommandExecutor executor,
            Function<Map<String, Object>, T> completion) {
        Caller caller = caller(executor);
        TaskSheet task = read(taskId, caller, executor);
        if (task == null) {
            return completion.apply(sent == null ? Map.of() : sent);
        }
        if (caller != null) {
            WorkRules.mayFinish(caller, task);
        }
        try {
            return finish(task, sent, caller, executor, completion);
        } catch (ProcessEngineException failed) {
            // whatever went wrong, the reason is that somebody else finished the task while this one was under way
            if (!isStillWith(task, executor)) {
                throw new RestException(Status.CONFLICT, failed, "Somebody else was faster; look at the task again");
            }
            throw failed;
        }
    }

    private <T extends @Nullable Object> T finish(
            TaskSheet task,
            @Nullable Map<String, Object> sent,
            @Nullable Caller caller,
            CommandExecutor executor,
            Function<Map<String, Object>, T> completion) {
        FormCheck.Answers answers = answers(task, sent, caller, executor);
        Map<String, Object> checked =
                task.form() == null ? answers.values() : PlainValues.asVariables(answers.values(), task.form());
        if (caller == null) {
            return repeatedly(task, executor, () -> completion.apply(checked));
        }
        String taskId = task.id();
        CustomerWords written = words.look(taskId, caller.userId(), answers.words(), executor);
        return clearly(() -> repeatedly(
                task,
                executor,
                () -> executor.execute(command -> {
                    // the same transaction completes, so nobody can take the task in between
                    if (!tasks.isWith(task.assignee(), taskId, command)) {
                        throw new OptimisticLockingException("The task changed hands");
                    }
                    if (task.assignee() == null) {
                        new ClaimTaskCmd(taskId, caller.userId()).execute(command);
                    }
                    T completed = completion.apply(checked);
                    words.said(written);
                    return completed;
                })));
    }

    /**
     * Finishes again a task that lost to a timer or to another step of its case: as long as it is open and with the same person, nobody
     * else did it. Within somebody's transaction there is no again; that one has failed.
     */
    private <T extends @Nullable Object> T repeatedly(TaskSheet task, CommandExecutor executor, Supplier<T> finish) {
        boolean ours = !TransactionSynchronizationManager.isActualTransactionActive();
        for (int left = REPEATS; ; left--) {
            try {
                return finish.get();
            } catch (RuntimeException failed) {
                if (!ours || !lostARace(failed) || !isStillWith(task, executor)) {
                    throw failed;
                }
                if (left == 0) {
                    throw new RestException(
                            Status.CONFLICT,
                            failed,
                            "The case changed at the same moment; please complete the task again");
                }
            }
        }
    }

    /** As an older revision, or as rows that were locked, gone or referred to in the meantime; all of it is rolled back. */
    private static boolean lostARace(RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockingException
                    || cause instanceof ProcessEnginePersistenceException
                    || cause instanceof ConcurrencyFailureException) {
                return true;
            }
        }
        return false;
    }

    private boolean isStillWith(TaskSheet task, CommandExecutor executor) {
        return executor.execute(command -> tasks.isWith(task.assignee(), task.id(), command));
    }

    /** Hands a delegated task back; without answers there is nothing to check but who does it. */
    void resolve(String taskId, @Nullable Map<String, Object> sent, CommandExecutor executor, Resolution resolution) {
        if (sent != null && !sent.isEmpty()) {
            finish(taskId, sent, executor, checked -> {
                resolution.resolve(checked);
                return null;
            });
            return;
        }
        work(taskId, executor, WorkRules::mayFinish, () -> resolution.resolve(Map.of()));
    }

    /** Changes a task after a check of who asks; without anybody signed in there is no check. */
    void work(String taskId, CommandExecutor executor, Rule rule, Runnable change) {
        Caller caller = caller(executor);
        TaskSheet task = read(taskId, caller, executor);
        if (caller != null && task != null) {
            rule.check(caller, task);
            clearly(() -> {
                change.run();
                return null;
            });
        } else {
            change.run();
        }
    }

    Set<String> groupsOf(@Nullable String userId, CommandExecutor executor) {
        return userId == null ? Set.of() : Caller.groupsOf(userId, identities.get(), executor);
    }

    private @Nullable TaskSheet read(String taskId, @Nullable Caller caller, CommandExecutor executor) {
        TaskSheet task =
                executor.execute(command -> command.runWithoutAuthorization(() -> tasks.read(taskId, command)));
        if (task == null && caller != null) {
            throw new RestException(Status.NOT_FOUND, "There is no such task; somebody may have done it already");
        }
        return task;
    }

    private FormCheck.Answers answers(
            TaskSheet task, @Nullable Map<String, Object> sent, @Nullable Caller caller, CommandExecutor executor) {
        FormSchema form = task.form();
        if (form == null) {
            if (caller == null || caller.administrator()) {
                return new FormCheck.Answers(sent == null ? Map.of() : sent, List.of());
            }
            form = FormSchema.NOTHING_ASKED;
        }
        return check.answers(form, PlainValues.of(sent), () -> facts.known(task.id(), executor), LONGEST_VARIABLE);
    }

    /** Tells a caller in so many words what the engine wraps or answers with "internal error". */
    private static <T extends @Nullable Object> T clearly(Supplier<T> change) {
        try {
            return change.get();
        } catch (TaskAlreadyClaimedException taken) {
            throw new RestException(Status.CONFLICT, taken, "Somebody else has taken this task in the meantime");
        } catch (OptimisticLockingException late) {
            throw new RestException(Status.CONFLICT, late, "Somebody else was faster; look at the task again");
        } catch (ProcessEngineException wrapped) {
            for (Throwable cause = wrapped; cause != null; cause = cause.getCause()) {
                if (cause instanceof FormRefusal refusal) {
                    throw refusal;
                }
            }
            throw wrapped;
        }
    }

    /** Who may do it. */
    interface Rule {
        void check(Caller caller, TaskSheet task);
    }

    /** The engine's own resolving. */
    interface Resolution {
        void resolve(Map<String, Object> variables);
    }
}
