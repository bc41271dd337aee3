package io.amends.modeling;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.jspecify.annotations.Nullable;

/**
 * Somebody signed in who calls the engine from outside.
 *
 * @param groups ids of the groups they belong to
 */
record Caller(String userId, Set<String> groups) {

    static final String ADMINISTRATORS = "camunda-admin";

    boolean administrator() {
        return groups.contains(ADMINISTRATORS);
    }

    /** Null when nobody is signed in, or when the engine itself is at work: both are the house's own code. */
    static @Nullable Caller current(IdentityService identities, CommandExecutor executor) {
        Authentication authentication =
                Context.getCommandContext() == null ? identities.getCurrentAuthentication() : null;
        if (authentication == null || authentication.getUserId() == null) {
            return null;
        }
        List<String> groups = authentication.getGroupIds();
        return new Caller(
                authentication.getUserId(),
                groups == null ? groupsOf(authentication.getUserId(), identities, executor) : Set.copyOf(groups));
    }

    /** Looked up whatever the caller may see of groups. */
    static Set<String> groupsOf(String userId, IdentityService identities, CommandExecutor executor) {
        return executor.execute(command -> command.runWithoutAuthorization(() -> {
            Set<String> groups = new HashSet<>();
            for (Group group : identities.createGroupQuery().groupMember(userId).list()) {
                groups.add(group.getId());
            }
            return groups;
        }));
    }
}
