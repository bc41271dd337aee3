package io.amends.mediacrisis;

import java.util.Map;

/** Facts that some of a crisis's forms open with; {@link MediaCrisisFormFacts} joins them. */
interface CrisisFormPart {

    /**
     * @param variables what the task can see
     * @return form variables, never with a null in them
     */
    Map<String, Object> of(MediaCrisis crisis, Map<String, Object> variables);
}
