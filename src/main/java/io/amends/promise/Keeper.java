package io.amends.promise;

import java.util.List;
import java.util.Optional;

/**
 * Who can be given a promise to keep; the forms of the steps offer the same.
 *
 * @param group id of the group that gets the task
 * @param label what people call it
 */
public record Keeper(String group, String label) {

    private static final List<Keeper> ALL = List.of(
            new Keeper("service-agents", "Service desk"),
            new Keeper("team-leads", "Team leads"),
            new Keeper("service-managers", "Service managers"),
            new Keeper("directors", "Directors"),
            new Keeper("legal", "Legal"),
            new Keeper("communications", "Communications"),
            new Keeper("retention", "Customer retention"));

    public static List<Keeper> all() {
        return ALL;
    }

    /** Empty for a group that keeps no promises. */
    public static Optional<Keeper> of(String group) {
        return ALL.stream().filter(keeper -> keeper.group().equals(group)).findFirst();
    }
}
