package io.amends.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_WORK;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

/**
 * Grants go by diagram: whoever has a task in one can work on it, and other departments see no diagram in which they have none.
 * A media crisis is the work of several departments together: anybody of them may be called out to lead it.
 */
class RoleGrantsTest {

    private static final EnumSet<Role> DEPARTMENTS = EnumSet.of(Role.RETENTION, Role.COMMUNICATIONS, Role.LEGAL);
    private static final EnumSet<Role> SENIORS = EnumSet.of(Role.TEAM_LEADS, Role.SERVICE_MANAGERS, Role.DIRECTORS);

    private final Map<String, Set<String>> groups = groupsByDiagram();

    @Test
    void every_group_that_a_task_is_for_sees_it_and_may_do_it() {
        groups.forEach((diagram, candidates) -> candidates.stream()
                .filter(group -> !group.startsWith("$"))
                .forEach(group -> assertThat(permissions(Role.of(group).orElseThrow(), diagram))
                        .as("%s in %s", group, diagram)
                        .contains(READ_TASK, TASK_WORK)));
    }

    @Test
    void every_level_that_an_escalation_calls_may_acknowledge_it() {
        for (Role role : SENIORS) {
            assertThat(permissions(role, "escalation")).contains(READ_TASK, TASK_WORK);
        }
    }

    @Test
    void a_department_sees_tasks_only_where_all_of_them_may_be_its_own() {
        for (Role role : DEPARTMENTS) {
            groups.forEach((diagram, candidates) -> {
                if (!answersTogether(role, diagram)
                        && permissions(role, diagram).contains(READ_TASK)) {
                    assertThat(candidates)
                            .as("%s in %s", role, diagram)
                            .allMatch(group -> group.startsWith("$") || group.equals(role.group()));
                }
            });
        }
    }

    @Test
    void the_tasks_of_a_media_crisis_are_for_those_who_answer_it_together_and_seen_by_no_other_department() {
        for (String diagram : RoleGrants.MEDIA) {
            assertThat(groups.get(diagram))
                    .as(diagram)
                    .allMatch(group -> group.startsWith("$")
                            || Role.of(group)
                                    .filter(role -> SENIORS.contains(role) || RoleGrants.MEDIA_CARE.contains(role))
                                    .isPresent());
            for (Role role : List.of(Role.SERVICE_AGENTS, Role.RETENTION)) {
                assertThat(permissions(role, diagram))
                        .as("%s in %s", role, diagram)
                        .isEmpty();
            }
        }
    }

    private static boolean answersTogether(Role role, String diagram) {
        return RoleGrants.MEDIA_CARE.contains(role) && RoleGrants.MEDIA.contains(diagram);
    }

    private static Set<Permission> permissions(Role role, String diagram) {
        Set<Permission> permissions = new HashSet<>();
        RoleGrants.all().stream()
                .filter(grant -> grant.role() == role && grant.resource() == PROCESS_DEFINITION)
                .filter(grant ->
                        grant.id().equals(diagram) || grant.permissions().contains(ALL))
                .forEach(grant -> permissions.addAll(grant.permissions()));
        return permissions;
    }

    private static Map<String, Set<String>> groupsByDiagram() {
        Map<String, Set<String>> groups = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            files.filter(file -> file.toString().endsWith(".bpmn")).forEach(file -> {
                Set<String> candidates = new TreeSet<>();
                Bpmn.readModelFromFile(file.toFile())
                        .getModelElementsByType(UserTask.class)
                        .forEach(task -> candidates.addAll(
                                List.of(task.getCamundaCandidateGroups().split("\\s*,\\s*"))));
                groups.put(file.getFileName().toString().replace(".bpmn", ""), candidates);
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return groups;
    }
}
