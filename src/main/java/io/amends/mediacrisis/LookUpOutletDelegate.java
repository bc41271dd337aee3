package io.amends.mediacrisis;

import io.amends.mediaregister.MediaPerson;
import io.amends.mediaregister.MediaRegister;
import io.amends.mediaregister.Outlet;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Finds the outlet and the journalist of an event in the media register, also when they got there a moment ago (M-1). */
@Component
class LookUpOutletDelegate implements JavaDelegate {

    private final MediaEventTable events;
    private final MediaRegister register;

    LookUpOutletDelegate(MediaEventTable events, MediaRegister register) {
        this.events = events;
        this.register = register;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long id = MediaCrisisProcess.EVENT_ID.get(execution);
        MediaEvent event = events.find(id).orElseThrow();
        if (event.outletId() != null && (event.personId() != null || event.journalist() == null)) {
            return;
        }
        Optional<String> outlet = Optional.ofNullable(event.outletId()).or(() -> Optional.ofNullable(event.outletName())
                .flatMap(register::outlet)
                .map(Outlet::id));
        Optional<MediaPerson> person =
                Optional.ofNullable(event.journalist()).flatMap(name -> register.person(outlet.orElse(""), name));
        events.found(
                id,
                outlet.or(() -> person.map(MediaPerson::outletId)).orElse(null),
                person.map(MediaPerson::id).orElse(null));
    }
}
