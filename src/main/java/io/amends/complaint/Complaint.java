package io.amends.complaint;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was taken in about one complaint (K-1).
 *
 * @param source who sent it: {@code tasklist}, {@code api}, {@code web}, {@code import}, {@code mail}
 * @param externalId id of an imported row or of a message, unique within its source, or null
 * @param customerNumber the customer it was matched with, or null while a person has to choose
 * @param channel {@code phone}, {@code mail}, {@code web}, {@code counter}, {@code social}, {@code regulator}
 * @param subject {@code product}, {@code delivery}, {@code service}, {@code conduct}, {@code billing}, {@code contract}, {@code privacy}, {@code other}
 * @param product what it is about, in words, or null
 * @param narrative what happened, in the customer's words
 * @param wish what the customer wants, or null
 * @param urgency {@code low}, {@code normal}, {@code high}
 * @param neededBy when the customer needs an answer, or null
 * @param harm {@code none}, {@code inconvenience}, {@code financial}, {@code injury}
 * @param language {@code en} or {@code zh-CN}
 * @param repeatOf an earlier case of the same matter closed within 90 days (K-3), or null
 */
public record Complaint(
        String caseNumber,
        String source,
        @Nullable String externalId,
        @Nullable String customerNumber,
        String name,
        @Nullable String mail,
        @Nullable String phone,
        @Nullable String address,
        @Nullable String askedFor,
        String channel,
        String subject,
        @Nullable String product,
        String narrative,
        @Nullable String wish,
        String urgency,
        @Nullable LocalDate neededBy,
        String harm,
        boolean safetyRisk,
        boolean legalThreat,
        boolean mediaThreat,
        boolean regulator,
        String language,
        Instant receivedAt,
        @Nullable String repeatOf) {}
