package io.amends.modeling;

import java.util.List;

/** What must be right about models before they are deployed, whoever deploys them: the start, the Modeler, the REST API. */
public interface ModelCheck {

    /** @return everything that is wrong, in the words of the house; empty when nothing is */
    List<ModelFinding> check(ModelSet models);
}
