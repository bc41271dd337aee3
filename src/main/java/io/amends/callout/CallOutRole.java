package io.amends.callout;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The roles that somebody has to take when the house answers the media (M-3), in the order in which they are called. */
enum CallOutRole {
    CRISIS_LEAD("crisis-lead", "Crisis lead", 2, "communications,service-managers,directors,team-leads"),
    COMMUNICATIONS("communications", "Communications", 2, "communications,spokespersons"),
    LEGAL("legal", "Legal", 2, "legal,directors"),
    SERVICE_MANAGER("service-manager", "Service manager", 2, "service-managers,team-leads"),
    DIRECTOR("director", "Director", 3, "directors,service-managers");

    private final String code;
    private final String title;
    private final int from;
    /** Parted by commas, for no group has one. */
    private final String groups;

    CallOutRole(String code, String title, int from, String groups) {
        this.code = code;
        this.title = title;
        this.from = from;
        this.groups = groups;
    }

    String code() {
        return code;
    }

    String title() {
        return title;
    }

    /** Whose members are called while nobody stands on the role's line. */
    String group() {
        return groups().get(0);
    }

    /** Whose members may stand on the role's line. */
    List<String> groups() {
        return List.of(groups.split(","));
    }

    static Optional<CallOutRole> of(String code) {
        return Arrays.stream(values()).filter(role -> role.code.equals(code)).findFirst();
    }

    /** Whether whoever takes the role approves what the house says; nobody approves for two of them (M-9). */
    boolean approves() {
        return this == CRISIS_LEAD || this == LEGAL || this == DIRECTOR;
    }

    /** @param level 1 watch, 2 respond, 3 crisis */
    static List<CallOutRole> at(int level) {
        return Arrays.stream(values()).filter(role -> role.from <= level).toList();
    }
}
