package io.amends.modeling;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A task as the checks see it.
 *
 * @param owner whom a delegated task goes back to
 * @param form what it asks, or null when it has no Camunda Form
 */
record TaskSheet(
        String id,
        @Nullable String assignee,
        @Nullable String owner,
        @Nullable Object delegation,
        Set<String> candidateUsers,
        Set<String> candidateGroups,
        @Nullable FormSchema form) {

    boolean open() {
        return candidateUsers.isEmpty() && candidateGroups.isEmpty();
    }
}
