package io.amends.imports;

import java.util.List;
import java.util.Set;

/**
 * What rows of a file become.
 *
 * @param <T> one row, read and checked
 */
public interface ImportTarget<T> {

    /** The last part of the address, such as {@code complaints}; mappings name it. */
    String name();

    /** All fields that a row can have. */
    Set<String> fields();

    /** Fields whose columns a file without a mapping must have. */
    Set<String> required();

    /** How many rows are taken in one transaction; when they fail together, each is tried alone. */
    default int together() {
        return 1;
    }

    /** @throws io.amends.modeling.FormRefusal naming all fields that do not fit */
    T read(String source, Row row);

    /** Takes rows in one transaction. */
    List<Outcome> take(String source, List<T> rows);

    /** After the last row of a file. */
    default void finish() {}

    /** What became of a row. */
    enum Outcome {
        /** Something new came of it. */
        TAKEN,
        /** It had been taken before and changed nothing. */
        KNOWN,
        /** It was added to something open. */
        JOINED
    }
}
