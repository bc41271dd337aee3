package io.amends.audit;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseWords;
import io.amends.casefile.PlainTime;
import io.amends.casefile.StaffNames;
import io.amends.casefile.Words;
import io.amends.modeling.FormRefusal.Finding;
import io.amends.staff.People;
import io.amends.staff.Person;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where an auditor begins: all cases, running and closed, by what they are and had. */
@Controller
class AuditSearchController {

    static final int PAGE = 50;

    private static final List<String> OWNERS =
            List.of("service-agents", "team-leads", "service-managers", "directors", "retention", "communications");

    private final SearchReader reader;
    private final CaseSelection cases;
    private final CaseMarks marks;
    private final DecisionAnswers decisions;
    private final People people;
    private final StaffNames names;
    private final PlainTime time;
    private final CaseWords words;

    AuditSearchController(
            SearchReader reader,
            CaseSelection cases,
            CaseMarks marks,
            DecisionAnswers decisions,
            People people,
            StaffNames names,
            PlainTime time,
            CaseWords words) {
        this.reader = reader;
        this.cases = cases;
        this.marks = marks;
        this.decisions = decisions;
        this.people = people;
        this.names = names;
        this.time = time;
        this.words = words;
    }

    @GetMapping("/audit")
    String search(AuditSearch search, HttpServletResponse response, Model model) {
        SearchReader.Understood understood = reader.read(search);
        model.addAttribute("search", search);
        model.addAttribute("processes", SearchReader.PROCESSES);
        model.addAttribute("states", SearchReader.STATES);
        model.addAttribute("fates", SearchReader.FATES);
        model.addAttribute("owners", owners());
        model.addAttribute("groups", labelled(MarkKind.GROUP));
        model.addAttribute("clocks", labelled(MarkKind.CLOCK));
        Map<String, Map<String, String>> answers = decisions.byTable(marks.known(MarkKind.DECISION));
        model.addAttribute("answers", answers);
        String answer = search.fields().getOrDefault("decision", "");
        model.addAttribute(
                "answerKnown", answer.isEmpty() || answers.values().stream().anyMatch(one -> one.containsKey(answer)));
        model.addAttribute("kept", kept());
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
        model.addAttribute("rows", shown.stream().map(this::row).toList());
        model.addAttribute("count", count(cases.count(criteria)));
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

    private Row row(CaseRow row) {
        return new Row(
                row,
                SearchReader.PROCESSES.getOrDefault(row.process(), Words.label(row.process())),
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

    private List<Person> owners() {
        return OWNERS.stream()
                .flatMap(group -> Optional.ofNullable(people.members(group)).stream())
                .flatMap(List::stream)
                .distinct()
                .sorted(Comparator.comparing(Person::name))
                .toList();
    }

    private Map<String, String> labelled(MarkKind kind) {
        Map<String, String> labelled = new LinkedHashMap<>();
        marks.known(kind).forEach(mark -> labelled.put(mark, Words.label(mark)));
        return labelled;
    }

    /** Clocks that were breached, each with the ways in which a case may stand to it, in words. */
    private Map<String, String> kept() {
        Map<String, String> kept = new LinkedHashMap<>();
        for (String clock : marks.known(MarkKind.CLOCK)) {
            for (KeptFate fate : KeptFate.values()) {
                kept.put(fate.of(clock), Words.label(clock) + ": " + fate.words());
            }
        }
        return kept;
    }

    private static Map<String, String> problems(List<Finding> findings) {
        return findings.stream()
                .collect(Collectors.toMap(Finding::field, Finding::reason, (first, next) -> first, LinkedHashMap::new));
    }

    /** One line of the list. */
    record Row(
            CaseRow it,
            String process,
            String party,
            String subject,
            String outcome,
            String owner,
            String openedAt,
            String closedAt) {}
}
