package io.amends.casefile;

import io.amends.modeling.FormRefusal;
import io.amends.promise.Keeper;
import io.amends.promise.NewPromise;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The small form on the page of a case in which something is promised.
 *
 * @param errors by field what was wrong with it, in whole sentences
 * @param today the first day that can be chosen
 */
record PromiseForm(NewPromise typed, Map<String, String> errors, String today) {

    static PromiseForm empty(String today) {
        return new PromiseForm(new NewPromise("", "", "", true), Map.of(), today);
    }

    PromiseForm refused(NewPromise sent, FormRefusal refusal) {
        Map<String, String> sentences = new LinkedHashMap<>();
        refusal.findings()
                .forEach(finding ->
                        sentences.put(finding.field(), "%s %s.".formatted(finding.label(), finding.reason())));
        return new PromiseForm(sent, sentences, today);
    }

    public List<Keeper> keepers() {
        return Keeper.all();
    }

    public int longest() {
        return NewPromise.LONGEST;
    }

    /** Where a keyboard should land first. */
    public String firstBad() {
        return errors.keySet().stream().findFirst().orElse("");
    }
}
