package io.amends.complaint;

import io.amends.casefile.CustomerDecision;
import io.amends.modeling.TaskFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What a mail can be taken to say: no more than what the case waits for now, and from nobody but the customer (K-13, K-20). */
@Component
class ReadMailFacts implements TaskFacts {

    private final CustomerVoice voice;
    private final ObjectProvider<CustomerDecision> decisions;

    ReadMailFacts(CustomerVoice voice, ObjectProvider<CustomerDecision> decisions) {
        this.voice = voice;
        this.decisions = decisions;
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
        if (fromCustomer && decisions.stream().anyMatch(decision -> decision.awaits(caseNumber))) {
            options.add(option(ReadMailProcess.ACCEPTED, "Yes to what we proposed"));
            options.add(option(ReadMailProcess.DECLINED, "No to what we proposed"));
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
