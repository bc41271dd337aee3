package io.amends.mediacrisis;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/media-events} as its readers see it in the API's description. It is read field by field in
 * {@link MediaEventRequest}, so that one answer names everything that is wrong.
 */
@Schema(
        name = "NewMediaEvent",
        description = "A mention or a journalist's call (M-1); fields that are not named here are refused")
record MediaEventBody(
        @Nullable @Schema(description = "The sender's own name, within which its ids are unique", defaultValue = "api")
        String source,

        @Nullable
        @Schema(description = "The sender's own id; the same id again answers the first case", maxLength = 100)
        String externalId,

        @Nullable
        @Schema(
                description = "An open media crisis that it belongs to; without one, the matter decides",
                maxLength = 40)
        String caseNumber,

        @Schema(
                description = "The matter in few words; the same words join the open crisis",
                maxLength = 200,
                requiredMode = Schema.RequiredMode.REQUIRED)
        String title,

        @Schema(
                allowableValues = {"mention", "call"},
                requiredMode = Schema.RequiredMode.REQUIRED)
        String kind,

        @Schema(
                description = "Id or name of an outlet of the media register",
                maxLength = 200,
                requiredMode = Schema.RequiredMode.REQUIRED)
        String outlet,

        @Nullable @Schema(description = "Id in the media register, or a name", maxLength = 200)
        String journalist,

        @Nullable @Schema(maxLength = 1_000) String link,

        @Schema(description = "What is said of us", maxLength = 2_000, requiredMode = Schema.RequiredMode.REQUIRED)
        String claim,

        @Schema(
                allowableValues = {"local", "regional", "national", "international"},
                requiredMode = Schema.RequiredMode.REQUIRED)
        String reach,

        @Schema(
                allowableValues = {"neutral", "critical", "hostile"},
                requiredMode = Schema.RequiredMode.REQUIRED)
        String tone,

        @Nullable
        @Schema(
                description = "Whether the claim is true",
                allowableValues = {"true", "unclear", "false"},
                defaultValue = "unclear")
        String truth,

        @Nullable
        @Schema(
                allowableValues = {"few", "growing", "wide"},
                defaultValue = "few")
        String spread,

        @Nullable @Schema(description = "Whether people may be in danger", defaultValue = "false")
        Boolean safetyRisk,

        @Nullable @Schema(description = "Whether an authority is involved", defaultValue = "false")
        Boolean authority,

        @Nullable
        @Schema(
                description =
                        "When the journalist needs an answer; one that has passed is taken, and the answer says so")
        OffsetDateTime deadline,

        @Nullable @Schema(description = "A complaint behind the story", maxLength = 40)
        String complaintCase,

        @Nullable @Schema(description = "A customer behind the story; a complaint is opened for them", maxLength = 40)
        String customerNumber,

        @Nullable @Schema(description = "Whether it is only an exercise", defaultValue = "false")
        Boolean exercise) {}
