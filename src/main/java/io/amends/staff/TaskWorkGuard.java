package io.amends.staff;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;

/**
 * A grant per process definition lets a group work every task of it; this narrows it to the tasks given to the group or the
 * person, so that an agent cannot complete the manager's task through REST.
 */
class TaskWorkGuard extends AuthorizationCommandChecker {

    @Override
    public void checkTaskWork(TaskEntity task) {
        super.checkTaskWork(task);
        CommandContext command = Context.getCommandContext();
        Authentication who = command.getAuthentication();
        // as the engine decides for its own checks: nobody acts, or our own code vouches
        if (who != null && who.getUserId() != null && command.isAuthorizationCheckEnabled() && !mayWork(who, task)) {
            throw new AuthorizationException(
                    "This task is given to somebody else: it can be worked on by its assignee, or by its group while nobody has claimed it.");
        }
    }

    private static boolean mayWork(Authentication who, TaskEntity task) {
        List<String> groups = Objects.requireNonNullElse(who.getGroupIds(), List.of());
        if (groups.contains(Groups.CAMUNDA_ADMIN)) {
            return true;
        }
        if (task.getAssignee() != null) {
            return task.getAssignee().equals(who.getUserId());
        }
        return task.getCandidates().stream().anyMatch(link -> isGivenTo(link, who.getUserId(), groups));
    }

    private static boolean isGivenTo(IdentityLink link, String userId, List<String> groups) {
        return userId.equals(link.getUserId()) || (link.getGroupId() != null && groups.contains(link.getGroupId()));
    }
}
