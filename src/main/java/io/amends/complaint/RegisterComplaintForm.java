package io.amends.complaint;

import io.amends.modeling.StartForm;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** The Tasklist's form <em>Register a complaint</em>. */
@Component
class RegisterComplaintForm implements StartForm {

    private final ComplaintIntake intake;
    private final ComplaintStart process;
    private final Clock clock;

    RegisterComplaintForm(ComplaintIntake intake, ComplaintStart process, Clock clock) {
        this.intake = intake;
        this.process = process;
        this.clock = clock;
    }

    @Override
    public String processKey() {
        return ComplaintProcess.KEY;
    }

    @Override
    public ProcessInstance submit(Map<String, Object> fields) {
        var texts = new HashMap<String, String>();
        fields.forEach((field, value) -> {
            if (value != null) {
                texts.put(field, value.toString());
            }
        });
        var taken = intake.take(new ComplaintDraft(texts, "tasklist", "form", clock).complaint());
        return process.running(taken.processInstanceId());
    }
}
