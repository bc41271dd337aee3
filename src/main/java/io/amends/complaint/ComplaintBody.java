package io.amends.complaint;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/complaints} as its readers see it in the API's description. It is read field by field
 * in {@link ComplaintRequest}, so that one answer names everything that is wrong.
 */
@Schema(name = "NewComplaint", description = "A complaint (K-1); fields that are not named here are refused")
record ComplaintBody(
        @Nullable @Schema(description = "The sender's own name, within which its ids are unique", defaultValue = "api")
        String source,

        @Nullable
        @Schema(description = "The sender's own id; the same id again answers the first case", maxLength = 200)
        String externalId,

        @Nullable @Schema(maxLength = 40) String customerNumber,

        @Schema(minLength = 2, maxLength = 200, requiredMode = Schema.RequiredMode.REQUIRED)
        String customerName,

        @Nullable @Schema(format = "email", maxLength = 254) String customerMail,
        @Nullable @Schema(maxLength = 40) String customerPhone,
        @Nullable @Schema(maxLength = 500) String customerAddress,

        @Nullable @Schema(description = "Whom they ask for", maxLength = 200)
        String askedFor,

        @Schema(
                allowableValues = {"phone", "mail", "web", "counter", "social", "regulator"},
                requiredMode = Schema.RequiredMode.REQUIRED)
        String channel,

        @Schema(
                allowableValues = {
                    "product",
                    "delivery",
                    "service",
                    "conduct",
                    "billing",
                    "contract",
                    "privacy",
                    "other"
                },
                requiredMode = Schema.RequiredMode.REQUIRED)
        String subject,

        @Nullable @Schema(maxLength = 200) String product,

        @Schema(
                description = "What happened, in the customer's words",
                minLength = 10,
                maxLength = 10_000,
                requiredMode = Schema.RequiredMode.REQUIRED)
        String narrative,

        @Nullable @Schema(maxLength = 2_000) String wish,

        @Nullable
        @Schema(
                allowableValues = {"low", "normal", "high"},
                defaultValue = "normal")
        String urgency,

        @Nullable LocalDate neededBy,

        @Nullable
        @Schema(
                allowableValues = {"none", "inconvenience", "financial", "injury"},
                defaultValue = "none")
        String harm,

        @Nullable @Schema(defaultValue = "false") Boolean safetyRisk,
        @Nullable @Schema(defaultValue = "false") Boolean legalThreat,
        @Nullable @Schema(defaultValue = "false") Boolean mediaThreat,

        @Nullable
        @Schema(
                allowableValues = {"en", "zh-CN"},
                defaultValue = "en")
        String language,

        @Nullable @Schema(description = "When it reached the house; now, when missing")
        OffsetDateTime receivedAt) {}
