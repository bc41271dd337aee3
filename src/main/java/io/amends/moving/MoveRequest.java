package io.amends.moving;

import io.amends.modeling.FormRefusal;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is asked for. */
record MoveRequest(
        @Schema(description = "Key of the process whose cases move", example = "complaint") @Nullable
        String process,

        @Schema(description = "Versions to take cases from; all older ones when missing") @Nullable
        List<@Nullable Integer> versions,

        @Schema(description = "The version that the preview showed; refused when there is a newer one by now") @Nullable
        Integer to,

        @Schema(description = "Steps whose id changed: where each is found again") @Nullable
        List<@Nullable Match> steps) {

    /** @throws FormRefusal for what is missing */
    List<StepMatch> matches() {
        return steps == null
                ? List.of()
                : steps.stream().map(MoveRequest::match).distinct().toList();
    }

    List<Integer> fromVersions() {
        if (versions == null) {
            return List.of();
        }
        if (versions.isEmpty() || versions.stream().anyMatch(Objects::isNull)) {
            throw new FormRefusal("versions", "must name at least one version, or be left out");
        }
        return versions.stream().map(Objects::requireNonNull).toList();
    }

    private static StepMatch match(@Nullable Match match) {
        if (match == null || match.process() == null || match.from() == null || match.to() == null) {
            throw new FormRefusal("steps", "need process, from and to each");
        }
        return new StepMatch(match.process(), match.from(), match.to());
    }

    /** Where a step of an older version is found again, both by id. */
    record Match(
            @Nullable String process,
            @Nullable String from,
            @Nullable String to) {}
}
