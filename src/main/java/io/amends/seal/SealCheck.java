package io.amends.seal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks whether the record is the one that was sealed: each link by itself and against the one before, each case against what the
 * database says now, each closed case for its seal, and the end against the heads that were mailed.
 */
@Component
class SealCheck {

    private static final Logger LOG = LoggerFactory.getLogger(SealCheck.class);
    /** Documents that are in memory at a time. */
    private static final int AT_ONCE = 50;

    private final SealTable seals;
    private final HeadTable heads;
    private final DueTable due;
    private final RecordCheck records;
    private final SealProperties properties;
    private final Clock clock;

    SealCheck(
            SealTable seals,
            HeadTable heads,
            DueTable due,
            RecordCheck records,
            SealProperties properties,
            Clock clock) {
        this.seals = seals;
        this.heads = heads;
        this.due = due;
        this.records = records;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Checks the chain, or the part of it that follows a link.
     *
     * @param after the link that was checked last, 0 at the beginning
     * @param atMost how many links
     * @param head what an outsider holds as the head of some day; none to go by our own list of mailed heads only
     */
    SealReport check(long after, long atMost, @Nullable SealHead head) {
        Run run = new Run(after);
        if (head != null && after == 0) {
            run.broken = otherHead(head);
        }
        while (run.broken == null && !run.ended && run.checked < atMost) {
            run.page((int) Math.min(AT_ONCE, atMost - run.checked));
        }
        if (run.broken == null && run.ended) {
            run.broken = end(run);
        }
        SealReport report = run.report();
        if (report.firstBroken() != null) {
            LOG.error("The record is not the one that was sealed: {}", report.firstBroken());
        }
        return report;
    }

    /** One case: its links by themselves, and the last against what the database says now. */
    SealReport check(String caseNumber) {
        Run run = new Run(0);
        for (Seal seal : seals.of(caseNumber)) {
            if (run.broken == null) {
                run.broken = itself(seal)
                        .or(() -> before(seal))
                        .or(() -> now(seal, run))
                        .orElse(null);
                run.checked++;
            }
        }
        run.ended = true;
        return run.report();
    }

    /** Where a check stands. */
    private final class Run {

        private long last;
        private @Nullable String lastHash;
        private long checked;
        private long compared;
        private long waiting;
        private boolean ended;
        private @Nullable Broken broken;

        Run(long after) {
            last = after;
            lastHash = after == 0
                    ? Seal.NOTHING_BEFORE
                    : seals.find(after).map(Seal::hash).orElse(null);
            if (lastHash == null) {
                broken = Broken.chain(after, null, "missing-seal", "Seal " + after + " is missing.");
            }
        }

        void page(int atMost) {
            List<Seal> page = seals.after(last, atMost);
            ended = page.size() < atMost;
            for (Seal seal : page) {
                broken = inOrder(seal, last, String.valueOf(lastHash))
                        .or(() -> itself(seal))
                        .or(() -> now(seal, this))
                        .orElse(null);
                checked++;
                if (broken != null) {
                    return;
                }
                last = seal.seq();
                lastHash = seal.hash();
            }
            if (!page.isEmpty()) {
                broken = mailed(page.get(0).seq() - 1, last, page);
            }
        }

        SealReport report() {
            return new SealReport(
                    broken == null,
                    checked,
                    compared,
                    waiting,
                    seals.count(),
                    seals.head().toString(),
                    broken,
                    broken == null && !ended ? last : null);
        }
    }

    private static Optional<Broken> inOrder(Seal seal, long last, String lastHash) {
        if (seal.seq() != last + 1) {
            return Optional.of(Broken.chain(
                    last + 1,
                    null,
                    "missing-seal",
                    "Seal " + (last + 1) + " is missing; the next is " + seal.seq() + "."));
        }
        return seal.previousHash().equals(lastHash)
                ? Optional.empty()
                : Optional.of(Broken.chain(
                        seal.seq(),
                        seal,
                        "changed-chain",
                        "Seal " + seal.seq() + " does not follow on seal " + last
                                + "; one of them is not the one that was made."));
    }

    private static Optional<Broken> itself(Seal seal) {
        if (!seal.hash().equals(seal.expectedHash())) {
            return Optional.of(Broken.chain(
                    seal.seq(),
                    seal,
                    "changed-seal",
                    "Seal " + seal.seq() + " is not the one that was made: its hash is another."));
        }
        String document = seal.document();
        return document == null || Canonical.hash(document).equals(seal.recordHash())
                ? Optional.empty()
                : Optional.of(Broken.chain(
                        seal.seq(),
                        seal,
                        "changed-record",
                        "The record that seal " + seal.seq() + " keeps of " + seal.caseNumber() + " was changed."));
    }

    /** For a single case: whether the link before is the one that it names. */
    private Optional<Broken> before(Seal seal) {
        String hash = seal.seq() == 1
                ? Seal.NOTHING_BEFORE
                : seals.find(seal.seq() - 1).map(Seal::hash).orElse("");
        return inOrder(seal, seal.seq() - 1, hash);
    }

    private Optional<Broken> now(Seal seal, Run run) {
        if (seals.hasLaterPart(seal)) {
            return Optional.empty();
        }
        if (seal.document() == null) {
            return Optional.of(Broken.chain(
                    seal.seq(),
                    seal,
                    "missing-record",
                    "The record of " + seal.caseNumber() + " is gone from its seal."));
        }
        Optional<Broken> differs = records.differs(seal);
        // looked at afterwards: what the house has just changed has its mark by now
        if (differs.isPresent() && due.marked(seal.caseNumber())) {
            run.waiting++;
            return Optional.empty();
        }
        run.compared++;
        return differs;
    }

    /** A chain that was made anew from some link on does not have the heads that were mailed. */
    private @Nullable Broken mailed(long after, long upTo, List<Seal> page) {
        for (HeadTable.Mailed mailed : heads.between(after, upTo)) {
            boolean same = page.stream()
                    .anyMatch(seal -> seal.seq() == mailed.head().seq()
                            && seal.hash().equals(mailed.head().hash()));
            if (!same) {
                return Broken.chain(
                        mailed.head().seq(),
                        null,
                        "other-head",
                        "The head that was mailed on " + mailed.day() + " is not in the chain: " + mailed.head() + ".");
            }
        }
        return null;
    }

    private @Nullable Broken otherHead(SealHead head) {
        return seals.find(head.seq())
                        .filter(seal -> seal.hash().equals(head.hash()))
                        .isPresent()
                ? null
                : Broken.chain(
                        head.seq(),
                        null,
                        "other-head",
                        "The chain does not have the head that was given: " + head
                                + ". Seals were cut off, or the chain was made anew.");
    }

    private @Nullable Broken end(Run run) {
        SealHead head = seals.head();
        SealHead found = new SealHead(run.last, String.valueOf(run.lastHash));
        // a seal may have been made since the last page was read
        if (head.seq() < found.seq()
                || (head.seq() == found.seq() && !head.hash().equals(found.hash()))
                || (head.seq() > found.seq() && seals.after(found.seq(), 1).isEmpty())) {
            return Broken.chain(
                    found.seq() + 1,
                    null,
                    "missing-seal",
                    "The chain ends with seal " + found.seq() + " and ought to end with " + head.seq() + ".");
        }
        Optional<HeadTable.Mailed> highest = heads.highest();
        if (highest.isPresent() && highest.get().head().seq() > found.seq()) {
            return otherHead(highest.get().head());
        }
        return due.withoutSeal(clock.instant().minus(properties.late()))
                .map(Broken::unsealed)
                .orElse(null);
    }
}
