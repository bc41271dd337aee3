package io.amends.casefile;

import io.amends.clock.Budget;
import io.amends.clock.CaseClock;
import io.amends.clock.ClockChange;
import io.amends.clock.ClockPause;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A clock of a case for programs. */
@Schema(name = "Clock", description = "A promise of time")
public record ClockView(
        @Schema(
                description = "As diagrams and tables say it; with a number behind where there are several",
                example = "promise-17")
        String name,

        @Schema(description = "From 1; one more each time it starts anew, so that a second breach is told again")
        int occurrence,

        @Schema(description = "The time granted; missing when it runs until a fixed moment") @Nullable
        Granted budget,

        Instant start,

        @Schema(
                description =
                        "While the clock is paused, this is when it would have been due without the rest of the pause")
        Instant due,

        @Schema(description = "Whether it stands because the customer is waited for")
        boolean paused,

        @Nullable Instant pausedSince,

        @Schema(description = "When a warning was given") @Nullable
        Instant warned,

        @Schema(description = "When it was found late") @Nullable
        Instant breached,

        @Schema(description = "When what it promised was done") @Nullable
        Instant met,

        @Schema(description = "When it ended without being met") @Nullable
        Instant stopped,

        @Schema(description = "When it stood, oldest first") List<Standstill> pauses,

        @Schema(description = "What it had promised before it was set anew or started again, oldest first")
        List<Earlier> earlier) {

    static ClockView of(CaseClock clock, List<ClockPause> pauses, List<ClockChange> changes) {
        return new ClockView(
                clock.name(),
                clock.occurrence(),
                Granted.of(clock.budget()),
                clock.start(),
                clock.due(),
                clock.pausedSince() != null,
                clock.pausedSince(),
                clock.warned(),
                clock.breached(),
                clock.met(),
                clock.stopped(),
                pauses.stream()
                        .map(pause -> new Standstill(pause.from(), pause.to(), pause.why()))
                        .toList(),
                changes.stream()
                        .filter(change -> change.name().equals(clock.name()))
                        .map(Earlier::of)
                        .toList());
    }

    /** @param unit such as {@code business-days} */
    @Schema(name = "Budget")
    public record Granted(
            int amount, @Schema(example = "business-days") String unit) {

        static @Nullable Granted of(@Nullable Budget budget) {
            return budget == null
                    ? null
                    : new Granted(budget.amount(), budget.unit().word());
        }
    }

    /** @param to null while it lasts */
    @Schema(name = "Pause")
    public record Standstill(Instant from, @Nullable Instant to, String why) {}

    /** @param changed until when it was so */
    @Schema(name = "EarlierClock")
    public record Earlier(
            int occurrence,
            @Nullable Granted budget,
            Instant due,
            @Nullable Instant warned,
            @Nullable Instant breached,
            @Nullable Instant met,
            @Nullable Instant stopped,
            Instant changed,

            @Schema(allowableValues = {"set-anew", "started-again"})
            String why) {

        static Earlier of(ClockChange change) {
            return new Earlier(
                    change.occurrence(),
                    Granted.of(change.budget()),
                    change.due(),
                    change.warned(),
                    change.breached(),
                    change.met(),
                    change.stopped(),
                    change.changed(),
                    change.why());
        }
    }
}
