package io.amends.staff;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY_VARIABLE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK_VARIABLE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_ASSIGN;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_WORK;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.AUTHORIZATION;
import static org.camunda.bpm.engine.authorization.Resources.BATCH;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_REQUIREMENTS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.FILTER;
import static org.camunda.bpm.engine.authorization.Resources.GROUP;
import static org.camunda.bpm.engine.authorization.Resources.OPERATION_LOG_CATEGORY;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.SYSTEM;
import static org.camunda.bpm.engine.authorization.Resources.USER;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;

/** What each role may do in the engine: the least that its work needs, per process and never per task. */
final class RoleGrants {

    /** One grant to one group. */
    record Grant(Role role, Resource resource, String id, Set<Permission> permissions) {}

    static final List<String> COMPLAINT_CARE = List.of(
            "complaint",
            "assessment",
            "acknowledgement",
            "resolution",
            "investigation",
            "remedy",
            "customer-reply",
            "satisfaction",
            "promise",
            "enquiry",
            "reach-otherwise");
    static final List<String> COMPLAINT_CHECKS = List.of("approval", "learning");
    static final List<String> HELP = List.of("enquiry", "promise");
    static final List<String> HANDOVER = List.of("handover");
    static final List<String> MAIL = List.of("sort-mail", "read-mail");
    static final List<String> RETENTION_CARE = List.of("read-mail", "reach-otherwise");
    static final List<String> CALLS_FOR_HELP = List.of("escalation");

    static final List<String> REGULATOR = List.of("regulator");

    static final List<String> RECOVERY = List.of("lost-customer", "win-back", "fix-first", "recovery-call", "offer");
    static final List<String> RECOVERY_CHECKS = List.of("approval");

    static final List<String> MEDIA = List.of(
            "media-crisis",
            "call-out",
            "holding-statement",
            "return-call",
            "prepare-answer",
            "speak",
            "watching",
            "wrong-report",
            "public-update",
            "last-word",
            "after-action");
    /** Who answers the media together: those who write, speak, check and decide. */
    static final EnumSet<Role> MEDIA_CARE = EnumSet.of(Role.COMMUNICATIONS, Role.SPOKESPERSONS, Role.LEGAL);

    private static final List<String> STARTED_BY_HAND = List.of("complaint", "lost-customer", "media-crisis");

    private static final EnumSet<Role> AGENTS = EnumSet.of(Role.SERVICE_AGENTS);
    private static final EnumSet<Role> SENIORS = EnumSet.of(Role.TEAM_LEADS, Role.SERVICE_MANAGERS, Role.DIRECTORS);
    private static final EnumSet<Role> HELPERS = EnumSet.of(Role.RETENTION, Role.COMMUNICATIONS, Role.LEGAL);
    private static final EnumSet<Role> READERS = EnumSet.of(Role.PROCESS_OWNERS, Role.AUDITORS);

    // variables are facts of the case and never who the customer is; the Tasklist's cards show some
    private static final Permission[] READ_CASES = {
        Permissions.READ,
        READ_INSTANCE,
        READ_INSTANCE_VARIABLE,
        READ_TASK,
        READ_TASK_VARIABLE,
        READ_HISTORY,
        READ_HISTORY_VARIABLE
    };
    private static final Permission[] WORK = with(READ_CASES, TASK_WORK);
    private static final Permission[] LEAD = with(WORK, TASK_ASSIGN);

    private RoleGrants() {}

    /** Whether members of a group change anything at all; the others read. */
    static boolean works(String group) {
        return Role.of(group).filter(role -> !READERS.contains(role)).isPresent();
    }

