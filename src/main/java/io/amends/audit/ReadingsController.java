package io.amends.audit;

import io.amends.audit.ReadingLog.Asked;
import io.amends.casefile.PlainTime;
import io.amends.modeling.FormRefusal.Finding;
import io.amends.staff.People;
import io.amends.staff.Person;
import io.amends.web.ListPlace;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** What auditors opened, for auditors. */
@Controller
class ReadingsController {

    static final int PAGE = 50;

    private final ReadingLog log;
    private final People people;
    private final PlainTime time;

    ReadingsController(ReadingLog log, People people, PlainTime time) {
        this.log = log;
        this.people = people;
        this.time = time;
    }

    @GetMapping("/audit/readings")
    String readings(
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String after,
            HttpServletResponse response,
            Model model) {
        Map<String, String> search = new LinkedHashMap<>();
        search.put("who", who.strip());
        search.put("number", number.strip().toUpperCase(Locale.ROOT));
        search.put("kind", kind.strip());
        search.put("text", text.strip());
        search.put("from", from.strip());
        search.put("to", to.strip());
        model.addAttribute("search", search);
        model.addAttribute("narrowed", search.values().stream().anyMatch(value -> !value.isEmpty()));
        model.addAttribute("readers", log.readers());
        model.addAttribute("kinds", Arrays.stream(ReadingKind.values()).toList());
        List<Finding> findings = new ArrayList<>();
        LocalDate first = SearchReader.day("from", from.strip(), findings);
        LocalDate last = SearchReader.day("to", to.strip(), findings);
        if (first != null && last != null && first.isAfter(last)) {
            findings.add(new Finding("from", "is after the last day (%s)".formatted(last)));
        }
        if (!kind.isBlank() && ReadingKind.of(kind.strip()).isEmpty()) {
            findings.add(new Finding("kind", "is none of the kinds in the list"));
        }
        Map<String, String> problems = new LinkedHashMap<>();
        findings.forEach(finding -> problems.putIfAbsent(finding.field(), finding.reason()));
        model.addAttribute("problems", problems);
        if (!findings.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return "audit/readings";
        }
        Asked asked = new Asked(
                value(search, "who"),
                value(search, "number"),
                value(search, "kind"),
                value(search, "text"),
                first,
                last);
        ListPlace place = ListPlace.read(after.strip()).orElse(null);
        List<Reading> found = log.page(asked, place, PAGE + 1);
        List<Reading> shown = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("rows", shown.stream().map(this::row).toList());
        model.addAttribute("first", place == null ? null : address(search, ""));
        if (found.size() > PAGE) {
            Reading end = shown.get(PAGE - 1);
            model.addAttribute("next", address(search, new ListPlace(end.at(), Long.toString(end.id())).toString()));
        }
        return "audit/readings";
    }

    private Row row(Reading reading) {
        return new Row(
                reading,
                people.person(reading.userId()).map(Person::name).orElse(reading.userId()),
                ReadingKind.of(reading.kind()).map(ReadingKind::title).orElse(reading.kind()),
                time.moment(reading.at()));
    }

    private static String value(Map<String, String> search, String name) {
        return search.getOrDefault(name, "");
    }

    private static String address(Map<String, String> search, String after) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/audit/readings");
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
    record Row(Reading it, String who, String kind, String at) {}
}
