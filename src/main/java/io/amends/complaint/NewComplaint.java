package io.amends.complaint;

import io.amends.customer.Contact;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as it comes in; values as in {@link Complaint}.
 *
 * @param receivedAt when it reached the house; null means now; not in the future
 * @param startedBy {@code form} when it comes from the start form of the Tasklist, else {@code message}
 */
public record NewComplaint(
        String source,
        @Nullable String externalId,
        Contact contact,
        @Nullable String askedFor,
        String channel,
        String subject,
        @Nullable String product,
        String narrative,
        @Nullable String wish,
        @Nullable String urgency,
        @Nullable LocalDate neededBy,
        @Nullable String harm,
        boolean safetyRisk,
        boolean legalThreat,
        boolean mediaThreat,
        @Nullable Instant receivedAt,
        String startedBy) {}
