package io.amends.casefile;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Carries out what staff report on a case, and keeps who did. */
@Service
class CaseActions {

    private static final String NOTED = "Noted on the case.";
    static final String MOVED_ON =
            "The case has moved on meanwhile. Please look at it as it stands now, and report again if it still fits.";

    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_FIELD = 1_000;

    private final List<CaseDetails> details;
    private final CaseReports reports;
    private final ApplicationEventPublisher events;

    CaseActions(List<CaseDetails> details, CaseReports reports, ApplicationEventPublisher events) {
        this.details = details;
        this.reports = reports;
        this.events = events;
    }

    /** What can be reported on the case now. */
    List<CaseDetails.Action> of(CaseFile file) {
        return detailsOf(file).map(it -> it.actions(file.number())).orElse(List.of());
    }

    Optional<CaseDetails.Action> find(CaseFile file, String name) {
        return of(file).stream().filter(it -> it.name().equals(name)).findFirst();
    }

    /** What is wrong with a report, or empty. */
    Optional<String> problem(CaseDetails.Action action, CaseDetails.Said said) {
        for (CaseDetails.Field field : action.fields()) {
            String value = said.field(field.name());
            if (value.isEmpty() && field.required()) {
                return Optional.of(action.label() + ": " + field.label() + " is required.");
            }
            if (!value.isEmpty()
                    && !field.options().isEmpty()
                    && !field.options().contains(value)) {
                return Optional.of(action.label() + ": " + field.label() + " is one of "
                        + String.join(", ", field.options()) + ".");
            }
            if (value.length() > LONGEST_FIELD) {
                return Optional.of(
                        action.label() + ": " + field.label() + " has at most " + LONGEST_FIELD + " characters.");
            }
        }
        return problem(action, said.option(), said.text());
    }

    private Optional<String> problem(CaseDetails.Action action, String option, String text) {
        if (!action.options().isEmpty() && !action.options().contains(option)) {
            return Optional.of(action.label() + ": choose one of " + String.join(", ", action.options()) + ".");
        }
        return text.length() > LONGEST_TEXT
                ? Optional.of(action.label() + ": at most " + LONGEST_TEXT + " characters fit into the text.")
                : Optional.empty();
    }

    /** Either both the report and its effect are kept, or neither. */
    @Transactional
    public Optional<String> carryOut(CaseFile file, CaseDetails.Action action, CaseDetails.Said said, String userId) {
        Optional<String> problem = problem(action, said);
        if (problem.isPresent()) {
            return problem;
        }
        reports.add(file.number(), userId, action.label(), said.option(), words(action, said));
        Optional<String> refused = detailsOf(file).flatMap(it -> it.act(file.number(), action.name(), said, userId));
        refused.ifPresentOrElse(
                reason -> TransactionAspectSupport.currentTransactionStatus().setRollbackOnly(),
                () -> events.publishEvent(new CaseTouched(file.number(), userId)));
        return refused;
    }

    /** What is told once it is done. */
    String done(CaseFile file, CaseDetails.Action action, CaseDetails.Said said) {
        return detailsOf(file)
                .flatMap(it -> it.afterwards(file.number(), action.name(), said))
                .map(besides -> NOTED + " " + besides)
                .orElse(NOTED);
    }

    /** All that was said, as the record keeps it. */
    private static String words(CaseDetails.Action action, CaseDetails.Said said) {
        return Stream.concat(
                        action.fields().stream()
                                .filter(field -> !said.field(field.name()).isEmpty())
                                .map(field -> field.label() + ": " + said.field(field.name())),
                        Stream.of(said.text()).filter(text -> !text.isEmpty()))
                .collect(Collectors.joining("\n"));
    }

    private Optional<CaseDetails> detailsOf(CaseFile file) {
        return details.stream()
                .filter(it -> it.processKey().equals(file.processKey()))
                .findFirst();
    }
}
