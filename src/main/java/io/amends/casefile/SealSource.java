package io.amends.casefile;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Each part in which the case was sealed. */
@Component
@Order(65)
class SealSource implements TimelineSource {

    private final ObjectProvider<CaseSeals> seals;

    SealSource(ObjectProvider<CaseSeals> seals) {
        this.seals = seals;
    }

    @Override
    public List<TimelineEntry> entries(CaseRun run) {
        return seals.stream()
                .flatMap(one -> one.of(run.file().number()).parts().stream())
                .map(SealSource::entry)
                .toList();
    }

    private static TimelineEntry entry(CaseSeals.Part seal) {
        String part = seal.part() == 1 ? "" : ", part " + seal.part() + " of the case";
        return TimelineEntry.of(seal.sealedAt(), null, TimelineEntry.Kind.STEP, "Sealed as No. " + seal.seq() + part)
                .with(List.of(
                        new TimelineEntry.Detail("Because of", seal.because()),
                        new TimelineEntry.Detail("Hash", seal.hash()),
                        new TimelineEntry.Detail("Hash of the record", seal.recordHash()),
                        new TimelineEntry.Detail("Hash of the seal before", seal.previousHash())));
    }
}
