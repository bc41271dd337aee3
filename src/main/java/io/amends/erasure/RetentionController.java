package io.amends.erasure;

import io.amends.casefile.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

/** Cases whose time is over: how many wait, the nights in which they were removed, and where they went. */
@Controller
@RequestMapping("/erasures/retention")
class RetentionController {

    private static final int SHOWN_RUNS = 30;
    private static final int SHOWN_CASES = 100;

    private final RetentionWork work;
    private final RetentionTable table;
    private final RetentionProperties properties;
    private final ErasurePages pages;

    RetentionController(RetentionWork work, RetentionTable table, RetentionProperties properties, ErasurePages pages) {
        this.work = work;
        this.table = table;
        this.properties = properties;
        this.pages = pages;
    }

    @GetMapping
    String list(@RequestParam(name = "case", defaultValue = "") String asked, Authentication signedIn, Model model) {
        Map<String, Integer> due = work.due();
        List<Rule> rules = new ArrayList<>();
        properties
                .periods()
                .forEach((process, period) ->
                        rules.add(new Rule(Words.label(process), words(period), due.getOrDefault(process, 0))));
        List<ErasurePages.RunLine> runs =
                table.latest(SHOWN_RUNS).stream().map(pages::line).toList();
        model.addAttribute("rules", rules);
        model.addAttribute(
                "due", due.values().stream().mapToInt(Integer::intValue).sum());
        model.addAttribute("held", table.held());
        model.addAttribute("from", properties.from());
        model.addAttribute("until", properties.until());
        model.addAttribute("folderProblem", work.problem().orElse(""));
        model.addAttribute("runs", runs);
        model.addAttribute(
                "running",
                runs.stream().filter(ErasurePages.RunLine::working).findFirst().orElse(null));
        model.addAttribute("mayErase", ErasurePages.mayErase(signedIn));
        model.addAttribute("asked", asked);
        if (!asked.isBlank()) {
            model.addAttribute(
                    "found",
                    table.find(asked.strip().toUpperCase(Locale.ROOT))
                            .map(pages::row)
                            .orElse(null));
        }
        return "erasure/retention";
    }

    /** Begins now what would begin at night; asks first. */
    @PostMapping
    String begin(
            @RequestParam(defaultValue = "false") boolean confirmed,
            Authentication signedIn,
            RedirectAttributes told,
            Model model) {
        ErasurePages.check(signedIn);
        if (!confirmed) {
            model.addAttribute(
                    "due",
                    work.due().values().stream().mapToInt(Integer::intValue).sum());
            return "erasure/remove";
        }
        if (work.begin(signedIn.getName())) {
            told.addFlashAttribute("done", "It has begun.");
        } else {
            told.addFlashAttribute(
                    "problem",
                    work.problem()
                            .orElse(
                                    "Not begun: another one is at work, or the house is. It begins by itself at night."));
        }
        return "redirect:/erasures/retention";
    }

    @GetMapping("/{id:\\d{1,18}}")
    String one(@PathVariable long id, HttpServletResponse response, Model model) {
        Optional<RetentionTable.Run> run = table.find(id);
        if (run.isEmpty()) {
            return ErasurePages.unknown(response);
        }
        model.addAttribute("run", pages.line(run.get()));
        model.addAttribute(
                "cases", table.of(id, SHOWN_CASES).stream().map(pages::row).toList());
        return "erasure/night";
    }

    /** For the page that follows it. */
    @GetMapping("/{id:\\d{1,18}}/progress")
    ResponseEntity<ErasureController.Progress> progress(@PathVariable long id) {
        return ResponseEntity.of(table.find(id)
                .map(pages::line)
                .map(line -> new ErasureController.Progress(
                        !line.working(), line.percent(), line.removed() + " of " + line.due())));
    }

    private static String words(Period period) {
        List<String> parts = new ArrayList<>();
        part(parts, period.getYears(), "year");
        part(parts, period.getMonths(), "month");
        part(parts, period.getDays(), "day");
        return String.join(" ", parts);
    }

    private static void part(List<String> parts, int number, String unit) {
        if (number > 0) {
            parts.add(number + " " + unit + (number == 1 ? "" : "s"));
        }
    }

    /** How long the cases of a process are kept. */
    record Rule(String process, String period, int due) {}
}
