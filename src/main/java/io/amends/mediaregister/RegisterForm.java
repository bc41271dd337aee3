package io.amends.mediaregister;

import io.amends.modeling.FormRefusal;
import io.amends.modeling.FormRefusal.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the fields of a page, and what is wrong with it.
 *
 * @param errors field to the rest of the sentence that its label begins
 */
record RegisterForm(Map<String, String> values, Map<String, String> errors) {

    static RegisterForm of(Map<String, @Nullable String> values) {
        Map<String, String> known = new LinkedHashMap<>();
        values.forEach((field, value) -> known.put(field, value == null ? "" : value));
        return new RegisterForm(known, Map.of());
    }

    static RegisterForm refused(Map<String, String> typed, FormRefusal refusal) {
        Map<String, String> errors = new LinkedHashMap<>();
        refusal.findings().forEach((Finding finding) -> errors.putIfAbsent(finding.field(), finding.reason()));
        return new RegisterForm(typed, errors);
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public @Nullable String wrong(String field) {
        return errors.get(field);
    }

    /** Where the cursor goes. */
    public boolean firstWrong(String field) {
        return List.copyOf(errors.keySet()).indexOf(field) == 0;
    }
}
