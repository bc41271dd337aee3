package io.amends.mediacrisis;

import io.amends.mediaregister.MediaRegister;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts the talk into the contact log of each person who was spoken to, under the name of whoever spoke (M-10); in an exercise nobody was. */
@Component
class RecordWhatWasSaidDelegate implements JavaDelegate {

    private final Speaking speaking;
    private final WaysToSpeak ways;
    private final MediaRegister register;
    private final MediaCrisisTable crises;

    RecordWhatWasSaidDelegate(Speaking speaking, WaysToSpeak ways, MediaRegister register, MediaCrisisTable crises) {
        this.speaking = speaking;
        this.ways = ways;
        this.register = register;
        this.crises = crises;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        int version = MediaCrisisProcess.MESSAGE_VERSION.get(execution);
        int index = SpeakProcess.WAY_INDEX.get(execution);
        if (crises.find(caseNumber).orElseThrow().exercise()) {
            return;
        }
        Speaking.Said said = speaking.find(caseNumber, version, index).orElseThrow();
        for (String person : ways.way(caseNumber, version, index).recipients()) {
            register.spokenWith(person, caseNumber, said.way().how(), said.way().label(), said.at(), said.by());
        }
    }
}
