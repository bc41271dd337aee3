package io.amends.casefile;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table that says something about cases. All names are in lower case.
 *
 * @param key columns of the primary key
 * @param rows SQL condition by which its rows belong to a case, with the parameters {@code :case} (the case number) and
 *     {@code :processes} (ids of the process instances that bear it as business key)
 * @param plain columns that are sealed as they are and kept when a person is erased
 * @param personal columns that are sealed as a commitment and erased
 * @param changing columns that change after the case is closed and prove nothing
 * @param notSealed why the table is left out of the seals; none where it is sealed
 */
public record CaseTable(
        String name,
        List<String> key,
        String rows,
        List<String> plain,
        Map<String, PersonalColumn> personal,
        Set<String> changing,
        @Nullable String notSealed) {

    public boolean sealed() {
        return notSealed == null;
    }

    /** Whether erasing a person deletes the rows of a case. */
    public boolean erasedByRow() {
        return personal.values().stream().anyMatch(column -> column.erasing() == PersonalColumn.Erasing.ROW);
    }
}
