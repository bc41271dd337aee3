package io.amends.mediacrisis;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** The body as its readers see it in the API's description; it is read field by field in {@link CoverageRequest}. */
@Schema(
        name = "NewCoverage",
        description = "What was published about a media crisis (M-12); fields that are not named here are refused")
record CoverageBody(
        @Nullable
        @Schema(
                description = "The sender's own name, within which its ids are unique",
                defaultValue = "api",
                maxLength = 40)
        String source,

        @Nullable @Schema(description = "The sender's own id; the same id again changes nothing", maxLength = 200)
        String externalId,

        @Schema(description = "Id or name of the outlet", maxLength = 200, requiredMode = Schema.RequiredMode.REQUIRED)
        String outlet,

        @Schema(maxLength = 300, requiredMode = Schema.RequiredMode.REQUIRED)
        String title,

        @Nullable @Schema(format = "uri", maxLength = 1000) String link,

        @Schema(
                allowableValues = {"neutral", "critical", "hostile"},
                requiredMode = Schema.RequiredMode.REQUIRED)
        String tone,

        @Nullable
        @Schema(
                description = "How many journalists asked because of it",
                defaultValue = "0",
                minimum = "0",
                maximum = "10000")
        Integer enquiries,

        @Nullable @Schema(description = "Whether it carries one of our core messages", defaultValue = "false")
        Boolean carriesMessage,

        @Nullable @Schema(description = "When it was published; now, when missing")
        OffsetDateTime publishedAt) {}
