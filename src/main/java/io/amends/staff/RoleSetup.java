package io.amends.staff;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/** Makes the groups and writes what each may do, once; what is there is left as it is. */
@Component
class RoleSetup {

    private final IdentityService identityService;
    private final AuthorizationService authorizationService;

    RoleSetup(IdentityService identityService, AuthorizationService authorizationService) {
        this.identityService = identityService;
        this.authorizationService = authorizationService;
    }

    void makeMissing() {
        for (Role role : Role.values()) {
            if (identityService.createGroupQuery().groupId(role.group()).count() == 0) {
                Group group = identityService.newGroup(role.group());
                group.setName(role.title());
                group.setType(role == Role.CAMUNDA_ADMIN ? "SYSTEM" : "WORKFLOW");
                identityService.saveGroup(group);
            }
        }
        RoleGrants.all().forEach(this::grant);
    }

    private void grant(RoleGrants.Grant wanted) {
        long there = authorizationService
                .createAuthorizationQuery()
                .groupIdIn(wanted.role().group())
                .resourceType(wanted.resource())
                .resourceId(wanted.id())
                .count();
        if (there == 0) {
            Authorization grant = authorizationService.createNewAuthorization(AUTH_TYPE_GRANT);
            grant.setGroupId(wanted.role().group());
            grant.setResource(wanted.resource());
            grant.setResourceId(wanted.id());
            wanted.permissions().forEach(grant::addPermission);
            authorizationService.saveAuthorization(grant);
        }
    }
}
