package io.amends.letter;

import java.time.Instant;
import java.util.UUID;

/**
 * A letter as it goes into the ledger.
 *
 * @param recipient mail address, blank when nobody knows one
 */
record Draft(
        UUID id,
        String caseNumber,
        String letter,
        String occurrence,
        String addressedTo,
        String recipient,
        String language,
        String subject,
        String html,
        String text,
        String messageId,
        Instant queuedAt) {}
