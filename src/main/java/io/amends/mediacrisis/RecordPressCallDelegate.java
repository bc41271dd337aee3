package io.amends.mediacrisis;

import io.amends.mediaregister.MediaRegister;
import java.time.Clock;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Adds the returned call to the contact log of the media register, where the journalist is known there, under the name of whoever
 * called (M-5, M-10).
 */
@Component
class RecordPressCallDelegate implements JavaDelegate {

    private final MediaEventTable events;
    private final PressCalls calls;
    private final MediaRegister register;
    private final Clock clock;

    RecordPressCallDelegate(MediaEventTable events, PressCalls calls, MediaRegister register, Clock clock) {
        this.events = events;
        this.calls = calls;
        this.register = register;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long id = MediaCrisisProcess.EVENT_ID.get(execution);
        String person = events.find(id).orElseThrow().personId();
        if (person != null) {
            Optional<PressCalls.PressCall> call = calls.find(id);
            register.spokenWith(
                    person,
                    execution.getProcessBusinessKey(),
                    "phone",
                    "We returned their call",
                    call.map(PressCalls.PressCall::reachedAt).orElse(clock.instant()),
                    call.map(PressCalls.PressCall::calledBy).orElse(null));
        }
    }
}
