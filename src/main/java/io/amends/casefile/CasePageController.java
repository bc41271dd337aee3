package io.amends.casefile;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one case, also as the Tasklist's Case tab ({@code ?embed=1}), and what staff report on it. */
@Controller
class CasePageController {

    private final CaseAccess access;
    private final CaseView view;
    private final CaseEngine engine;
    private final CaseActions actions;
    private final CaseMail mail;

    CasePageController(CaseAccess access, CaseView view, CaseEngine engine, CaseActions actions, CaseMail mail) {
        this.access = access;
        this.view = view;
        this.engine = engine;
        this.actions = actions;
        this.mail = mail;
    }

    @GetMapping("/cases/{caseNumber}")
    String page(
            @PathVariable String caseNumber,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "false") boolean embed,
            Authentication signedIn,
            HttpServletResponse response,
            Model model) {
        Reader reader = Reader.of(signedIn);
        Optional<CaseFile> file = access.read(caseNumber, reader);
        model.addAttribute("embed", embed);
        return file.isEmpty() ? CaseView.unknown(response) : view.of(file.get(), reader, show, response, model);
    }

    /** Where the Case tab begins: the Tasklist knows a task, neither its case nor the mail that is on no case yet. */
    @GetMapping("/cases/of-task/{taskId}")
    String pageOfTask(
            @PathVariable String taskId, HttpServletResponse response, RedirectAttributes redirect, Model model) {
        Optional<String> caseNumber = engine.caseOfTask(taskId);
        if (caseNumber.isEmpty()) {
            model.addAttribute("embed", true);
            return CaseView.unknown(response);
        }
        redirect.addAttribute("number", caseNumber.get());
        redirect.addAttribute("embed", "1");
        return mail.knows(caseNumber.get()) ? "redirect:/inbox/{number}" : "redirect:/cases/{number}";
    }

    @PostMapping("/cases/{caseNumber}/actions/{name}")
    String act(
            @PathVariable String caseNumber,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String option,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean confirmed,
            @RequestParam(defaultValue = "false") boolean embed,
            @RequestParam Map<String, String> sent,
            Authentication signedIn,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Reader reader = Reader.of(signedIn);
        Optional<CaseFile> file = access.read(caseNumber, reader);
        model.addAttribute("embed", embed);
        if (file.isEmpty() || !access.mayAct(reader, file.get())) {
            return CaseView.unknown(response);
        }
        Optional<CaseDetails.Action> action = actions.find(file.get(), name);
        CaseDetails.Said said = new CaseDetails.Said(option, text.strip(), fields(action, sent));
        if (action.isPresent() && asksFirst(action.get(), said) && !confirmed) {
            model.addAttribute("file", file.get());
            model.addAttribute("action", action.get());
            model.addAttribute("option", option);
            model.addAttribute("text", text);
            return "cases/confirm";
        }
        action.map(it -> carryOut(file.get(), it, said, reader))
                .orElse(Optional.of(CaseActions.MOVED_ON))
                .ifPresentOrElse(
                        problem -> {
                            redirect.addFlashAttribute("problem", problem);
                            redirect.addFlashAttribute("refused", name);
                            redirect.addFlashAttribute("said", said);
                        },
                        () -> redirect.addFlashAttribute(
                                "done",
                                action.map(it -> actions.done(file.get(), it, said))
                                        .orElse("")));
        redirect.addAttribute("caseNumber", caseNumber);
        if (embed) {
            redirect.addAttribute("embed", "1");
        }
        return "redirect:/cases/{caseNumber}";
    }

    private Optional<String> carryOut(CaseFile file, CaseDetails.Action action, CaseDetails.Said said, Reader reader) {
        try {
            return actions.carryOut(file, action, said, reader.userId());
        } catch (ConcurrencyFailureException somebodyElseWasFirst) {
            return Optional.of(CaseActions.MOVED_ON);
        }
    }

    private boolean asksFirst(CaseDetails.Action action, CaseDetails.Said said) {
        return !action.confirm().isBlank() && actions.problem(action, said).isEmpty();
    }

    /** Sent under names of their own, so that no field is taken for the option or the text. */
    private static Map<String, String> fields(Optional<CaseDetails.Action> action, Map<String, String> sent) {
        Map<String, String> fields = new HashMap<>();
        action.ifPresent(it -> it.fields()
                .forEach(field -> fields.put(
                        field.name(),
                        sent.getOrDefault("field-" + field.name(), "").strip())));
        return fields;
    }
}
