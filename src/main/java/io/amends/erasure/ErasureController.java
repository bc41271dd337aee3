package io.amends.erasure;

import io.amends.modeling.FormRefusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Erasing a person, for people: who, what would go, why, and how far it is. */
@Controller
@RequestMapping("/erasures")
class ErasureController {

    private static final int PAGE = 30;
    private static final int SHOWN_CASES = 200;

    private final Erasures erasures;
    private final ErasureTable table;
    private final ErasureWork work;
    private final PersonFinder finder;
    private final ErasurePages pages;

    ErasureController(
            Erasures erasures, ErasureTable table, ErasureWork work, PersonFinder finder, ErasurePages pages) {
        this.erasures = erasures;
        this.table = table;
        this.work = work;
        this.finder = finder;
        this.pages = pages;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            Authentication signedIn,
            Model model) {
        model.addAttribute("q", q);
        model.addAttribute("mayErase", ErasurePages.mayErase(signedIn));
        if (!q.isBlank()) {
            model.addAttribute("hits", finder.find(q));
            model.addAttribute("known", erasures.of(q).stream().map(pages::line).toList());
        }
        List<Erasure> page = table.page(before, PAGE + 1);
        List<Erasure> shown = page.size() > PAGE ? page.subList(0, PAGE) : page;
        model.addAttribute("erasures", shown.stream().map(pages::line).toList());
        model.addAttribute("more", page.size() > PAGE ? shown.get(PAGE - 1).id() : null);
        return "erasure/list";
    }

    @GetMapping("/person")
    String person(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String mail,
            Authentication signedIn,
            HttpServletResponse response,
            Model model) {
        Optional<Erasures.Plan> plan = erasures.plan(orNull(number), orNull(mail));
        return plan.isEmpty() ? ErasurePages.unknown(response) : show(plan.get(), "", signedIn, model);
    }

    /** Asks once more before anything goes. */
    @PostMapping("/confirm")
    String confirm(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String mail,
            @RequestParam(defaultValue = "") String reason,
            Authentication signedIn,
            HttpServletResponse response,
            Model model) {
        ErasurePages.check(signedIn);
        Optional<Erasures.Plan> plan = erasures.plan(orNull(number), orNull(mail));
        if (plan.isEmpty()) {
            return ErasurePages.unknown(response);
        }
        try {
            model.addAttribute("reason", erasures.check(plan.get().person(), reason));
        } catch (FormRefusal refused) {
            return refuse(plan.get(), reason, refused, signedIn, response, model);
        }
        show(plan.get(), reason, signedIn, model);
        return "erasure/confirm";
    }

    @PostMapping
    String ask(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String mail,
            @RequestParam(defaultValue = "") String reason,
            Authentication signedIn,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        ErasurePages.check(signedIn);
        Optional<Erasures.Plan> plan = erasures.plan(orNull(number), orNull(mail));
        if (plan.isEmpty()) {
            return ErasurePages.unknown(response);
        }
        long id;
        try {
            id = erasures.ask(plan.get().person(), reason, signedIn.getName());
        } catch (FormRefusal refused) {
            return refuse(plan.get(), reason, refused, signedIn, response, model);
        }
        work.push();
        redirect.addFlashAttribute("done", "It has begun. What is erased cannot be brought back.");
        return "redirect:/erasures/" + id;
    }

    @GetMapping("/{id:\\d{1,18}}")
    String one(@PathVariable long id, HttpServletResponse response, Model model) {
        Optional<Erasure> erasure = table.find(id);
        if (erasure.isEmpty()) {
            return ErasurePages.unknown(response);
        }
        Map<String, Map<String, Integer>> counts = table.counts(id);
        List<ErasedCase> cases = table.cases(id);
        model.addAttribute("erasure", pages.line(erasure.get()));
        model.addAttribute(
                "cases",
                cases.stream()
                        .limit(SHOWN_CASES)
                        .map(one -> new DoneCase(
                                one.caseNumber(),
                                one.part().equals(ErasedCase.TOLD),
                                one.state(),
                                ErasurePages.lines(counts.getOrDefault(one.caseNumber(), Map.of()))))
                        .toList());
        model.addAttribute("hidden", Math.max(0, cases.size() - SHOWN_CASES));
        model.addAttribute("person", ErasurePages.lines(counts.getOrDefault("", Map.of())));
        return "erasure/one";
    }

    /** For the page that follows it. */
    @GetMapping("/{id:\\d{1,18}}/progress")
    ResponseEntity<Progress> progress(@PathVariable long id) {
        return ResponseEntity.of(table.find(id)
                .map(pages::line)
                .map(line -> new Progress(!line.working(), line.percent(), line.done() + " of " + line.cases())));
    }

    private String show(Erasures.Plan plan, String reason, Authentication signedIn, Model model) {
        List<ErasurePages.CaseRow> rows = plan.cases().stream().map(pages::row).toList();
        model.addAttribute("plan", plan);
        model.addAttribute(
                "number",
                plan.person().customerNumber() == null ? "" : plan.person().customerNumber());
        model.addAttribute(
                "mail",
                plan.person().customerNumber() == null
                        ? plan.person().mails().stream().findFirst().orElse("")
                        : "");
        model.addAttribute("title", plan.person().title());
        model.addAttribute(
                "goes",
                rows.stream().filter(row -> row.goes() && !row.erasedBefore()).toList());
        model.addAttribute("stays", rows.stream().filter(row -> !row.goes()).toList());
        model.addAttribute(
                "before",
                rows.stream().filter(row -> row.goes() && row.erasedBefore()).toList());
        model.addAttribute("personRows", ErasurePages.lines(plan.rows()));
        model.addAttribute("earlier", plan.before().stream().map(pages::line).toList());
        model.addAttribute("typed", reason);
        model.addAttribute("mayErase", ErasurePages.mayErase(signedIn));
        return "erasure/person";
    }

    private String refuse(
            Erasures.Plan plan,
            String reason,
            FormRefusal refused,
            Authentication signedIn,
            HttpServletResponse response,
            Model model) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        model.addAttribute("problem", ErasurePages.problem(refused));
        return show(plan, reason, signedIn, model);
    }

    private static @Nullable String orNull(String typed) {
        return typed.isBlank() ? null : typed.strip();
    }

    /** A case of an erasure, in words. */
    record DoneCase(String number, boolean told, String state, List<TableWords.Line> rows) {}

    /** How far it is. */
    record Progress(boolean over, int percent, String told) {}
}
