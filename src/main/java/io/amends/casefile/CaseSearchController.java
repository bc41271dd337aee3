package io.amends.casefile;

import io.amends.staff.People;
import io.amends.staff.Person;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The search page; everything asked stands in the address, so that a search can be kept and sent on. */
@Controller
class CaseSearchController {

    private static final List<String> OWNERS = List.of("service-agents", "team-leads", "service-managers");

    private final CaseSearch search;
    private final StaffNames names;
    private final PlainTime time;
    private final People people;
    private final CaseWords words;

    CaseSearchController(CaseSearch search, StaffNames names, PlainTime time, People people, CaseWords words) {
        this.search = search;
        this.names = names;
        this.time = time;
        this.people = people;
        this.words = words;
    }

    @GetMapping("/cases")
    String search(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String severity,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "") String after,
            Authentication signedIn,
            Model model) {
        CaseQuery query = new CaseQuery(text, state, severity, owner, mine, after);
        model.addAttribute("query", query);
        CaseSearch.Result result = search.find(query, Reader.of(signedIn));
        model.addAttribute("rows", rows(result.hits()));
        model.addAttribute("owners", owners());
        if (result.more()) {
            model.addAttribute("next", next(query, result.last()));
        }
        return "cases/search";
    }

    private List<Row> rows(List<CaseHit> hits) {
        Map<String, CaseDetails.Brief> briefs =
                words.briefs(hits.stream().map(CaseHit::file).toList());
        return hits.stream()
                .map(hit -> row(hit, briefs.get(hit.file().number())))
                .toList();
    }

    private Row row(CaseHit hit, CaseDetails.@Nullable Brief brief) {
        CaseFile file = hit.file();
        return new Row(
                file,
                Words.value(hit.party()),
                words.subject(file),
                brief == null ? null : brief.mark(),
                brief == null ? null : brief.rank(),
                file.owner() == null ? PlainTime.NOTHING : names.of(file.owner()),
                time.moment(file.openedAt()),
                time.ago(file.openedAt()));
    }

    private List<Person> owners() {
        return OWNERS.stream()
                .flatMap(group -> Stream.ofNullable(people.members(group)).flatMap(List::stream))
                .distinct()
                .sorted(Comparator.comparing(Person::name))
                .toList();
    }

    private static String next(CaseQuery query, String last) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/cases");
        put(address, "text", query.text());
        put(address, "state", query.state());
        put(address, "severity", query.severity());
        put(address, "owner", query.owner());
        put(address, "mine", query.mine() ? "true" : "");
        put(address, "after", last);
        return address.encode().build().toUriString();
    }

    private static void put(UriComponentsBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }

    /** One line of the list. */
    record Row(
            CaseFile file,
            String party,
            String subject,
            @Nullable String mark,
            @Nullable String rank,
            String owner,
            String openedAt,
            String openedAgo) {}
}
