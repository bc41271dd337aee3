package io.amends.figures;

import io.amends.customer.Assumption;
import io.amends.customer.Assumptions;
import java.util.Arrays;
import java.util.List;

/** A figure of the house that others on the page rest on, as its table says it. */
record Rest(String name, String value, String unit, String meaning) {

    static List<Rest> of(Assumptions assumptions, Numbers numbers, Assumption... which) {
        return Arrays.stream(which)
                .map(assumption -> {
                    Assumptions.Figure figure = assumptions.figures().get(assumption);
                    if (figure == null) {
                        throw new IllegalStateException("The house's figures say nothing about " + assumption.code());
                    }
                    return new Rest(
                            assumption.code().replace('-', ' '),
                            numbers.plain(figure.value()),
                            figure.unit(),
                            figure.meaning());
                })
                .toList();
    }
}
