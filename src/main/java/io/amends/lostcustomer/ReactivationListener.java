package io.amends.lostcustomer;

import io.amends.modeling.FormRefusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The welcome says that everything is set up again, so it leaves when everything is (K-8, L-10). */
@Component
class ReactivationListener implements TaskListener {

    private static final String FIELD = "reactivated";

    /** Values of the form {@code reactivate-customer}. */
    private static final Map<String, String> ALL = all();

    @Override
    public void notify(DelegateTask task) {
        String done = String.valueOf(task.getVariable(FIELD));
        String missing = ALL.entrySet().stream()
                .filter(one -> !done.matches(".*\\b" + one.getKey() + "\\b.*"))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new FormRefusal(
                    FIELD, "is not complete: " + missing + ". The welcome says that everything is set up again");
        }
    }

    private static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("account", "account and sign-in");
        all.put("prices", "prices, discount or upgrade");
        all.put("contract", "contract, warranty or loan");
        all.put("contact-data", "address, phone and how they want to be reached");
        all.put("colleagues", "colleagues who deal with them");
        return all;
    }
}
