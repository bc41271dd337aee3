package io.amends.casefile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people had before them when they completed a task, and what they put in. */
@Component
class RecordedForms {

    private final CaseUpdates updates;
    private final DeployedForms forms;

    RecordedForms(CaseUpdates updates, DeployedForms forms) {
        this.updates = updates;
        this.forms = forms;
    }

    /** @param all changes of the case, oldest first */
    List<CaseRecord.Form> of(CaseRun run, List<HistoricVariableUpdate> all) {
        return run.tasks().stream()
                .filter(task -> "completed".equals(task.getDeleteReason()))
                .sorted(Comparator.comparing(HistoricTaskInstance::getEndTime))
                .map(task -> sheet(run, task, all))
                .toList();
    }

    private CaseRecord.Form sheet(CaseRun run, HistoricTaskInstance task, List<HistoricVariableUpdate> all) {
        Map<String, String> before = new LinkedHashMap<>();
        Map<String, String> answers = new LinkedHashMap<>();
        for (HistoricVariableUpdate update : all) {
            if (!update.getProcessInstanceId().equals(task.getProcessInstanceId())) {
                continue;
            }
            if (Objects.equals(update.getActivityInstanceId(), task.getActivityInstanceId())) {
                // some answers are noted elsewhere and then taken out of the process, in the same breath
                answers.merge(
                        update.getVariableName(),
                        updates.value(update),
                        (answer, then) -> then.equals(PlainTime.NOTHING) ? answer : then);
            } else if (!update.getTime().toInstant().isAfter(task.getEndTime().toInstant())) {
                before.put(update.getVariableName(), updates.value(update));
            }
        }
        Optional<DeployedForm> form =
                forms.of(task.getProcessDefinitionId(), task.getTaskDefinitionKey(), task.getEndTime());
        return new CaseRecord.Form(
                task.getId(),
                Words.value((Object) task.getName()),
                task.getProcessInstanceId(),
                task.getTaskDefinitionKey(),
                form.map(DeployedForm::key).orElse(null),
                form.map(DeployedForm::version).orElse(null),
                form.map(DeployedForm::file).orElse(null),
                task.getStartTime().toInstant(),
                task.getEndTime().toInstant(),
                run.whoDid(UserOperationLogEntry.OPERATION_TYPE_COMPLETE, task.getId())
                        .orElse(task.getAssignee()),
                form.map(it -> saw(it, before)).orElse(List.of()),
                form.map(it -> it.shows().stream()
                                .filter(name -> !before.containsKey(name) && !answers.containsKey(name))
                                .toList())
                        .orElse(List.of()),
                fields(form.orElse(null), before, answers));
    }

    private static List<CaseRecord.Named> saw(DeployedForm form, Map<String, String> before) {
        return form.shows().stream()
                .filter(before::containsKey)
                .map(name -> new CaseRecord.Named(name, Objects.requireNonNull(before.get(name))))
                .filter(fact -> !fact.value().equals(PlainTime.NOTHING))
                .toList();
    }

    /** The form's own fields in its order, then what was recorded in the same breath. */
    private static List<CaseRecord.Field> fields(
            @Nullable DeployedForm form, Map<String, String> before, Map<String, String> answers) {
        List<CaseRecord.Field> fields = new ArrayList<>();
        Set<String> told = new LinkedHashSet<>();
        if (form != null) {
            for (DeployedForm.Field field : form.fields()) {
                String answer = answers.get(field.key());
                // a key may stand on several fields, of which the conditions show one
                if (told.add(field.key())) {
                    fields.add(new CaseRecord.Field(
                            field.key(),
                            field.label(),
                            field.type(),
                            before.get(field.key()),
                            answer,
                            answer == null ? null : field.options().get(answer),
                            answer != null));
                }
            }
        }
        answers.forEach((key, answer) -> {
            if (told.add(key)) {
                fields.add(new CaseRecord.Field(key, Words.label(key), "none", before.get(key), answer, null, true));
            }
        });
        return fields;
    }
}
