package io.amends.mediacrisis;

import io.amends.casefile.CaseDetails.Action;
import io.amends.casefile.CaseDetails.Said;
import io.amends.modeling.FormRefusal;
import java.util.List;
import java.util.Optional;

/** What can be reported from the case page of a crisis; {@link MediaCrisisCaseDetails} joins them. */
interface CrisisActions {

    List<Action> of(MediaCrisis crisis);

    /** Whether an action of that name is one of these. */
    boolean knows(String action);

    /** @return an error to show, or empty when done */
    Optional<String> act(MediaCrisis crisis, String action, String option, String text, String userId);

    /** What whoever has just reported it has to know besides; mostly nothing. */
    default Optional<String> afterwards(String action, Said said) {
        return Optional.empty();
    }

    /** Whether nothing that happens in the media is reported on this crisis any more. */
    static boolean isOver(MediaCrisis crisis) {
        return crisis.closedAt() != null || crisis.reviewState() != null;
    }

    /** A refusal as the page tells it. */
    static Optional<String> told(FormRefusal refusal) {
        return Optional.of("The " + refusal.field() + " " + refusal.reason() + ".");
    }

    /** The same with all that was said; whoever asks for fields reads them here. */
    default Optional<String> act(MediaCrisis crisis, String action, Said said, String userId) {
        return act(crisis, action, said.option(), said.text(), userId);
    }
}
