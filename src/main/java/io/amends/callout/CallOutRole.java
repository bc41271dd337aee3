package io.amends.callout;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The roles that somebody has to take when the house answers the media (M-3), in the order in which they are called. */
enum CallOutRole {
    CRISIS_LEAD("crisis-lead", "Crisis lead", "communications", 2),
    COMMUNICATIONS("communications", "Communications", "communications", 2),
    LEGAL("legal", "Legal", "legal", 2),
    SERVICE_MANAGER("service-manager", "Service manager", "service-managers", 2),
    DIRECTOR("director", "Director", "directors", 3);

    private final String code;
    private final String title;
    private final String group;
    private final int from;

    CallOutRole(String code, String title, String group, int from) {
        this.code = code;
        this.title = title;
        this.group = group;
        this.from = from;
    }

    String code() {
        return code;
    }

    String title() {
        return title;
    }

    /** Whose members are called while nobody stands on the role's line. */
    String group() {
        return group;
    }

    static Optional<CallOutRole> of(String code) {
        return Arrays.stream(values()).filter(role -> role.code.equals(code)).findFirst();
    }

    /** @param level 1 watch, 2 respond, 3 crisis */
    static List<CallOutRole> at(int level) {
        return Arrays.stream(values()).filter(role -> role.from <= level).toList();
    }
}
