package io.amends.audit;

import io.amends.audit.ReadingLog.Asked;
import io.amends.casefile.StaffNames;
import io.amends.modeling.FormRefusal;
import io.amends.modeling.FormRefusal.Finding;
import io.amends.web.CsvFile;
import io.amends.web.ListPlace;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** What auditors opened, for auditors. */
@Controller
@Tag(name = "Audit")
class ReadingsController {

    static final int PAGE = 50;
    private static final int AT_ONCE = 500;

    private final ReadingLog log;
    private final StaffNames names;
    private final RecordWords words;

    ReadingsController(ReadingLog log, StaffNames names, RecordWords words) {
        this.log = log;
        this.names = names;
        this.words = words;
    }

    /** What somebody asks the list for, as typed; a field that is missing is blank. */
    record Typed(
            @Nullable String who,
            @Nullable String number,
            @Nullable String kind,
            @Nullable String text,
            @Nullable String from,
            @Nullable String to,
            @Nullable String after) {

        Map<String, String> fields() {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("who", stripped(who));
            fields.put("number", stripped(number).toUpperCase(Locale.ROOT));
            fields.put("kind", stripped(kind));
            fields.put("text", stripped(text));
            fields.put("from", stripped(from));
            fields.put("to", stripped(to));
            return fields;
        }

        private static String stripped(@Nullable String value) {
            return value == null ? "" : value.strip();
        }
    }

    @GetMapping("/audit/readings")
    String readings(
            Typed typed, @RequestParam Map<String, String> parameters, HttpServletResponse response, Model model) {
        Map<String, String> search = typed.fields();
        model.addAttribute("search", search);
        model.addAttribute("narrowed", search.values().stream().anyMatch(value -> !value.isEmpty()));
        model.addAttribute("readers", readers());
        model.addAttribute("kinds", Arrays.stream(ReadingKind.values()).toList());
        model.addAttribute("zone", words.zone());
        List<Finding> findings = new ArrayList<>();
        Asked asked = asked(typed, parameters.keySet(), findings);
        Map<String, String> problems = new LinkedHashMap<>();
        findings.forEach(finding -> problems.putIfAbsent(finding.field(), finding.reason()));
        model.addAttribute("problems", problems);
        if (!findings.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return "audit/readings";
        }
        ListPlace place = ReadingLog.place(Typed.stripped(typed.after())).orElse(null);
        List<Reading> found = log.page(asked, place, PAGE + 1);
        List<Reading> shown = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("rows", shown.stream().map(this::row).toList());
        model.addAttribute("count", count(log.count(asked)));
        model.addAttribute("csv", address("/audit/readings.csv", search, ""));
        model.addAttribute("first", place == null ? null : address("/audit/readings", search, ""));
        if (found.size() > PAGE) {
            model.addAttribute(
                    "next",
                    address(
                            "/audit/readings",
                            search,
                            place(shown.get(PAGE - 1)).toString()));
        }
        return "audit/readings";
    }

    /** All that fit, newest first, page by page, so that a reader who goes away leaves nothing behind. */
    @GetMapping({"/audit/readings.csv", "/api/audit/readings.csv"})
    @Operation(
            summary = "What auditors opened, as CSV",
            description = "A row for each line; who, number, kind, text, from and to narrow it as on the page")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv"))
    void csv(
            @ParameterObject Typed typed,
            @Parameter(hidden = true) @RequestParam Map<String, String> parameters,
            HttpServletResponse response)
            throws IOException {
        List<Finding> findings = new ArrayList<>();
        Asked asked = asked(typed, parameters.keySet(), findings);
        if (!findings.isEmpty()) {
            throw new FormRefusal(findings);
        }
        CsvFile file = CsvFile.answer(response, "readings.csv", "at", "who", "kind", "case", "address", "asked");
        ListPlace place = ReadingLog.place(Typed.stripped(typed.after())).orElse(null);
        List<Reading> page = log.page(asked, place, AT_ONCE);
        while (!page.isEmpty()) {
            for (Reading one : page) {
                file.row(
                        one.at().truncatedTo(ChronoUnit.SECONDS).toString(),
                        one.userId(),
                        one.kind(),
                        one.caseNumber(),
                        one.address(),
                        one.terms());
            }
            page = page.size() < AT_ONCE ? List.of() : log.page(asked, place(page.get(page.size() - 1)), AT_ONCE);
        }
        file.end();
    }

    private static Asked asked(Typed typed, Set<String> parameters, List<Finding> findings) {
        Map<String, String> search = typed.fields();
        LocalDate first = SearchReader.day("from", value(search, "from"), findings);
        LocalDate last = SearchReader.day("to", value(search, "to"), findings);
        if (first != null && last != null && first.isAfter(last)) {
            findings.add(new Finding("from", "is after the last day (%s)".formatted(last)));
        }
        String kind = value(search, "kind");
        if (!kind.isEmpty() && ReadingKind.of(kind).isEmpty()) {
            findings.add(new Finding("kind", "is none of the kinds in the list"));
        }
        String after = Typed.stripped(typed.after());
        if (!after.isEmpty() && ReadingLog.place(after).isEmpty()) {
            findings.add(new Finding(
                    "after", "is no place in this list; it is taken from the address of the page with older lines"));
        }
        parameters.stream()
                .filter(name -> !search.containsKey(name) && !name.equals("after"))
                .sorted()
                .forEach(name -> findings.add(new Finding(name, "is no field of this search")));
        return new Asked(value(search, "who"), value(search, "number"), kind, value(search, "text"), first, last);
    }

    /** User ids with names, where anybody has one. */
    private Map<String, String> readers() {
        Map<String, String> readers = new LinkedHashMap<>();
        log.readers().forEach(userId -> readers.put(userId, names.of(userId)));
        return readers;
    }

    private static String count(int counted) {
        if (counted > CaseSelection.COUNTED) {
            return "more than 1 000 lines";
        }
        return counted == 1 ? "one line" : counted + " lines";
    }

    private static ListPlace place(Reading last) {
        return new ListPlace(last.at(), Long.toString(last.id()));
    }

    private Row row(Reading reading) {
        return new Row(
                reading,
                names.of(reading.userId()),
                ReadingKind.of(reading.kind()).map(ReadingKind::title).orElse(reading.kind()),
                words.local(reading.at()),
                words.utc(reading.at()));
    }

    private static String value(Map<String, String> search, String name) {
        return search.getOrDefault(name, "");
    }

    private static String address(String path, Map<String, String> search, String after) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        Map<String, Object> values = new LinkedHashMap<>();
        search.forEach((name, value) -> {
            if (!value.isEmpty()) {
                values.put(name, value);
            }
        });
        if (!after.isEmpty()) {
            values.put("after", after);
        }
        values.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }

    /** One line of the list. */
    record Row(Reading it, String who, String kind, String at, String utc) {}
}
