package io.amends.staff;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** The engine asks nobody's permission for comments and attachments of a task: who sees the task may read, who works may write. */
class TaskTalkDoor extends OncePerRequestFilter {

    private static final Pattern TALK = Pattern.compile(".*/task/([^/]+)/(?:comment|attachment)(?:/.*)?");

    private final IdentityService identityService;
    private final TaskService taskService;
    private final HistoryService historyService;
    private final StaffDirectory directory;

    TaskTalkDoor(
            IdentityService identityService,
            TaskService taskService,
            HistoryService historyService,
            StaffDirectory directory) {
        this.identityService = identityService;
        this.taskService = taskService;
        this.historyService = historyService;
        this.directory = directory;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Paths.ENGINE_REST.matches(request) && !Paths.CAMUNDA_API.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Matcher path = TALK.matcher(Paths.decoded(request));
        if (path.matches() && !mayTalk(path.group(1), "GET".equals(request.getMethod()))) {
            throw new AccessDeniedException("Not a task of theirs");
        }
        chain.doFilter(request, response);
    }

    private boolean mayTalk(String taskId, boolean reading) {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        List<String> groups = directory.groupsOf(who.getName()).orElse(List.of());
        if (!reading && groups.stream().noneMatch(RoleGrants::works)) {
            return false;
        }
        org.camunda.bpm.engine.impl.identity.Authentication before = identityService.getCurrentAuthentication();
        identityService.setAuthentication(who.getName(), groups);
        try {
            return taskService.createTaskQuery().taskId(taskId).count() == 1
                    || (reading
                            && historyService
                                            .createHistoricTaskInstanceQuery()
                                            .taskId(taskId)
                                            .count()
                                    == 1);
        } finally {
            if (before == null) {
                identityService.clearAuthentication();
            } else {
                identityService.setAuthentication(before);
            }
        }
    }
}
