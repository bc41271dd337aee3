package io.amends.modeling;

import java.util.List;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Asks every {@link WordCheck} about what somebody wrote for the customer. */
final class WordChecks {

    private final ObjectProvider<WordCheck> checks;
    private final TaskReader tasks;

    WordChecks(ObjectProvider<WordCheck> checks, TaskReader tasks) {
        this.checks = checks;
        this.tasks = tasks;
    }

    /**
     * @return what {@link #said} gets once the task is completed, or null when nothing was written for the customer
     * @throws FormRefusal when the words should be thought over first
     */
    @Nullable
    CustomerWords look(String taskId, String userId, List<CustomerWords.Text> texts, CommandExecutor executor) {
        if (texts.isEmpty()) {
            return null;
        }
        String caseNumber =
                executor.execute(command -> command.runWithoutAuthorization(() -> tasks.caseNumber(taskId, command)));
        CustomerWords words = new CustomerWords(taskId, caseNumber, userId, List.copyOf(texts));
        checks.forEach(check -> check.look(words));
        return words;
    }

    void said(@Nullable CustomerWords words) {
        if (words != null) {
            checks.forEach(check -> check.said(words));
        }
    }
}
