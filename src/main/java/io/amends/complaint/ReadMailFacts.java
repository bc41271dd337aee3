package io.amends.complaint;

import io.amends.modeling.TaskFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a mail can be taken to say: no more than what the case waits for now, and from nobody but the customer (K-13, K-20). */
@Component
class ReadMailFacts implements TaskFacts {

    private final CustomerVoice voice;

    ReadMailFacts(CustomerVoice voice) {
        this.voice = voice;
    }

    @Override
    public Map<String, Object> of(String caseNumber, Map<String, Object> processVariables) {
        Object fromCustomer = processVariables.get(ReadMailProcess.FROM_CUSTOMER.name());
        return fromCustomer == null
                ? Map.of()
                : Map.of("mailSaysOptions", options(caseNumber, Boolean.TRUE.equals(fromCustomer)));
    }

    private List<Map<String, String>> options(String caseNumber, boolean fromCustomer) {
        List<Map<String, String>> options = new ArrayList<>();
        options.add(option(ReadMailProcess.NOTED, "Nothing that has to be passed on: I have read it"));
        if (fromCustomer && voice.awaits(caseNumber, CustomerVoice.Kind.DECISION)) {
            options.add(option(ReadMailProcess.ACCEPTED, "Yes to our proposal"));
            options.add(option(ReadMailProcess.DECLINED, "No to our proposal"));
        }
        if (fromCustomer && voice.awaits(caseNumber, CustomerVoice.Kind.WITHDRAWAL)) {
            options.add(option(ReadMailProcess.WITHDRAWN, "The complaint is withdrawn"));
        }
        options.add(
                option(ReadMailProcess.NEW_COMPLAINT, "A complaint of its own: something new, or the same once more"));
        return options;
    }

    private static Map<String, String> option(String value, String label) {
        return Map.of("value", value, "label", label);
    }
}
