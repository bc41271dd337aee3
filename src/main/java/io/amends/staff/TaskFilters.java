package io.amends.staff;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The lists on the left of the Tasklist, made once; an administrator may change them afterwards. */
@Component
class TaskFilters {

    private record Wanted(
            String name, String description, String color, Set<Role> readers, UnaryOperator<TaskQuery> tasks) {}

    private static final EnumSet<Role> EVERYBODY = EnumSet.complementOf(EnumSet.of(Role.CAMUNDA_ADMIN, Role.AUDITORS));
    private static final EnumSet<Role> CARE =
            EnumSet.of(Role.SERVICE_AGENTS, Role.TEAM_LEADS, Role.SERVICE_MANAGERS, Role.DIRECTORS);
    private static final EnumSet<Role> PROMISE_KEEPERS = EnumSet.of(
            Role.SERVICE_AGENTS,
            Role.TEAM_LEADS,
            Role.SERVICE_MANAGERS,
            Role.DIRECTORS,
            Role.LEGAL,
            Role.COMMUNICATIONS,
            Role.RETENTION);

    private static final String[] COMPLAINT_PROCESSES = Stream.of(
                    RoleGrants.COMPLAINT_CARE, RoleGrants.COMPLAINT_CHECKS, RoleGrants.HANDOVER, RoleGrants.REGULATOR)
            .flatMap(List::stream)
            .toArray(String[]::new);

    private static final List<Wanted> WANTED = List.of(
            new Wanted(
                    "My tasks",
                    "What I have claimed",
                    "#1f6f54",
                    EVERYBODY,
                    tasks -> tasks.taskAssigneeExpression(QueryFunctions.CURRENT_USER)),
            new Wanted(
                    "My group's tasks",
                    "What waits for somebody of my group",
                    "#2b6cb0",
                    EVERYBODY,
                    tasks -> tasks.taskCandidateGroupInExpression(QueryFunctions.CURRENT_USER_GROUPS)
                            .taskUnassigned()),
            new Wanted(
                    "Overdue",
                    "What should have been done by now",
                    "#b3261e",
                    EVERYBODY,
                    tasks -> tasks.dueBeforeExpression(QueryFunctions.NOW)),
            new Wanted(
                    "Due today",
                    "What is due before the day ends",
                    "#b7791f",
                    EVERYBODY,
                    tasks -> tasks.dueAfterExpression(QueryFunctions.JUST_BEFORE_NOW)
                            .dueBeforeExpression(QueryFunctions.END_OF_TODAY)),
            new Wanted(
                    "Escalations",
                    "Calls for help that nobody has acknowledged",
                    "#8c1d18",
                    EnumSet.of(
                            Role.TEAM_LEADS,
                            Role.SERVICE_MANAGERS,
                            Role.DIRECTORS,
                            Role.RETENTION,
                            Role.COMMUNICATIONS),
                    tasks -> tasks.processDefinitionKey("escalation")),
            new Wanted(
                    "Promises",
                    "What was promised to a customer with a date",
                    "#6b46c1",
                    PROMISE_KEEPERS,
                    tasks -> tasks.processDefinitionKey("promise")),
            new Wanted(
                    "Complaints",
                    "Every step of every complaint",
                    "#0f5c6e",
                    CARE,
                    tasks -> tasks.processDefinitionKeyIn(COMPLAINT_PROCESSES)),
            new Wanted(
                    "Lost customers",
                    "Every step of winning customers back",
                    "#7b5e00",
                    EnumSet.of(Role.RETENTION, Role.TEAM_LEADS, Role.SERVICE_MANAGERS, Role.DIRECTORS),
                    tasks -> tasks.processDefinitionKeyIn(RoleGrants.RECOVERY.toArray(String[]::new))),
            new Wanted(
                    "Media",
                    "Every step of a media crisis",
                    "#4a5568",
                    EnumSet.of(
                            Role.COMMUNICATIONS,
                            Role.SPOKESPERSONS,
                            Role.LEGAL,
                            Role.TEAM_LEADS,
                            Role.SERVICE_MANAGERS,
                            Role.DIRECTORS),
                    tasks -> tasks.processDefinitionKeyIn(RoleGrants.MEDIA.toArray(String[]::new))));

    private final FilterService filterService;
    private final TaskService taskService;
    private final AuthorizationService authorizationService;

    TaskFilters(FilterService filterService, TaskService taskService, AuthorizationService authorizationService) {
        this.filterService = filterService;
        this.taskService = taskService;
        this.authorizationService = authorizationService;
    }

    void makeMissing() {
        for (int position = 0; position < WANTED.size(); position++) {
            Wanted wanted = WANTED.get(position);
            if (filterService.createFilterQuery().filterName(wanted.name()).count() == 0) {
                make(wanted, position);
            }
        }
    }

    private void make(Wanted wanted, int position) {
        TaskQuery tasks = wanted.tasks().apply(taskService.createTaskQuery());
        Filter filter = filterService
                .newTaskFilter(wanted.name())
                .setQuery(tasks.orderByTaskPriority().desc().orderByDueDate().asc())
                .setProperties(properties(wanted, position));
        filterService.saveFilter(filter);
        for (Role reader : wanted.readers()) {
            Authorization grant = authorizationService.createNewAuthorization(AUTH_TYPE_GRANT);
            grant.setGroupId(reader.group());
            grant.setResource(Resources.FILTER);
            grant.setResourceId(filter.getId());
            grant.addPermission(Permissions.READ);
            authorizationService.saveAuthorization(grant);
        }
    }

    private static Map<String, Object> properties(Wanted wanted, int position) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("description", wanted.description());
        properties.put("priority", position * 10);
        properties.put("color", wanted.color());
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put(
                "variables",
                new ArrayList<>(Arrays.asList(
                        variable("caseNumber", "Case"),
                        variable("customer", "Customer"),
                        variable("severity", "Severity"),
                        variable("level", "Level"),
                        variable("subject", "Subject"))));
        return properties;
    }

    private static Map<String, Object> variable(String name, String label) {
        Map<String, Object> variable = new LinkedHashMap<>();
        variable.put("name", name);
        variable.put("label", label);
        return variable;
    }
}
