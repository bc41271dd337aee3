package io.amends.mediacrisis;

import io.amends.mediaregister.MediaRegister;
import io.amends.modeling.FormRefusal;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Takes in what was published, each report once (M-12). */
@Component
class CoverageDesk {

    private final CoverageTable table;
    private final MediaRegister register;
    private final Clock clock;

    CoverageDesk(CoverageTable table, MediaRegister register, Clock clock) {
        this.table = table;
        this.register = register;
        this.clock = clock;
    }

    /** @param known whether it had been told before */
    record Taken(Coverage coverage, boolean known) {}

    /**
     * @param by user id of whoever told of it
     * @throws FormRefusal naming every field that does not fit, also when the source told the same of another case
     */
    Taken take(String caseNumber, CoverageDraft draft, @Nullable String by) {
        Coverage told = draft.checked(caseNumber, UUID.randomUUID().toString(), register, by, clock.instant());
        Optional<Taken> before = known(told);
        if (before.isPresent()) {
            return before.get();
        }
        try {
            table.add(told, clock.instant());
            return new Taken(told, false);
        } catch (DuplicateKeyException atTheSameMoment) {
            return known(told).orElseThrow(() -> atTheSameMoment);
        }
    }

    private Optional<Taken> known(Coverage told) {
        Optional<Coverage> found = table.find(told.source(), told.externalId());
        found.filter(it -> !it.caseNumber().equals(told.caseNumber())).ifPresent(other -> {
            throw new FormRefusal("externalId", "was recorded on " + other.caseNumber() + " already");
        });
        return found.map(it -> new Taken(it, true));
    }
}
