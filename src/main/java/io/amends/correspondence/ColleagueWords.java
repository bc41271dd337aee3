package io.amends.correspondence;

import java.util.Map;

/** What a module adds to the letters among colleagues about steps of its own (T-4). */
public interface ColleagueWords {

    /**
     * @param seen what the send task can see
     * @return nothing for a letter that the module knows nothing about
     */
    Map<String, Object> about(String caseNumber, LetterVariables seen, Wording wording);
}
