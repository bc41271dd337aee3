package io.amends.modeling.guard;

import io.amends.modeling.ModelFinding;

/**
 * What is wrong, before it is known where.
 *
 * @param what is wrong
 * @param todo the way out
 */
record Fault(String what, String todo) {

    /** @param what such as {@code the element 'script'} */
    static Fault unknown(String what) {
        return new Fault("has " + what + ", which is not used in this house", "take it out");
    }

    ModelFinding at(Spot spot) {
        return new ModelFinding(spot.file(), spot.id(), spot.name(), what, todo);
    }
}
