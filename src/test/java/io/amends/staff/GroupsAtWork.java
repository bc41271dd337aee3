package io.amends.staff;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The groups whose members have tasks, for tests and programs outside of this package. */
public final class GroupsAtWork {

    private static final Set<Role> WITHOUT_TASKS = EnumSet.of(Role.PROCESS_OWNERS, Role.AUDITORS, Role.CAMUNDA_ADMIN);

    private GroupsAtWork() {}

    /** Title by the id of the group, in the order of the house. */
    public static Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        Arrays.stream(Role.values())
                .filter(role -> !WITHOUT_TASKS.contains(role))
                .forEach(role -> titles.put(role.group(), role.title()));
        return titles;
    }
}
