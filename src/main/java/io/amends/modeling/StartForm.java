package io.amends.modeling;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;

/**
 * Takes what was typed into a process's start form, so that the Tasklist starts a case through the same service as every
 * other channel. Without one a submitted start form starts the process as the engine would.
 */
public interface StartForm {

    /** Key of the process whose start form is taken over. */
    String processKey();

    /**
     * What the form lists to choose from, by the name in its {@code valuesKey}, each a list of maps with {@code label} and
     * {@code value}. A start form has no variables that could hold it.
     */
    default Map<String, @Nullable Object> choices() {
        return Map.of();
    }

    /**
     * @param fields every field key of the form to its checked value, null where nothing was entered: text as String,
     *     numbers as Integer or (with decimals) Double, ticks as Boolean, choices as String, lists as List of String,
     *     dates and times as the text that the form sends
     * @return the started process, or the open one that the contact joined (K-3)
     */
    ProcessInstance submit(Map<String, @Nullable Object> fields);
}
