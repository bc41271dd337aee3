package io.amends.callout;

import io.amends.casefile.PlainTime;
import io.amends.staff.People;
import io.amends.staff.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which the roster is kept up; the door says who may open it and who may change it (M-3). */
@Controller
@RequestMapping("/call-outs/roster")
class RosterController {

    private static final Set<String> CHANGE = Set.of("ROLE_communications", "ROLE_service-managers", "ROLE_directors");
    private static final String AUDITORS = "ROLE_auditors";

    /** Who opens the page, as the door knows, too. */
    static final Set<String> READ = Set.of("ROLE_communications", "ROLE_service-managers", "ROLE_directors", AUDITORS);

    private static final int LISTED = 50;

    private final Roster roster;
    private final People people;
    private final PlainTime time;

    RosterController(Roster roster, People people, PlainTime time) {
        this.roster = roster;
        this.people = people;
        this.time = time;
    }

    @GetMapping
    String page(Authentication signedIn, Model model) {
        model.addAttribute("page", page());
        model.addAttribute("mayChange", mayChange(signedIn));
        return "callout/roster";
    }

    /** @param change {@code add}, {@code remove}, {@code up}, {@code down} or {@code phone} */
    @PostMapping
    String change(
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String change,
            @RequestParam(defaultValue = "") String phone,
            Authentication signedIn,
            RedirectAttributes redirect) {
        Optional<CallOutRole> line = CallOutRole.of(role);
        boolean done = line.isPresent()
                && mayChange(signedIn)
                && switch (change) {
                    case "add" -> roster.add(role, person, signedIn.getName());
                    case "remove" -> roster.remove(line.get(), person, signedIn.getName());
                    case "up", "down" -> roster.move(line.get(), person, change.equals("up"), signedIn.getName());
                    case "phone" -> roster.phone(role, person, phone, signedIn.getName());
                    default -> false;
                };
        redirect.addFlashAttribute(
                done ? "done" : "problem",
                done
                        ? "Noted. It counts for call-outs that begin from now on."
                        : "Not changed: choose a role, a colleague who fits it, and a telephone number of digits.");
        return "redirect:/call-outs/roster" + line.map(it -> "#" + it.code()).orElse("");
    }

    private RosterPage page() {
        return new RosterPage(
                Stream.of(CallOutRole.values()).map(this::line).toList(),
                roster.changes(LISTED).stream().map(this::change).toList());
    }

    private RosterPage.Line line(CallOutRole role) {
        List<String> line = roster.line(role);
        List<RosterPage.Place> places = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            Optional<Person> person = people.person(line.get(i));
            places.add(new RosterPage.Place(
                    line.get(i),
                    person.map(Person::name).orElse(line.get(i)),
                    part(i),
                    roster.phone(line.get(i)).orElse(""),
                    person.isEmpty(),
                    i == 0,
                    i == line.size() - 1));
        }
        return new RosterPage.Line(
                role.code(),
                role.title(),
                warnings(role, places),
                places,
                roster.staff(role).stream()
                        .filter(one -> !line.contains(one.userId()))
                        .map(one -> new RosterPage.Choice(one.userId(), one.name()))
                        .toList());
    }

    private static String part(int place) {
        return switch (place) {
            case 0 -> "called first";
            case 1 -> "deputy";
            default -> "next in line";
        };
    }

    private List<String> warnings(CallOutRole role, List<RosterPage.Place> places) {
        return Stream.of(
                        Stream.of(warning(role, places)).filter(warning -> !warning.isEmpty()),
                        roster.firstToo(role).stream()
                                .map(twice -> name(twice.userId()) + " is called first as "
                                        + twice.other().title().toLowerCase(Locale.ROOT)
                                        + ", too, and would have two roles at once."),
                        roster.twice(role).stream()
                                .map(twice -> name(twice.userId()) + " may be called as "
                                        + twice.other().title().toLowerCase(Locale.ROOT)
                                        + ", too, and nobody approves for two roles."))
                .flatMap(warnings -> warnings)
                .toList();
    }

    private String warning(CallOutRole role, List<RosterPage.Place> places) {
        List<RosterPage.Place> there =
                places.stream().filter(place -> !place.gone()).toList();
        if (there.size() == 1) {
            return "Only one person can be called: there is no deputy.";
        }
        if (!there.isEmpty()) {
            return "";
        }
        List<String> standIns = roster.standIns(role).stream().map(Person::name).toList();
        return standIns.isEmpty()
                ? "Nobody can be called for this role. Put somebody on the line."
                : "Nobody can be called from this line. Until then these are called, in this order: "
                        + String.join(", ", standIns) + ".";
    }

    private RosterPage.Change change(RosterTable.Change change) {
        String role = CallOutRole.of(change.role()).map(CallOutRole::title).orElse(change.role());
        String what =
                switch (change.what()) {
                    case "added" -> name(change.userId()) + " was put on the line";
                    case "removed" -> name(change.userId()) + " was taken off the line";
                    case "phone" -> "the number of " + name(change.userId()) + " was changed";
                    case "up" -> name(change.userId()) + " was moved forward";
                    default -> name(change.userId()) + " was moved back";
                };
        return new RosterPage.Change(time.moment(change.at()), name(change.who()), role + ": " + what);
    }

    private String name(String userId) {
        return people.person(userId).map(Person::name).orElse(userId);
    }

    private static boolean mayChange(Authentication signedIn) {
        return signedIn.getAuthorities().stream().anyMatch(it -> CHANGE.contains(it.getAuthority()))
                && signedIn.getAuthorities().stream().noneMatch(it -> AUDITORS.equals(it.getAuthority()));
    }
}
