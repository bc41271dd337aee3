package io.amends.seal;

import io.amends.seal.DueTable.Due;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the links of the chain. The record is read first and the chain held last, so that many nodes hardly wait for each other. */
@Component
class SealMaker implements Seals {

    private static final Pattern NOT_ONE_LINE = Pattern.compile("[\\p{Cntrl}\\s]+");
    private static final int LONGEST_REASON = 100;

    private final SealTable seals;
    private final DueTable due;
    private final CaseDocument document;
    private final Clock clock;

    SealMaker(SealTable seals, DueTable due, CaseDocument document, Clock clock) {
        this.seals = seals;
        this.due = due;
        this.document = document;
        this.clock = clock;
    }

    /** Seals the case unless another was faster, it is not at rest any more, or nothing differs from its last part. */
    @Transactional
    public boolean seal(String caseNumber) {
        Optional<Due> ripe = due.ripe(caseNumber);
        if (ripe.isEmpty() || !due.take(ripe.get())) {
            return false;
        }
        String record = document.write(caseNumber, new Commitment(seals.keyFor(caseNumber)));
        Optional<Seal> last = seals.latest(caseNumber);
        if (last.filter(seal -> seal.recordHash().equals(Canonical.hash(record)))
                .isPresent()) {
            return false;
        }
        append(caseNumber, last, ripe.get().why(), record);
        return true;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<CaseSeal> of(String caseNumber) {
        return seals.latest(caseNumber)
                .map(seal -> new CaseSeal(
                        seal.seq(), seal.part(), seal.sealedAt(), seal.why(), seal.hash(), due.marked(caseNumber)));
    }

    @Override
    @Transactional
    public void changed(String caseNumber, String why) {
        due.mark(caseNumber, oneLine(why), clock.instant());
    }

    @Override
    @Transactional
    public void erased(String caseNumber, String erasure) {
        Optional<Seal> last = seals.latest(caseNumber);
        seals.dropKey(caseNumber);
        if (last.isPresent()) {
            append(
                    caseNumber,
                    last,
                    oneLine("erased " + erasure),
                    document.write(caseNumber, new Commitment(seals.keyFor(caseNumber))));
        }
    }

    @Override
    @Transactional
    public void deleted(String caseNumber, String why) {
        due.forget(caseNumber);
        seals.dropKey(caseNumber);
        Optional<Seal> last = seals.latest(caseNumber);
        if (last.isPresent()) {
            seals.dropDocuments(caseNumber);
            append(caseNumber, last, oneLine("deleted " + why), CaseDocument.ofDeleted(caseNumber, oneLine(why)));
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> lines(String caseNumber) {
        return seals.of(caseNumber).stream().map(Seal::line).toList();
    }

    private void append(String caseNumber, Optional<Seal> last, String why, String record) {
        SealHead head = seals.hold();
        long seq = head.seq() + 1;
        int part = last.map(seal -> seal.part() + 1).orElse(1);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String recordHash = Canonical.hash(record);
        seals.add(new Seal(
                seq,
                caseNumber,
                part,
                now,
                why,
                record,
                recordHash,
                head.hash(),
                Seal.hash(seq, caseNumber, part, now, why, recordHash, head.hash())));
    }

    private static String oneLine(String text) {
        String line = NOT_ONE_LINE.matcher(text).replaceAll(" ").strip();
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON);
    }
}
