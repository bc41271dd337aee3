package io.amends.staff;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accounts in the engine's identity service. */
@Component
class EngineAccounts implements StaffAccounts {

    private final IdentityService identityService;
    private final StaffDirectory directory;

    EngineAccounts(IdentityService identityService, StaffDirectory directory) {
        this.identityService = identityService;
        this.directory = directory;
    }

    @Override
    @Transactional
    public void createIfMissing(
            String userId, String firstName, String lastName, String mail, String password, List<String> groups) {
        if (identityService.createUserQuery().userId(userId).count() > 0) {
            return;
        }
        User user = identityService.newUser(userId);
        user.setFirstName(firstName);
        user.setLastName(lastName);
        user.setEmail(mail);
        user.setPassword(password);
        identityService.saveUser(user);
        groups.forEach(group -> identityService.createMembership(userId, group));
        directory.forget();
    }
}
