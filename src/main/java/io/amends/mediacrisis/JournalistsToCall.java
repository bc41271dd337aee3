package io.amends.mediacrisis;

import io.amends.casefile.ClockSubjects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Names the journalist in the clock of each call, for several of them may wait at a time (M-5). */
@Component
class JournalistsToCall implements ClockSubjects {

    private final MediaEventTable events;

    JournalistsToCall(MediaEventTable events) {
        this.events = events;
    }

    @Override
    public Optional<String> subject(String caseNumber, String rule, long number) {
        return rule.equals(MediaCrisisProcess.RETURN_CALL)
                ? events.find(number).map(event -> event.journalist() == null ? event.outletName() : event.journalist())
                : Optional.empty();
    }
}
