package io.amends.clock;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Lets whatever hangs on the clocks of a case follow. */
@Component
class FollowChanges implements ClockChanges {

    private final ApplicationEventPublisher events;

    FollowChanges(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void changed(String caseNumber) {
        events.publishEvent(new ClocksChanged(caseNumber));
    }
}
