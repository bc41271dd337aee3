package io.amends.casefile;

import io.amends.modeling.FormRefusal;
import io.amends.promise.Keeper;
import io.amends.promise.NewPromise;
import io.amends.promise.PromisedTo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The small form on the page of a case in which something is promised.
 *
 * @param customer whether the case is about a customer, else a promise is made to a journalist
 * @param errors by field what was wrong with it, in whole sentences
 * @param today the first day that can be chosen
 */
record PromiseForm(NewPromise typed, boolean customer, Map<String, String> errors, String today) {

    static PromiseForm empty(boolean customer, String today) {
        return new PromiseForm(new NewPromise("", "", "", outside(customer)), customer, Map.of(), today);
    }

    PromiseForm refused(NewPromise sent, FormRefusal refusal) {
        Map<String, String> sentences = new LinkedHashMap<>();
        refusal.findings()
                .forEach(finding ->
                        sentences.put(finding.field(), "%s %s.".formatted(finding.label(), finding.reason())));
        return new PromiseForm(sent, customer, sentences, today);
    }

    /** Who outside of the house waits for what is promised on a case of this kind. */
    static PromisedTo outside(boolean customer) {
        return customer ? PromisedTo.CUSTOMER : PromisedTo.MEDIA;
    }

    public boolean toOutside() {
        return typed.to() != PromisedTo.HOUSE;
    }

    public String outsideLabel() {
        return customer
                ? "Promised to the customer, who sees it on their page"
                : "Promised to a journalist; whoever keeps it tells them";
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
