package io.amends.mediacrisis;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A media event as it comes in (M-1); values as in {@link MediaEvent}.
 *
 * @param source who sent it, such as {@code tasklist}, {@code api} or {@code complaint}
 * @param externalId the sender's own id, unique within its source, or null
 * @param caseNumber an open crisis that it belongs to, as the sender knows, or null
 * @param title the matter in few words
 * @param complaintCase a complaint behind the story, or null
 * @param customerNumber a customer behind the story who has no complaint yet, or null
 * @param note what was typed and nobody knows by that number, or null
 * @param typed whether a person filled in the Tasklist's form: a complaint or customer that nobody knows is kept, and not refused
 */
record NewMediaEvent(
        String kind,
        String source,
        @Nullable String externalId,
        @Nullable String reportedBy,
        @Nullable String caseNumber,
        String title,
        @Nullable String outlet,
        @Nullable String journalist,
        @Nullable String link,
        String claim,
        String reach,
        String tone,
        String truth,
        String spread,
        boolean safetyRisk,
        boolean authority,
        @Nullable Instant deadline,
        @Nullable String complaintCase,
        @Nullable String customerNumber,
        @Nullable String note,
        boolean exercise,
        boolean typed) {

    static final String CALL = "call";
    static final String THREAT = "threat";

    NewMediaEvent about(@Nullable String complaint, @Nullable String customer, @Nullable String kept) {
        return new NewMediaEvent(
                kind,
                source,
                externalId,
                reportedBy,
                caseNumber,
                title,
                outlet,
                journalist,
                link,
                claim,
                reach,
                tone,
                truth,
                spread,
                safetyRisk,
                authority,
                deadline,
                complaint,
                customer,
                kept,
                exercise,
                typed);
    }
}
