package io.amends.complaint;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.casefile.CaseVariables;
import io.amends.letter.LetterCheck;
import io.amends.modeling.AsTheHouse;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the customer has answered, withdrawn or been told anew meanwhile is not written to them any more (C-7). */
@Component
class CustomerLetterCheck implements LetterCheck {

    private static final String ASKED = "replyOccurrence";

    private final RuntimeService runtime;
    private final CaseFiles cases;
    private final AsTheHouse house;

    CustomerLetterCheck(RuntimeService runtime, CaseFiles cases, AsTheHouse house) {
        this.runtime = runtime;
        this.cases = cases;
        this.house = house;
    }

    @Override
    public boolean stillWanted(String caseNumber, String letter, String occurrence) {
        return switch (letter) {
            case "acknowledgement" -> waits(caseNumber, ComplaintProcess.WITHDRAWN);
            case "question", "proposal" ->
                asked(caseNumber).anyMatch(waitedFor -> asking(waitedFor).equals(asking(occurrence)));
            case "reminder", "closing-notice", "closed-unanswered" ->
                asked(caseNumber).anyMatch(occurrence::equals);
            case "survey" ->
                values(caseNumber, ComplaintProcess.SURVEY_ANSWERED, CaseVariables.EPISODE.name())
                        .anyMatch(occurrence::equals);
            case "closing" ->
                values(caseNumber, ComplaintProcess.WITHDRAWN, CaseVariables.EPISODE.name())
                        .allMatch(occurrence::equals);
            case "new-owner" ->
                cases.find(caseNumber)
                        .map(CaseFile::owner)
                        .filter(owner -> occurrence.startsWith(owner + "-"))
                        .isPresent();
            default -> true;
        };
    }

    private boolean waits(String caseNumber, String message) {
        return waiting(caseNumber, message).findAny().isPresent();
    }

    private Stream<String> asked(String caseNumber) {
        return values(caseNumber, ComplaintProcess.CUSTOMER_REPLIED, ASKED);
    }

    /** What a variable says wherever the case waits for this message. */
    private Stream<String> values(String caseNumber, String message, String variable) {
        return waiting(caseNumber, message).flatMap(execution -> value(execution, variable).stream());
    }

    private Stream<Execution> waiting(String caseNumber, String message) {
        return house.run(() -> runtime
                .createExecutionQuery()
                .messageEventSubscriptionName(message)
                .processInstanceBusinessKey(caseNumber)
                .list()
                .stream());
    }

    private Optional<String> value(Execution execution, String variable) {
        @Nullable Object value = house.run(() -> runtime.getVariable(execution.getId(), variable));
        return Optional.ofNullable(value).map(Object::toString);
    }

    /** An occurrence is the moment of asking and the number of the letter about it. */
    private static String asking(String occurrence) {
        int end = occurrence.lastIndexOf('-');
        return end < 0 ? occurrence : occurrence.substring(0, end);
    }
}
