package io.amends.whatif;

import io.amends.casefile.PlainTime;
import io.amends.casefile.Words;
import io.amends.modeling.FormRefusal;
import io.amends.modeling.FormRefusal.Finding;
import io.amends.modeling.ModelFinding;
import io.amends.staff.ModelKeepers;
import io.amends.web.CsvFile;
import io.amends.web.ListPlace;
import io.amends.web.SentName;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A changed table held against past decisions, for people. */
@Controller
@RequestMapping("/models/what-if")
class WhatIfController {

    private static final int PAGE = 50;
    private static final int BAR = 1000;

    private final Trials trials;
    private final PlainTime time;
    private final Clock clock;

    WhatIfController(Trials trials, PlainTime time, Clock clock) {
        this.trials = trials;
        this.time = time;
        this.clock = clock;
    }

    @GetMapping
    String form(
            @RequestParam(defaultValue = "") String table,
            Authentication signedIn,
            RedirectAttributes redirect,
            Model model) {
        if (!ModelKeepers.include(signedIn)) {
            redirect.addFlashAttribute("problem", "Only process owners and administrators try changed tables.");
            return "redirect:/models";
        }
        LocalDate today = today();
        Map<String, String> fields = new TreeMap<>();
        fields.put("table", table);
        fields.put("from", today.minusYears(1).plusDays(1).toString());
        fields.put("to", today.toString());
        fields.put("cases", CasesAsked.ALL.code());
        return form(fields, List.of(), List.of(), null, model);
    }

