package io.amends.callout;

import io.amends.casefile.CaseDoor;
import io.amends.casefile.CaseFile;
import io.amends.modeling.AsTheHouse;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.camunda.bpm.engine.task.Task;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who was called out for a case and who has answered, for whoever may read the case; whoever is called answers here, too (M-3). */
@Controller
class CallOutsController {

    private static final String PASSED = "It is not your turn any more: somebody has answered, or the next is called.";

    private final CaseDoor door;
    private final CallOutTable table;
    private final CallOutsPages pages;
    private final TaskService tasks;
    private final AsTheHouse house;

    CallOutsController(CaseDoor door, CallOutTable table, CallOutsPages pages, TaskService tasks, AsTheHouse house) {
        this.door = door;
        this.table = table;
        this.pages = pages;
        this.tasks = tasks;
        this.house = house;
    }

    /** Of the cases that the reader may read. */
    @GetMapping("/call-outs")
    String running(Authentication signedIn, Model model) {
        model.addAttribute(
                "cases",
                table.running().stream()
                        .flatMap(number -> read(number, signedIn).stream())
                        .map(file -> pages.of(file, signedIn.getName()))
                        .toList());
        model.addAttribute(
                "mayOpenRoster",
                signedIn.getAuthorities().stream().anyMatch(it -> RosterController.READ.contains(it.getAuthority())));
        return "callout/running";
    }

    /** The case, or empty also for one of a kind that calls nobody out. */
    private Optional<CaseFile> read(String caseNumber, Authentication signedIn) {
        return door.read(caseNumber, signedIn).filter(file -> CallOutProcess.CALLERS.contains(file.processKey()));
    }

    @GetMapping("/call-outs/{caseNumber}")
    String page(@PathVariable String caseNumber, Authentication signedIn, HttpServletResponse response, Model model) {
        Optional<CaseFile> file = read(caseNumber, signedIn);
        if (file.isEmpty()) {
            return unknown(response, model);
        }
        model.addAttribute("page", pages.of(file.get(), signedIn.getName()));
        return "callout/case";
    }

    /** Through the same door as the task: the engine and its rules decide whether it is theirs. */
    @PostMapping("/call-outs/{caseNumber}/answer")
    String answer(
            @PathVariable String caseNumber,
            @RequestParam(defaultValue = "") String role,
            Authentication signedIn,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        if (read(caseNumber, signedIn).isEmpty()) {
            return unknown(response, model);
        }
        Optional<Task> task = task(caseNumber, role, signedIn.getName());
        if (task.isPresent() && done(task.get())) {
            redirect.addFlashAttribute("done", "You are on it. Everybody who looks at this page can see that.");
        } else {
            redirect.addFlashAttribute("problem", PASSED);
        }
        redirect.addAttribute("caseNumber", caseNumber);
        return "redirect:/call-outs/{caseNumber}";
    }

    private boolean done(Task task) {
        try {
            tasks.complete(task.getId(), Map.of());
            return true;
        } catch (RestException | ProcessEngineException passed) {
            return false;
        }
    }

    private Optional<Task> task(String caseNumber, String role, String userId) {
        return house.run(() -> tasks
                .createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey(CallOutProcess.ACKNOWLEDGE)
                .taskAssignee(userId)
                .processVariableValueEquals(CallOutProcess.ROLE.name(), role)
                .listPage(0, 1)
                .stream()
                .findFirst());
    }

    private static String unknown(HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute("embed", false);
        return "cases/unknown";
    }
}