    static List<Grant> all() {
        List<Grant> grants = new ArrayList<>();
        for (Role role : Role.values()) {
            grants.add(grant(role, APPLICATION, "tasklist", ACCESS));
            grants.add(grant(role, GROUP, ANY, READ));
        }
        AGENTS.forEach(role -> grants.addAll(cases(role, COMPLAINT_CARE, WORK)));
        AGENTS.forEach(role -> grants.addAll(cases(role, HANDOVER, WORK)));
        AGENTS.forEach(role -> grants.addAll(cases(role, MAIL, WORK)));
        for (Role role : SENIORS) {
            grants.addAll(cases(role, COMPLAINT_CARE, LEAD));
            grants.addAll(cases(role, COMPLAINT_CHECKS, LEAD));
            grants.addAll(cases(role, HANDOVER, LEAD));
            grants.addAll(cases(role, MAIL, LEAD));
            grants.addAll(cases(role, REGULATOR, LEAD));
            grants.addAll(cases(role, RECOVERY, LEAD));
            grants.addAll(cases(role, MEDIA, LEAD));
            grants.addAll(cases(role, CALLS_FOR_HELP, WORK));
            grants.add(grant(role, USER, ANY, READ));
        }
        HELPERS.forEach(role -> grants.addAll(cases(role, HELP, WORK)));
        grants.addAll(cases(Role.RETENTION, RETENTION_CARE, WORK));
        grants.addAll(cases(Role.LEGAL, REGULATOR, WORK));
        grants.addAll(cases(Role.RETENTION, RECOVERY, WORK));
        grants.addAll(cases(Role.RETENTION, RECOVERY_CHECKS, READ_CASES));
        MEDIA_CARE.forEach(role -> grants.addAll(cases(role, MEDIA, WORK)));
        // who is called for help first when a recovery or an answer to the media is late
        grants.addAll(cases(Role.RETENTION, CALLS_FOR_HELP, WORK));
        grants.addAll(cases(Role.COMMUNICATIONS, CALLS_FOR_HELP, WORK));
        // a step that somebody completes may call any process; reading a definition shows no case
        for (EnumSet<Role> working : List.of(AGENTS, SENIORS, HELPERS, EnumSet.of(Role.SPOKESPERSONS))) {
            working.forEach(role -> grants.add(grant(role, PROCESS_DEFINITION, ANY, Permissions.READ)));
        }
        for (Role role : EnumSet.of(
                Role.SERVICE_AGENTS,
                Role.TEAM_LEADS,
                Role.SERVICE_MANAGERS,
                Role.DIRECTORS,
                Role.RETENTION,
                Role.COMMUNICATIONS)) {
            grants.add(grant(role, PROCESS_INSTANCE, ANY, CREATE));
        }
        grants.addAll(processOwners());
        grants.addAll(auditors());
        grants.addAll(administrators());
        return List.copyOf(merged(grants));
    }

    private static List<Grant> cases(Role role, List<String> processes, Permission... permissions) {
        return processes.stream()
                .map(process -> grant(
                        role,
                        PROCESS_DEFINITION,
                        process,
                        STARTED_BY_HAND.contains(process) ? with(permissions, CREATE_INSTANCE) : permissions))
                .toList();
    }

    private static List<Grant> processOwners() {
        Role role = Role.PROCESS_OWNERS;
        return List.of(
                grant(role, APPLICATION, "cockpit", ACCESS),
                grant(role, PROCESS_DEFINITION, ANY, Permissions.READ, READ_INSTANCE, READ_TASK, READ_HISTORY),
                grant(role, DECISION_DEFINITION, ANY, READ, Permissions.READ_HISTORY),
                grant(role, DECISION_REQUIREMENTS_DEFINITION, ANY, READ),
                grant(role, DEPLOYMENT, ANY, READ, CREATE));
    }

    /** Auditors read everything and change nothing. */
    private static List<Grant> auditors() {
        Role role = Role.AUDITORS;
        return List.of(
                grant(role, APPLICATION, "cockpit", ACCESS),
                grant(role, PROCESS_DEFINITION, ANY, READ_CASES),
                grant(role, DECISION_DEFINITION, ANY, READ, Permissions.READ_HISTORY),
                grant(role, DECISION_REQUIREMENTS_DEFINITION, ANY, READ),
                grant(role, DEPLOYMENT, ANY, READ),
                grant(role, FILTER, ANY, READ),
                grant(role, BATCH, ANY, BatchPermissions.READ, BatchPermissions.READ_HISTORY),
                grant(role, OPERATION_LOG_CATEGORY, ANY, UserOperationLogCategoryPermissions.READ),
                grant(role, AUTHORIZATION, ANY, READ),
                grant(role, SYSTEM, ANY, SystemPermissions.READ),
                grant(role, USER, ANY, READ));
    }

    private static List<Grant> administrators() {
        return Arrays.stream(Resources.values())
                .map(resource -> grant(Role.CAMUNDA_ADMIN, resource, ANY, ALL))
                .toList();
    }

    private static Grant grant(Role role, Resource resource, String id, Permission... permissions) {
        return new Grant(role, resource, id, Set.of(permissions));
    }

    private static Permission[] with(Permission[] some, Permission more) {
        Permission[] all = Arrays.copyOf(some, some.length + 1);
        all[some.length] = more;
        return all;
    }

    /** An administrator has everything already: a second row for the same resource would only be in the way. */
    private static Collection<Grant> merged(List<Grant> grants) {
        return grants.stream()
                .filter(grant -> grant.role() != Role.CAMUNDA_ADMIN
                        || grant.permissions().contains(ALL))
                .distinct()
                .toList();
    }
}
