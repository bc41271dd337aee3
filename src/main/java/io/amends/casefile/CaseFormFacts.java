package io.amends.casefile;

import java.util.Map;

/** Facts for task forms that only one kind of case knows; each process's module has one. */
public interface CaseFormFacts {

    /** Key of the case's main process. */
    String processKey();

    /**
     * @param variables what the task can see
     * @return form variables that join those of every case; never with a null in them, which a form would stumble over
     */
    Map<String, Object> of(String caseNumber, Map<String, Object> variables);
}
