package io.amends.modeling.guard;

import io.amends.modeling.ModelFinding;

/**
 * What is wrong, before it is known where.
 *
 * @param what is wrong
 * @param todo the way out
 */
record Fault(String what, String todo) {

    ModelFinding at(Spot spot) {
        return new ModelFinding(spot.file(), spot.id(), spot.name(), what, todo);
    }
}
