package io.amends.casefile;

import io.amends.promise.PromiseMove;
import io.amends.promise.PromiseRow;
import io.amends.promise.PromisedTo;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something promised on a case, for programs. */
@Schema(name = "Promise")
public record PromiseView(
        long id,

        @Schema(example = "Call back with the date of the repair")
        String what,

        @Schema(description = "Group that keeps it", example = "service-agents")
        String keeper,

        @Schema(description = "User id of the one of them who keeps it; missing when anybody of the group may")
        @Nullable
        String person,

        LocalDate due,

        @Schema(description = "Whether it was promised to the customer")
        boolean toCustomer,

        @Schema(description = "Whether it was promised to a journalist; neither: within the house")
        boolean toMedia,

        @Nullable Instant made,
        @Nullable String madeBy,
        @Nullable Instant kept,
        @Nullable String keptBy,

        @Schema(description = "The dates it had before, oldest first")
        List<PromiseMove> moves) {

    static PromiseView of(PromiseRow row) {
        return new PromiseView(
                row.id(),
                row.what(),
                row.group(),
                row.person(),
                row.due(),
                row.to() == PromisedTo.CUSTOMER,
                row.to() == PromisedTo.MEDIA,
                row.standsSince(),
                row.madeBy(),
                row.keptAt(),
                row.keptBy(),
                row.moves());
    }
}
