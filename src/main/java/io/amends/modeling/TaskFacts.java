package io.amends.modeling;

import java.util.Map;

/**
 * Facts that a task form shows beside the process variables. They are looked up when the form is opened and never stored
 * with the process, so who a customer is stays in the tables.
 */
public interface TaskFacts {

    /**
     * @param caseNumber business key of the task's process
     * @param processVariables what the task can see
     * @return form variable name to value: strings, numbers, booleans, or maps and lists of these (shown as JSON)
     */
    Map<String, Object> of(String caseNumber, Map<String, Object> processVariables);
}
