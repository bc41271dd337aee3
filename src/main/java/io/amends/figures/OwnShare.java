package io.amends.figures;

import io.amends.complaint.ComplaintFigures.Group;
import io.amends.complaint.ComplaintFigures.Handled;
import io.amends.customer.Assumption;
import io.amends.customer.Assumptions;
import io.amends.figures.Estimates.Worth;
import java.util.List;

/**
 * What the register says of complaints that were handled in one way, beside what the house assumes (L-13).
 *
 * @param handled those of all whose handling is known
 * @param again customers who bought again of those who could be watched
 * @param assumed share that buys again, as the table says
 * @param counts whether the own share takes the place of the assumed one
 */
record OwnShare(String name, Proportion handled, Proportion again, double assumed, boolean counts) {

    static List<OwnShare> of(Handled handled, Assumptions assumptions) {
        int all = handled.handled();
        return List.of(
                of("Solved fast", handled.fast(), all, assumptions.share(Assumption.BUY_AGAIN_SOLVED_FAST)),
                of("Solved", handled.solved(), all, assumptions.share(Assumption.BUY_AGAIN_SOLVED)),
                of("Not solved", handled.unsolved(), all, assumptions.share(Assumption.BUY_AGAIN_UNSOLVED)));
    }

    private static OwnShare of(String name, Group group, int all, double assumed) {
        return new OwnShare(
                name,
                new Proportion(group.cases(), all),
                new Proportion(group.back(), group.watched()),
                assumed,
                Worth.ownCounts(group));
    }
}
