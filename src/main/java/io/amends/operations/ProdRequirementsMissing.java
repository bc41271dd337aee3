package io.amends.operations;

import java.util.List;

/** The environment does not have what production needs. */
final class ProdRequirementsMissing extends RuntimeException {

    private final transient List<String> problems;

    ProdRequirementsMissing(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    List<String> problems() {
        return problems;
    }
}
