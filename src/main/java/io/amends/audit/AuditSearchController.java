package io.amends.audit;

import io.amends.casefile.CaseDetails;
import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseWords;
import io.amends.casefile.PlainTime;
import io.amends.casefile.StaffNames;
import io.amends.casefile.Words;
import io.amends.modeling.FormRefusal.Finding;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an auditor begins: all cases, running and closed, by what they are and had. */
@Controller
class AuditSearchController {

    static final int PAGE = 50;

    private final SearchReader reader;
    private final CaseSelection cases;
    private final CaseMarks marks;
    private final DecisionAnswers decisions;
    private final Owners owners;
    private final KnownClocks clocks;
    private final NoMatch noMatch;
    private final DeskNames called;
    private final StaffNames names;
    private final PlainTime time;
    private final CaseWords words;

    AuditSearchController(
            SearchReader reader,
            CaseSelection cases,
            CaseMarks marks,
            DecisionAnswers decisions,
            Owners owners,
            KnownClocks clocks,
            NoMatch noMatch,
            DeskNames called,
            StaffNames names,
            PlainTime time,
            CaseWords words) {
        this.reader = reader;
        this.cases = cases;
        this.marks = marks;
        this.decisions = decisions;
        this.owners = owners;
        this.clocks = clocks;
        this.noMatch = noMatch;
        this.called = called;
        this.names = names;
        this.time = time;
        this.words = words;
    }

    @GetMapping("/audit")
    String search(
            AuditSearch search,
            @RequestParam Map<String, String> parameters,
            HttpServletResponse response,
            Model model) {
        SearchReader.Understood understood = reader.read(search, parameters.keySet());
        model.addAttribute("search", search);
        model.addAttribute("processes", SearchReader.PROCESSES);
        model.addAttribute("states", SearchReader.STATES);
        model.addAttribute("fates", SearchReader.FATES);
        model.addAttribute("owners", owners.all());
        model.addAttribute("fields", DeskNames.FIELDS);
        model.addAttribute("groups", labelled(MarkKind.GROUP, called::group));
        model.addAttribute("clocks", labelled(MarkKind.CLOCK, called::clock));
        Map<String, Map<String, String>> answers = decisions.today().byTable(marks.known(MarkKind.DECISION));
        model.addAttribute("answers", answers);
        String answer = search.fields().getOrDefault("decision", "");
        model.addAttribute("answerKnown", offers(answers, answer));
        Map<String, Map<String, String>> kept = kept();
        model.addAttribute("kept", kept);
        String asked = search.fields().getOrDefault("kept", "");
        asked = Kept.read(asked).map(Kept::toString).orElse(asked);
        model.addAttribute("keptAsked", asked);
        model.addAttribute("keptKnown", offers(kept, asked));
        model.addAttribute("problems", problems(understood.findings()));
        if (!understood.broken().isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
        if (understood.matchable()) {
            show(search, understood.criteria(), model);
        }
        return "audit/search";
    }

    private void show(AuditSearch search, CaseCriteria criteria, Model model) {
        List<CaseRow> found = cases.page(criteria, search.lastSeen(), PAGE + 1);
        List<CaseRow> shown = found.subList(0, Math.min(PAGE, found.size()));
        Map<String, CaseDetails.Brief> briefs =
                words.briefs(shown.stream().map(AuditSearchController::file).toList());
        model.addAttribute(
                "rows",
                shown.stream().map(it -> row(it, briefs.get(it.number()))).toList());
        model.addAttribute("count", count(cases.count(criteria)));
        if (found.isEmpty() && search.lastSeen() == null && search.narrowed()) {
            model.addAttribute("why", noMatch.why(search));
        }
        model.addAttribute("csv", search.at("/audit/cases.csv", Map.of()));
        model.addAttribute("xes", search.at("/audit/cases.xes", Map.of()));
        model.addAttribute("first", search.lastSeen() == null ? null : search.at("/audit", Map.of()));
        if (found.size() > PAGE) {
            String last = shown.get(PAGE - 1).place().toString();
            model.addAttribute("next", search.at("/audit", Map.of("after", last)));
        }
    }

    private static String count(int counted) {
        if (counted > CaseSelection.COUNTED) {
            return "more than 1 000 cases";
        }
        return counted == 1 ? "one case" : counted + " cases";
    }

    private Row row(CaseRow row, CaseDetails.@Nullable Brief brief) {
        return new Row(
                row,
                brief == null ? null : brief.mark(),
                brief == null ? null : brief.rank(),
                called.process(row.process()),
                Words.value(row.party()),
                words.subject(file(row)),
                words.outcome(row.outcome()),
                row.owner() == null ? PlainTime.NOTHING : names.of(row.owner()),
                time.moment(row.openedAt()),
                time.moment(row.closedAt()));
    }

    private static CaseFile file(CaseRow row) {
        return new CaseFile(
                row.number(),
                row.process(),
                null,
                row.customer(),
                row.subject(),
                row.state(),
                row.outcome(),
                row.owner(),
                row.severity(),
                row.openedAt(),
                row.closedAt());
    }

    /** By their names, as they stand in the list. */
    private Map<String, String> labelled(MarkKind kind, UnaryOperator<String> name) {
        Map<String, String> labelled = new LinkedHashMap<>();
        marks.known(kind).stream()
                .sorted(Comparator.comparing(name))
                .forEach(mark -> labelled.put(mark, name.apply(mark)));
        return labelled;
    }

    /** Whether a list to choose from has what was asked; nothing always stands there. */
    private static boolean offers(Map<String, Map<String, String>> lists, String value) {
        return value.isEmpty() || lists.values().stream().anyMatch(one -> one.containsKey(value));
    }

    /** Names of clocks that some case had, each with the ways in which a case may stand to it, in words. */
    private Map<String, Map<String, String>> kept() {
        Map<String, Map<String, String>> kept = new TreeMap<>();
        for (String clock : clocks.rules()) {
            Map<String, String> ways = new LinkedHashMap<>();
            for (KeptFate fate : KeptFate.values()) {
                ways.put(fate.of(clock), fate.words());
            }
            kept.put(called.clock(clock), ways);
        }
        return kept;
    }

    private static Map<String, String> problems(List<Finding> findings) {
        return findings.stream()
                .collect(Collectors.toMap(Finding::field, Finding::reason, (first, next) -> first, LinkedHashMap::new));
    }

    /**
     * One line of the list.
     *
     * @param mark a word that everybody has to see at once, such as that it is an exercise, or null
     * @param rank what stands in place of the severity, such as the level of a crisis, or null
     */
    record Row(
            CaseRow it,
            @Nullable String mark,
            @Nullable String rank,
            String process,
            String party,
            String subject,
            String outcome,
            String owner,
            String openedAt,
            String closedAt) {}
}
