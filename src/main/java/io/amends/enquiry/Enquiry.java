package io.amends.enquiry;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A question to a department.
 *
 * @param department group id
 * @param answer null until answered
 */
public record Enquiry(
        long id,
        String caseNumber,
        String department,
        String question,
        LocalDate due,
        @Nullable String answer,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt) {}
