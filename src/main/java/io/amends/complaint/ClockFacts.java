package io.amends.complaint;

import io.amends.clock.CaseClock;
import io.amends.clock.CaseClocks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What letters to the customer say of the clocks of a complaint. One that stands promises no moment (C-2). */
@Component
class ClockFacts {

    private final CaseClocks clocks;

    ClockFacts(CaseClocks clocks) {
        this.clocks = clocks;
    }

    /** When the customer hears from a person: the first contact, or the solution once that was made (K-8). */
    Optional<Instant> nextStep(String caseNumber) {
        List<CaseClock> running = clocks.of(caseNumber).stream()
                .filter(one -> one.running() && one.pausedSince() == null)
                .toList();
        return Stream.of(ComplaintProcess.FIRST_CONTACT, ComplaintProcess.RESOLVE)
                .flatMap(name -> running.stream().filter(one -> one.name().equals(name)))
                .findFirst()
                .map(CaseClock::due);
    }
}
