package io.amends.casefile;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a letter to a colleague leads (T-4): the very task in the Tasklist, or the case once the task is done. */
@Controller
class CaseTaskController {

    private static final String DONE = "That task is done; somebody was faster, or it is no longer needed.";

    private final CaseAccess access;
    private final CaseTasks tasks;

    CaseTaskController(CaseAccess access, CaseTasks tasks) {
        this.access = access;
        this.tasks = tasks;
    }

    /**
     * @param clock of several tasks of that kind, the one that hangs on this clock
     * @param role of several tasks of that kind, the one for this role
     */
    @GetMapping("/cases/{caseNumber}/tasks/{task}")
    String open(
            @PathVariable String caseNumber,
            @PathVariable String task,
            @RequestParam(defaultValue = "") String clock,
            @RequestParam(defaultValue = "") String role,
            Authentication signedIn,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Reader reader = Reader.of(signedIn);
        if (access.read(caseNumber, reader).isEmpty()) {
            model.addAttribute("embed", false);
            return CaseView.unknown(response);
        }
        Optional<String> open = tasks.open(caseNumber, task, clock, role, reader);
        if (open.isPresent()) {
            return "redirect:/camunda/app/tasklist/default/#/?task=" + open.get();
        }
        redirect.addFlashAttribute("done", DONE);
        redirect.addAttribute("caseNumber", caseNumber);
        return "redirect:/cases/{caseNumber}";
    }
}
