package io.amends.casefile;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.jspecify.annotations.Nullable;

/** Credits what a customer said: to the customer, or to whoever reported it for them on the page of the case. */
final class CustomerCredit {

    /** Events in the diagrams at which the customer has said something. */
    private static final Set<String> SAID = Set.of(
            "StartEvent_CustomerContactedAgain",
            "StartEvent_ComplaintWithdrawn",
            "IntermediateEvent_CustomerReplied",
            "IntermediateEvent_CustomerDecided",
            "IntermediateEvent_SurveyAnswered",
            "IntermediateEvent_OfferDecided",
            "IntermediateEvent_DecidedLater");

    /** A report and what it sets going are one transaction. */
    private static final Duration ONE_BREATH = Duration.ofSeconds(5);

    private final List<CaseReports.Report> reports;

    CustomerCredit(List<CaseReports.Report> reports) {
        this.reports = reports;
    }

    /** A user id or {@link TimelineEntry#CUSTOMER}; null for what is no word of a customer. */
    @Nullable
    String who(@Nullable HistoricActivityInstance event, Instant at) {
        if (event == null || !SAID.contains(event.getActivityId())) {
            return null;
        }
        return reports.stream()
                .filter(report -> Duration.between(report.at(), at).abs().compareTo(ONE_BREATH) < 0)
                .findFirst()
                .map(CaseReports.Report::userId)
                .orElse(TimelineEntry.CUSTOMER);
    }
}
