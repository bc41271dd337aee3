package io.amends.casefile;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
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

    private static final String MOVED_ON =
            "The case has moved on meanwhile. Please look at it as it stands now, and report again if it still fits.";
    /** The viewer of diagrams writes style attributes; nothing else differs from our other pages. */
    private static final String WITH_DIAGRAMS =
            "default-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:;"
                    + " frame-ancestors 'self'; object-src 'none'; base-uri 'self'; form-action 'self'";

    private final CaseAccess access;
    private final CasePages pages;
    private final CaseEngine engine;
    private final CaseActions actions;
    private final Timeline timeline;
    private final PlainTime time;

    CasePageController(
            CaseAccess access,
            CasePages pages,
            CaseEngine engine,
            CaseActions actions,
            Timeline timeline,
            PlainTime time) {
        this.access = access;
        this.pages = pages;
        this.engine = engine;
        this.actions = actions;
        this.timeline = timeline;
        this.time = time;
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
        if (file.isEmpty()) {
            return unknown(response);
        }
        response.setHeader("Content-Security-Policy", WITH_DIAGRAMS);
        List<TimelineEntry> entries = timeline.of(file.get()).stream()
                .filter(entry -> show.isEmpty() || entry.kind().code().equals(show))
                .toList();
        model.addAttribute("page", pages.of(file.get(), access.mayAct(reader) ? actions.of(file.get()) : List.of()));
        model.addAttribute("timeline", TimelineGroup.of(entries, time, pages));
        model.addAttribute("show", show);
        model.addAttribute("kinds", kinds());
        return "cases/case";
    }

    /** Where the Case tab begins: the Tasklist knows a task, not a case. */
    @GetMapping("/cases/of-task/{taskId}")
    String pageOfTask(
            @PathVariable String taskId, HttpServletResponse response, RedirectAttributes redirect, Model model) {
        Optional<String> caseNumber = engine.caseOfTask(taskId);
        if (caseNumber.isEmpty()) {
            model.addAttribute("embed", true);
            return unknown(response);
        }
        redirect.addAttribute("caseNumber", caseNumber.get());
        redirect.addAttribute("embed", "1");
        return "redirect:/cases/{caseNumber}";
    }

    @PostMapping("/cases/{caseNumber}/actions/{name}")
    String act(
            @PathVariable String caseNumber,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String option,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean confirmed,
            @RequestParam(defaultValue = "false") boolean embed,
            Authentication signedIn,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Reader reader = Reader.of(signedIn);
        Optional<CaseFile> file = access.read(caseNumber, reader);
        model.addAttribute("embed", embed);
        if (file.isEmpty() || !access.mayAct(reader)) {
            return unknown(response);
        }
        Optional<CaseDetails.Action> action = actions.find(file.get(), name);
        if (action.isPresent() && asksFirst(action.get(), option, text) && !confirmed) {
            model.addAttribute("file", file.get());
            model.addAttribute("action", action.get());
            model.addAttribute("option", option);
            model.addAttribute("text", text);
            return "cases/confirm";
        }
        action.map(it -> carryOut(file.get(), it, option, text, reader))
                .orElse(Optional.of(MOVED_ON))
                .ifPresentOrElse(
                        problem -> redirect.addFlashAttribute("problem", problem),
                        () -> redirect.addFlashAttribute("done", "Noted on the case."));
        redirect.addAttribute("caseNumber", caseNumber);
        if (embed) {
            redirect.addAttribute("embed", "1");
        }
        return "redirect:/cases/{caseNumber}";
    }

    private Optional<String> carryOut(
            CaseFile file, CaseDetails.Action action, String option, String text, Reader reader) {
        try {
            return actions.carryOut(file, action, option, text, reader.userId());
        } catch (ConcurrencyFailureException somebodyElseWasFirst) {
            return Optional.of(MOVED_ON);
        }
    }

    private boolean asksFirst(CaseDetails.Action action, String option, String text) {
        return !action.confirm().isBlank()
                && actions.problem(action, option, text).isEmpty();
    }

    private static String unknown(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "cases/unknown";
    }

    private static Map<String, String> kinds() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("", "Everything");
        Arrays.stream(TimelineEntry.Kind.values()).forEach(kind -> labels.put(kind.code(), kind.label()));
        return labels;
    }
}
