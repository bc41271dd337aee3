package io.amends.staff;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;

/**
 * Checks passwords in the same time for known and unknown names, and locks nobody out: the engine's own lock could be used
 * against anybody by name and ends never. Tries are limited at the sign-in instead.
 */
public class StaffIdentityProvider extends DbIdentityServiceProvider {

    private static final class Decoy {
        // made on first use: a hash costs time
        private static final String HASH =
                Context.getProcessEngineConfiguration().getPasswordManager().encrypt("nobody's password");
    }

    @Override
    public boolean checkPassword(String userId, @Nullable String password) {
        UserEntity user = findUserById(userId);
        String tried = password == null ? "" : password;
        if (user == null || password == null) {
            Context.getProcessEngineConfiguration().getPasswordManager().check(tried, Decoy.HASH);
            return false;
        }
        return matchPassword(password, user);
    }
}
