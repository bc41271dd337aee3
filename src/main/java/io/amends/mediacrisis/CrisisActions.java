package io.amends.mediacrisis;

import io.amends.casefile.CaseDetails.Action;
import io.amends.casefile.CaseDetails.Said;
import java.util.List;
import java.util.Optional;

/** What can be reported from the case page of a crisis; {@link MediaCrisisCaseDetails} joins them. */
interface CrisisActions {

    List<Action> of(MediaCrisis crisis);

    /** Whether an action of that name is one of these. */
    boolean knows(String action);

    /** @return an error to show, or empty when done */
    Optional<String> act(MediaCrisis crisis, String action, String option, String text, String userId);

    /** The same with all that was said; whoever asks for fields reads them here. */
    default Optional<String> act(MediaCrisis crisis, String action, Said said, String userId) {
        return act(crisis, action, said.option(), said.text(), userId);
    }
}
