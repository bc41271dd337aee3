package io.amends.contact;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.modeling.Variable;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;

/** Keeps that somebody spoke with the customer of a case, or tried to, when they complete the task to do so (L-2). */
@Component
class TalkListener implements TaskListener {

    private static final Variable<String> CONTACTED_BY = Variable.of("contactedBy", String.class);
    private static final String FIRST_TALK = "Task_ContactCustomer";

    private final ContactLog contacts;
    private final CaseFiles cases;
    private final Clock clock;

    TalkListener(ContactLog contacts, CaseFiles cases, Clock clock) {
        this.contacts = contacts;
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        Optional.ofNullable(task.getExecution().getProcessBusinessKey())
                .flatMap(cases::find)
                .ifPresent(file -> contacts.add(contact(file, task)));
    }

    private ContactLog.ContactRow contact(CaseFile file, DelegateTask task) {
        return new ContactLog.ContactRow(
                file.customerNumber(),
                file.number(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                channel(task),
                task.getCandidates().stream()
                        .map(IdentityLink::getGroupId)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                task.getAssignee(),
                task.getName(),
                null,
                false);
    }

    /** Only the first talk can be had in several ways, which its form asks for; the others are calls. */
    private static String channel(DelegateTask task) {
        if (!FIRST_TALK.equals(task.getTaskDefinitionKey())) {
            return Channel.PHONE.code();
        }
        String how = CONTACTED_BY.orElse(task, Channel.PHONE.code());
        return how.equals("letter") ? Channel.POST.code() : how;
    }
}