    /** @param fields beside the file those of {@link Question}; {@code token} of a trial whose file is meant if none came */
    @PostMapping
    String ask(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam Map<String, String> fields,
            Authentication signedIn,
            HttpSession session,
            HttpServletResponse response,
            Model model)
            throws IOException {
        ModelKeepers.check(signedIn);
        Trial before = Trial.find(session, fields.getOrDefault("token", "")).orElse(null);
        boolean sent = file != null && !file.isEmpty();
        String name = sent || before == null ? SentName.of(file) : before.fileName();
        byte[] content = sent && file != null ? file.getBytes() : before != null ? before.file() : new byte[0];
        List<Finding> findings = new ArrayList<>();
        TableFile.check(name, content.length, findings);
        Question question = Question.read(fields, today(), findings);
        try {
            if (question == null || !findings.isEmpty()) {
                throw new FormRefusal(findings);
            }
            List<ModelFinding> wrong = trials.check(name, content);
            if (!wrong.isEmpty()) {
                response.setStatus(HttpStatus.BAD_REQUEST.value());
                return form(fields, List.of(), wrong, before, model);
            }
            Trial trial = trials.run(question, name, content);
            trial.keep(session);
            return "redirect:/models/what-if/" + trial.token();
        } catch (FormRefusal refused) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return form(fields, refused.findings(), List.of(), before, model);
        } catch (Busy busy) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            model.addAttribute("problem", busy.getMessage());
            return form(fields, List.of(), List.of(), before, model);
        }
    }

    private String form(
            Map<String, String> fields,
            List<Finding> findings,
            List<ModelFinding> wrong,
            @Nullable Trial before,
            Model model) {
        offer(fields, model);
        model.addAttribute(
                "problems",
                findings.stream()
                        .collect(Collectors.toMap(
                                Finding::field,
                                finding -> (finding.label() == null ? label(finding.field()) : finding.label()) + " "
                                        + finding.reason(),
                                (first, next) -> first,
                                LinkedHashMap::new)));
        model.addAttribute("findings", wrong);
        model.addAttribute("before", before);
        model.addAttribute("given", given(fields));
        return "whatif/ask";
    }

    private void offer(Map<String, String> fields, Model model) {
        model.addAttribute("fields", fields);
        model.addAttribute("tables", trials.tables());
        model.addAttribute("kinds", CasesAsked.values());
        model.addAttribute("mayDeploy", true);
    }

    private static Map<String, String> given(Map<String, String> fields) {
        Map<String, String> given = new TreeMap<>();
        fields.forEach((field, value) -> {
            if (field.startsWith(Question.GIVEN)) {
                given.put(field.substring(Question.GIVEN.length()), value);
            }
        });
        return given;
    }

    private static String label(String field) {
        return switch (field) {
            case "table" -> "The table";
            case "file" -> "The file";
            case "from" -> "The first day";
            case "to" -> "The last day";
            case "cases" -> "Cases";
            default -> field.startsWith(Question.GIVEN) ? field.substring(Question.GIVEN.length()) : field;
        };
    }

    /** @param outcome number of one of the outcomes, or none */
    @GetMapping("/{token}")
    String result(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(required = false) @Nullable Integer outcome,
            @RequestParam(defaultValue = "") String after,
            Authentication signedIn,
            HttpSession session,
            RedirectAttributes redirect,
            Model model) {
        if (!ModelKeepers.include(signedIn)) {
            return "redirect:/models";
        }
        Optional<Trial> found = Trial.find(session, token);
        if (found.isEmpty()) {
            redirect.addFlashAttribute("problem", "This trial is no longer here. Ask again.");
            return "redirect:/models/what-if";
        }
        Trial trial = found.get();
        Summary summary = trial.summary();
        Summary.Pair pair =
                outcome != null && outcome >= 0 && outcome < summary.outcomes().size()
                        ? summary.outcomes().get(outcome)
                        : null;
        String shown = pair != null ? "" : shown(show, summary);
        Trials.Opened opened = trials.open(trial);
        Sheet sheet = opened.sheet();
        List<Trials.Line> lines =
                opened.page(fits(shown, pair, sheet), ListPlace.read(after).orElse(null), PAGE + 1);
        List<Trials.Line> page = lines.size() > PAGE ? lines.subList(0, PAGE) : lines;
        offer(trial.question().fields(), model);
        model.addAttribute("trial", trial);
        model.addAttribute("summary", summary);
        model.addAttribute(
                "period",
                time.day(trial.question().from()) + " to "
                        + time.day(trial.question().to()));
        model.addAttribute("outcomes", outcomes(summary));
        model.addAttribute("asks", asks(trial));
        model.addAttribute("show", shown);
        model.addAttribute("pair", pair);
        model.addAttribute("outcome", pair == null ? null : outcome);
        model.addAttribute("tabs", tabs(summary));
        Map<String, PastDecisions.Nth> nth = opened.nth(page);
        model.addAttribute(
                "lines",
                page.stream()
                        .map(line -> row(line, nth.get(line.past().id()), sheet))
                        .toList());
        model.addAttribute(
                "next", lines.size() > PAGE ? page.get(PAGE - 1).past().place().toString() : null);
        model.addAttribute("problems", Map.of());
        return "whatif/result";
    }

    /** Streamed: a page of decisions is all that is ever held. */
    @GetMapping("/{token}/decisions.csv")
    void csv(@PathVariable String token, Authentication signedIn, HttpSession session, HttpServletResponse response)
            throws IOException {
        ModelKeepers.check(signedIn);
        Optional<Trial> found = Trial.find(session, token);
        if (found.isEmpty()) {
            response.sendError(HttpStatus.NOT_FOUND.value());
            return;
        }
        Trial trial = found.get();
        Trials.Opened opened = trials.open(trial);
        CsvFile csv = CsvFile.answer(
                response,
                "what-if-%s-%s-to-%s.csv"
                        .formatted(
                                trial.question().table(),
                                trial.question().from(),
                                trial.question().to()),
                "case",
                "state",
                "decided_at",
                "process",
                "step",
                "evaluation",
                "result",
                "before",
                "after",
                "rows_before",
                "rows_after",
                "reason",
                "inputs");
        opened.each(lines -> {
            Map<String, PastDecisions.Nth> nth = opened.nth(lines);
            lines.forEach(
                    line -> write(line.past(), row(line, nth.get(line.past().id()), opened.sheet()), csv));
        });
        csv.end();
    }

    private static void write(PastDecision past, Row row, CsvFile csv) {
        csv.row(
                row.caseNumber(),
                row.state(),
                past.at().toString(),
                past.process(),
                past.step(),
                row.nth(),
                row.fate().code(),
                row.before(),
                row.after(),
                row.rowsBefore(),
                row.rowsAfter(),
                row.reason(),
                past.shown().entrySet().stream()
                        .map(input -> input.getKey() + ": " + input.getValue())
                        .collect(Collectors.joining("; ")));
    }

    private static String shown(String show, Summary summary) {
        boolean known = show.equals("all")
                || Arrays.stream(Verdict.Fate.values())
                        .anyMatch(fate -> fate.code().equals(show));
        if (known) {
            return show;
        }
        // what would stop cases, then what people came for, then what there is instead
        if (summary.failed() > 0) {
            return Verdict.Fate.FAILED.code();
        }
        return summary.otherwise() > 0 ? "otherwise" : summary.untold() > 0 ? "untold" : "all";
    }

    private static Predicate<Trials.Line> fits(String shown, Summary.@Nullable Pair pair, Sheet sheet) {
        if (pair == null) {
            return line -> shown.equals("all") || line.verdict().fate().code().equals(shown);
        }
        return line -> {
            Outcome now = line.verdict().answer().outcome();
            return now != null
                    && pair.same() == (line.verdict().fate() == Verdict.Fate.SAME)
                    && pair.before().equals(line.past().answer())
                    && pair.after().equals(now.text(sheet.outputs()));
        };
    }

    private static List<OutcomeRow> outcomes(Summary summary) {
        int largest =
                summary.outcomes().stream().mapToInt(Summary.Pair::count).max().orElse(1);
        List<OutcomeRow> rows = new ArrayList<>();
        for (Summary.Pair pair : summary.outcomes()) {
            rows.add(new OutcomeRow(
                    pair.before(), pair.after(), pair.same(), pair.count(), Math.max(4, pair.count() * BAR / largest)));
        }
        return rows;
    }

    /** What was not asked in the past, or is given for it. */
    private static List<Ask> asks(Trial trial) {
        List<Ask> asks = new ArrayList<>();
        trial.summary()
                .missing()
                .forEach(one -> asks.add(new Ask(one.name(), one.label(), one.type(), one.count(), "")));
        trial.question().given().forEach((name, value) -> {
            if (asks.stream().noneMatch(ask -> ask.name().equals(name))) {
                asks.add(new Ask(name, name, "", 0, value));
            }
        });
        return asks;
    }

    private static List<Tab> tabs(Summary summary) {
        return List.of(
                new Tab("failed", "Would fail", summary.failed()),
                new Tab("otherwise", "Otherwise", summary.otherwise()),
                new Tab("same", "As before", summary.same()),
                new Tab("untold", "Cannot be told", summary.untold()),
                new Tab("all", "All", summary.looked()));
    }

    private Row row(Trials.Line line, PastDecisions.@Nullable Nth nth, Sheet sheet) {
        PastDecision past = line.past();
        ChangedTable.Answer answer = line.verdict().answer();
        Outcome now = answer.outcome();
        return new Row(
                past.caseNumber() == null ? "" : past.caseNumber(),
                past.caseNumber() == null ? "no case" : past.closed() ? "closed" : "open",
                time.moment(past.at()),
                past.step().isEmpty() ? (past.process().isEmpty() ? "" : Words.label(past.process())) : past.step(),
                nth == null || nth.of() < 2 ? "" : nth.number() + " of " + nth.of(),
                line.verdict().fate(),
                past.answer(),
                now == null ? "" : now.text(sheet.outputs()),
                past.sheet().numbers(past.rows()),
                sheet.numbers(answer.rows()),
                answer.reason(),
                past.shown());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    /** @param length of its bar, of a thousand */
    record OutcomeRow(String before, String after, boolean same, int count, int length) {}

    record Ask(String name, String label, String type, int count, String value) {}

    record Tab(String code, String label, int count) {}

    /** A decision in words; what there is not is blank. */
    record Row(
            String caseNumber,
            String state,
            String at,
            String step,
            String nth,
            Verdict.Fate fate,
            String before,
            String after,
            String rowsBefore,
            String rowsAfter,
            String reason,
            Map<String, String> inputs) {}
}
