package io.amends.lostcustomer;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A lost customer's case: what was known when it opened, what was decided, what came of it, what it was worth (L-1 to L-11).
 *
 * @param reference what exactly the signal is about: the day of the last purchase, the id of an agreement, the number of a complaint
 * @param scanId the scan that found them, or null
 * @param note what was known besides, in words, or null
 * @param registeredBy user id of who typed it in, or null
 * @param proposedReason one of the six kinds of leaving (L-4), such as {@code drifted}; null before it was looked at
 * @param confirmedReason the same as a person saw it after the talk, or null
 * @param holdOut whether their number falls into the share that is left alone (L-6)
 * @param decision {@code let-go}, {@code hold-out}, {@code fix-first} or {@code pursue} (L-5); null before it was taken
 * @param complaintCase the complaint that is linked: the one it comes from, or the one by which something is fixed first
 * @param cameBackAt when they said yes, or came back by themselves
 * @param watchedUntil until when their purchases are watched (L-10), or null
 * @param regained whether they really came back, looked up; null before the watch is over
 * @param repurchase what they bought since, cancellations taken off
 * @param minutes of people's work that went into it
 * @param letters to the customer that left
 * @param outcome {@code regained}, {@code not-regained}, {@code declined}, {@code no-answer}, {@code not-reached},
 *     {@code left-alone}, {@code let-go} or {@code held-out}; null while it runs
 */
public record LostCustomer(
        String caseNumber,
        String customerNumber,
        Signal signal,
        String reference,
        @Nullable Long scanId,
        @Nullable String note,
        @Nullable String registeredBy,
        Instant openedAt,
        Reported reported,
        Value value,
        @Nullable String proposedReason,
        @Nullable String confirmedReason,
        boolean holdOut,
        @Nullable String decision,
        @Nullable Instant decidedAt,
        @Nullable String complaintCase,
        Talk talk,
        Offer offer,
        @Nullable Instant cameBackAt,
        @Nullable Instant watchedUntil,
        @Nullable Boolean regained,
        @Nullable BigDecimal repurchase,
        @Nullable Integer minutes,
        @Nullable Integer letters,
        @Nullable Worth worth,
        @Nullable String outcome,
        @Nullable Instant closedAt) {

    /** The reason as confirmed, else as proposed. */
    public @Nullable String reason() {
        return confirmedReason == null ? proposedReason : confirmedReason;
    }

    /**
     * What whoever registered them knew of the why.
     *
     * @param what {@code closed-account}, {@code went-to-competitor}, {@code too-expensive}, {@code moved-away}, {@code unhappy},
     *     {@code other}, or null when a program found them
     * @param endingKind {@code contract}, {@code loan}, {@code warranty} or {@code account}, or null
     * @param endsOn its last day, or null
     */
    public record Reported(
            @Nullable String what,
            @Nullable String endingKind,
            @Nullable LocalDate endsOn) {

        public static final Reported NOTHING = new Reported(null, null, null);
    }

    /**
     * What they were worth when the case opened (L-3).
     *
     * @param tier {@code A}, {@code B}, {@code C} or {@code none}
     * @param secondLifetime what they would be worth from the regain on
     * @param assumptionsVersion of the table by which it was worked out
     */
    public record Value(
            String tier, BigDecimal yearly, BigDecimal lifetime, BigDecimal secondLifetime, int assumptionsVersion) {}

    /**
     * The talk (L-7, L-8).
     *
     * @param tries to reach them
     * @param result {@code interested}, {@code wants-fix}, {@code not-now}, {@code refuses}, {@code do-not-contact},
     *     {@code wrong-number}, {@code not-reached}, or null
     */
    public record Talk(
            int tries,
            @Nullable Instant reachedAt,
            @Nullable String result) {}

    /**
     * The offer (L-9).
     *
     * @param kind {@code none}, {@code reminder}, {@code upgrade}, {@code discount}, {@code upgrade-and-discount}, or null
     * @param amount what it costs the house, or null
     * @param answer {@code accepted}, {@code declined}, {@code expired}, or null
     */
    public record Offer(
            @Nullable String kind,
            @Nullable BigDecimal amount,
            @Nullable Instant offeredAt,
            @Nullable String answer,
            @Nullable Instant answeredAt) {}

    /** Whether it was worth it, part by part (L-11). */
    public record Worth(
            BigDecimal repurchase,
            BigDecimal replacement,
            BigDecimal referral,
            BigDecimal learnt,
            BigDecimal people,
            BigDecimal offer,
            BigDecimal letters,
            BigDecimal losses) {

        public BigDecimal benefit() {
            return repurchase.add(replacement).add(referral).add(learnt);
        }

        public BigDecimal cost() {
            return people.add(offer).add(letters).add(losses);
        }
    }
}
