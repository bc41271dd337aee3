package io.amends.inbox;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.casefile.PlainTime;
import io.amends.casefile.Words;
import io.amends.modeling.TaskFacts;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the forms about a mail show of it; an empty text where nothing is known: the forms leave that line out. */
@Component
class MailFormFacts implements TaskFacts {

    private static final int MOST_CASES = 10;
    /** A form is no place for a whole newspaper; the page of the mail has the rest. */
    private static final int LONGEST_TEXT = 20_000;

    private final MailStore store;
    private final MailComplaints complaints;
    private final CaseFiles cases;
    private final PlainTime time;

    MailFormFacts(MailStore store, MailComplaints complaints, CaseFiles cases, PlainTime time) {
        this.store = store;
        this.complaints = complaints;
        this.cases = cases;
        this.time = time;
    }

    @Override
    public Map<String, Object> of(String caseNumber, Map<String, Object> processVariables) {
        return processVariables.get(InboxProcess.MAIL_NUMBER.name()) instanceof String number
                ? store.find(number).map(mail -> facts(mail, processVariables)).orElse(Map.of())
                : Map.of();
    }

    private Map<String, Object> facts(Mail mail, Map<String, Object> variables) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("mail", mail(mail, Boolean.TRUE.equals(variables.get("fromCustomer"))));
        facts.put(
                "attachments",
                store.attachments(mail.number()).stream()
                        .map(MailFormFacts::row)
                        .toList());
        facts.put("caseRows", caseRows(mail.sender()));
        return facts;
    }

    private Map<String, Object> mail(Mail mail, boolean fromCustomer) {
        MailText words = store.text(mail.number());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("number", mail.number());
        facts.put("from", MailWords.from(mail));
        facts.put("to", String.join(", ", mail.recipients()));
        facts.put("subject", MailWords.subject(mail));
        facts.put("received", time.moment(mail.receivedAt()) + " (" + time.ago(mail.receivedAt()) + ")");
        facts.put("why", Objects.requireNonNullElse(mail.how(), ""));
        facts.put("text", StoredWords.fit(words.text(), LONGEST_TEXT));
        facts.put("quoted", StoredWords.fit(words.quoted(), LONGEST_TEXT));
        facts.put("path", "/inbox/" + mail.number());
        facts.put("fromCustomer", fromCustomer);
        return facts;
    }

    private static Map<String, Object> row(MailAttachment file) {
        return Map.of(
                "name", file.name(),
                "type", file.type(),
                "size", Words.size(file.size()),
                "kept", file.kept() ? "yes" : "no: " + file.leftOut());
    }

    private List<Map<String, Object>> caseRows(@Nullable String sender) {
        return sender == null
                ? List.of()
                : complaints.casesOf(sender).stream()
                        .limit(MOST_CASES)
                        .map(cases::find)
                        .flatMap(Optional::stream)
                        .map(this::row)
                        .toList();
    }

    private Map<String, Object> row(CaseFile file) {
        return Map.of(
                "number", file.number(),
                "subject", Words.label(file.subject()),
                "state", Words.label(file.state()),
                "opened", time.day(file.openedAt()));
    }
}
