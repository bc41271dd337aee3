package io.amends.modeling;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.jspecify.annotations.Nullable;

/** Who may take, give and finish a task. The engine asks for less: with the right to work on tasks it lets anybody finish any. */
final class WorkRules {

    /** Whoever stands higher may do the work of those below; other departments stand beside it. */
    private static final List<String> LADDER = List.of("service-agents", "team-leads", "service-managers", "directors");

    private static final Set<String> LEADERS = Set.of("team-leads", "service-managers", "directors");

    private WorkRules() {}

    static void mayFinish(Caller caller, TaskSheet task) {
        if (caller.administrator() || caller.userId().equals(task.assignee())) {
            return;
        }
        if (task.assignee() != null) {
            throw refused(caller, "the task is with " + task.assignee());
        }
        if (!candidate(caller.userId(), caller.groups(), task)) {
            throw refused(caller, "the task is for another group");
        }
    }

    /** @param userId whom it is claimed for, or null to give it back */
    static void mayClaim(Caller caller, TaskSheet task, @Nullable String userId) {
        if (userId == null || caller.administrator()) {
            mayAssign(caller, task, userId, Set.of());
            return;
        }
        if (!userId.equals(caller.userId())) {
            throw refused(caller, "a task is claimed for oneself");
        }
        if (userId.equals(task.assignee())) {
            return;
        }
        if (task.assignee() != null) {
            throw refused(caller, "the task is with " + task.assignee());
        }
        if (!eligible(userId, caller.groups(), task)) {
            throw refused(caller, "the task is for another group");
        }
    }

    /**
     * @param userId who gets it, or null for nobody
     * @param groups of that person
     */
    static void mayAssign(Caller caller, TaskSheet task, @Nullable String userId, Set<String> groups) {
        if (caller.administrator()) {
            return;
        }
        boolean own = caller.userId().equals(task.assignee());
        if (userId == null) {
            if (!own && !leads(caller)) {
                throw refused(caller, "only a team lead gives back a colleague's task");
            }
            return;
        }
        if (!leads(caller)) {
            mayClaim(caller, task, userId);
        } else if (!userId.equals(task.assignee()) && !eligible(userId, groups, task)) {
            throw refused(caller, "the task is not for " + userId);
        }
    }

    static void mayDelegate(Caller caller, TaskSheet task, @Nullable String userId, Set<String> groups) {
        if (!caller.administrator() && !leads(caller)) {
            throw refused(caller, "only a team lead hands a task to somebody else");
        }
        mayAssign(caller, task, userId, groups);
    }

    /** For what would go round a form or a group. */
    static void onlyAdministrators(@Nullable Caller caller, String what) {
        if (caller != null && !caller.administrator()) {
            throw refused(caller, what);
        }
    }

    private static boolean leads(Caller caller) {
        return !Collections.disjoint(caller.groups(), LEADERS);
    }

    private static boolean candidate(String userId, Set<String> groups, TaskSheet task) {
        return task.candidateUsers().contains(userId) || !Collections.disjoint(task.candidateGroups(), groups);
    }

    private static boolean eligible(String userId, Set<String> groups, TaskSheet task) {
        return task.open() || candidate(userId, groups, task) || above(groups, task);
    }

    private static boolean above(Set<String> groups, TaskSheet task) {
        return !task.candidateGroups().isEmpty()
                && LADDER.containsAll(task.candidateGroups())
                && highest(groups) > highest(task.candidateGroups());
    }

    private static int highest(Set<String> groups) {
        return groups.stream().mapToInt(LADDER::indexOf).max().orElse(-1);
    }

    static AuthorizationException refused(Caller caller, String reason) {
        return new AuthorizationException(
                "The user with id '" + caller.userId() + "' may not do this: " + reason + ".");
    }
}
