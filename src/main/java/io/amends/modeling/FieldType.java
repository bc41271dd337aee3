package io.amends.modeling;

import org.jspecify.annotations.Nullable;

/** What kind of answer a field takes. */
interface FieldType {

    /**
     * @param value what was sent, never null or empty
     * @return the value as the process keeps it, always of one and the same type
     */
    Object read(Object value, FormContext context) throws BadValue;

    /** The value of a shown field that was left empty. */
    default @Nullable Object whenEmpty() {
        return null;
    }

    /** Whether an unanswered field keeps its place as a list. */
    default boolean many() {
        return false;
    }
}
