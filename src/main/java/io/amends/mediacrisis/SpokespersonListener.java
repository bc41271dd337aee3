package io.amends.mediacrisis;

import io.amends.mediaregister.MediaRegister;
import io.amends.mediaregister.Spokesperson;
import io.amends.modeling.FormRefusal;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** One voice (M-6): of the register, with nothing missing, and not party to the matter. */
@Component
class SpokespersonListener implements TaskListener {

    private final MediaRegister register;
    private final MatterParties parties;
    private final MediaCrisisTable crises;

    SpokespersonListener(MediaRegister register, MatterParties parties, MediaCrisisTable crises) {
        this.register = register;
        this.parties = parties;
        this.crises = crises;
    }

    @Override
    public void notify(DelegateTask task) {
        String caseNumber = task.getExecution().getProcessBusinessKey();
        String chosen = MediaCrisisProcess.SPOKESPERSON.get(task);
        Spokesperson spokesperson = register.spokesperson(chosen)
                .orElseThrow(() -> refusal("'" + chosen + "' is not in the register of spokespersons"));
        if (!spokesperson.missing().isEmpty()) {
            throw refusal(spokesperson.name() + " may not speak for the house today: "
                    + String.join(", ", spokesperson.missing()));
        }
        String party = parties.of(crises.find(caseNumber).orElseThrow()).get(chosen);
        if (party != null) {
            throw refusal(spokesperson.name() + " " + party);
        }
        crises.spokesperson(caseNumber, chosen);
    }

    private static FormRefusal refusal(String reason) {
        return new FormRefusal(MediaCrisisProcess.SPOKESPERSON.name(), reason);
    }
}
