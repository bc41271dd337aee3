package io.amends.mediaregister;

import io.amends.mediaregister.OutletTable.OutletRow;
import io.amends.mediaregister.PersonTable.PersonRow;
import java.util.List;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The lists of people and outlets; what was asked stands in the address. The door says who may open them. */
@Controller
class MediaRegisterController {

    static final int PAGE = 50;
    private static final int LONGEST = 200;
    private static final Set<String> STATES = Set.of("checked", "unchecked", "archived");

    private final PersonTable persons;
    private final OutletTable outlets;
    private final MediaPages pages;

    MediaRegisterController(PersonTable persons, OutletTable outlets, MediaPages pages) {
        this.persons = persons;
        this.outlets = outlets;
        this.pages = pages;
    }

    @GetMapping("/media-register")
    String people(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean left,
            @RequestParam(defaultValue = "") String after,
            Authentication signedIn,
            Model model) {
        String wanted = Sql.cut(text.strip(), LONGEST);
        List<PersonRow> found = persons.search(wanted, left, persons.byId(after).orElse(null), PAGE + 1);
        List<PersonRow> shown = found.stream().limit(PAGE).toList();
        model.addAttribute("text", wanted);
        model.addAttribute("left", left);
        model.addAttribute("after", after);
        model.addAttribute("rows", shown.stream().map(pages::line).toList());
        model.addAttribute("mayChange", MediaPages.mayChange(signedIn));
        model.addAttribute("unchecked", outlets.unchecked());
        if (found.size() > PAGE) {
            String last = shown.get(PAGE - 1).person().id();
            model.addAttribute("next", next("/media-register", wanted, "left", left ? "true" : "", last));
        }
        return "mediaregister/people";
    }

    @GetMapping("/media-register/outlets")
    String outlets(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String after,
            Authentication signedIn,
            Model model) {
        String wanted = Sql.cut(text.strip(), LONGEST);
        String asked = STATES.contains(state) ? state : "";
        String behind = outlets.byId(after).map(OutletRow::key).orElse("");
        List<OutletRow> found = outlets.search(wanted, asked, behind, PAGE + 1);
        List<OutletRow> shown = found.stream().limit(PAGE).toList();
        model.addAttribute("text", wanted);
        model.addAttribute("state", asked);
        model.addAttribute("after", after);
        model.addAttribute("rows", shown.stream().map(pages::line).toList());
        model.addAttribute("mayChange", MediaPages.mayChange(signedIn));
        model.addAttribute("unchecked", outlets.unchecked());
        if (found.size() > PAGE) {
            String last = shown.get(PAGE - 1).id();
            model.addAttribute("next", next("/media-register/outlets", wanted, "state", asked, last));
        }
        return "mediaregister/outlets";
    }

    private static String next(String path, String text, String name, String value, String last) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        if (!text.isEmpty()) {
            address.queryParam("text", "{text}");
        }
        if (!value.isEmpty()) {
            address.queryParam(name, value);
        }
        return address.queryParam("after", last).encode().buildAndExpand(text).toUriString();
    }
}
