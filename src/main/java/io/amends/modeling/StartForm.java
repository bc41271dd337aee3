package io.amends.modeling;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/**
 * Takes what was typed into a process's start form, so that the Tasklist starts a case through the same service as every
 * other channel. Without one a submitted start form starts the process as the engine would.
 */
public interface StartForm {

    /** Key of the process whose start form is taken over. */
    String processKey();

    /**
     * @param fields field key to value, already checked against the form
     * @return the started process, or the open one that the contact joined (K-3)
     */
    ProcessInstance submit(Map<String, Object> fields);
}
