package io.amends.staff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** What the head of each page leads to, by role. */
@Component("navigation")
class Navigation {

    /** Who looks at the house's letters: those who change them, and those who answer for what they say. */
    static final Set<Role> LETTER_READERS = EnumSet.of(
            Role.TEAM_LEADS,
            Role.SERVICE_MANAGERS,
            Role.DIRECTORS,
            Role.PROCESS_OWNERS,
            Role.AUDITORS,
            Role.CAMUNDA_ADMIN);

    /** Who opens the mail that came in, on a case or not. */
    static final Set<Role> MAIL_READERS =
            EnumSet.of(Role.SERVICE_AGENTS, Role.TEAM_LEADS, Role.SERVICE_MANAGERS, Role.DIRECTORS, Role.AUDITORS);

    /** Who looks for lost customers, and who reads what was found. */
    static final Set<Role> CUSTOMER_SEEKERS = EnumSet.of(Role.RETENTION, Role.SERVICE_MANAGERS, Role.CAMUNDA_ADMIN);

    static final Set<Role> LOST_CUSTOMER_READERS =
            EnumSet.of(Role.RETENTION, Role.SERVICE_MANAGERS, Role.CAMUNDA_ADMIN, Role.AUDITORS);

    /** Who looks customers up; all but auditors also change what counts for reaching them. */
    static final Set<Role> CUSTOMER_READERS = EnumSet.of(
            Role.SERVICE_AGENTS, Role.TEAM_LEADS, Role.SERVICE_MANAGERS, Role.DIRECTORS, Role.RETENTION, Role.AUDITORS);
    /** Who looks at what winning customers back brings and costs. */
    static final Set<Role> FIGURE_READERS =
            EnumSet.of(Role.SERVICE_MANAGERS, Role.DIRECTORS, Role.AUDITORS, Role.CAMUNDA_ADMIN);

    /** Who looks at whom to call out; all but auditors also change it. */
    static final Set<Role> ROSTER_READERS =
            EnumSet.of(Role.COMMUNICATIONS, Role.SERVICE_MANAGERS, Role.DIRECTORS, Role.AUDITORS);
    /** Who looks people of the media up, and who may speak; communications keep the register. */
    static final Set<Role> MEDIA_READERS = EnumSet.of(
            Role.COMMUNICATIONS, Role.DIRECTORS, Role.SERVICE_MANAGERS, Role.SPOKESPERSONS, Role.LEGAL, Role.AUDITORS);

    /** Who sits at the auditors' desk. */
    static final Set<Role> RECORD_READERS = EnumSet.of(Role.AUDITORS);

    /** Who looks at what was erased and why; managers also erase. */
    static final Set<Role> ERASURE_READERS = EnumSet.of(Role.SERVICE_MANAGERS, Role.AUDITORS);

    /** Who looks at the deployed models, their versions, what runs on them and moves of running cases. */
    static final Set<Role> MODEL_READERS =
            EnumSet.of(Role.PROCESS_OWNERS, Role.SERVICE_MANAGERS, Role.AUDITORS, Role.CAMUNDA_ADMIN);

    /** Who checks and deploys them, tries changed ones and moves running cases; {@link ModelKeepers} tells pages. */
    static final Set<Role> MODEL_KEEPERS = EnumSet.of(Role.PROCESS_OWNERS, Role.CAMUNDA_ADMIN);

    /** More links than fit beside each other are folded up by desk. */
    private static final int BESIDE_EACH_OTHER = 8;

    /** @param desk what it is folded up under, or blank for what everybody goes to all day */
    public record Link(String title, String address, String desk) {}

    /**
     * What stands in the head: a link, or a desk that opens.
     *
     * @param links in it, at least one
     */
    public record Entry(String title, List<Link> links) {

        public boolean opens() {
            return links.size() > 1;
        }
    }

    private final People people;

    Navigation(People people) {
        this.people = people;
    }

    public boolean isSignedIn() {
        Authentication who = who();
        return who != null && who.isAuthenticated() && !(who instanceof AnonymousAuthenticationToken);
    }

    public String getName() {
        return people.signedIn().map(Person::name).orElse("");
    }

    public String getRoles() {
        return roles().stream().map(Role::title).collect(Collectors.joining(", "));
    }

    public boolean isOpensCustomers() {
        return roles().stream().anyMatch(CUSTOMER_READERS::contains);
    }

    /** Whether they may start a scan for lost customers. */
    public boolean isLooksForCustomers() {
        return roles().stream().anyMatch(CUSTOMER_SEEKERS::contains);
    }

    /** Whether they sit at the auditors' desk. */
    public boolean isReadsRecords() {
        return roles().stream().anyMatch(RECORD_READERS::contains);
    }

    /** Whether they erase persons and hold cases. */
    public boolean isErases() {
        return roles().contains(Role.SERVICE_MANAGERS) && !isReadsRecords();
    }

    public List<Link> getLinks() {
        List<Role> roles = roles();
        List<Link> links = new ArrayList<>();
        links.add(new Link("Start", "/", ""));
        if (roles.isEmpty()) {
            return links;
        }
        links.add(new Link("Tasklist", "/camunda/app/tasklist/default/", ""));
        links.add(new Link("Cases", "/cases", ""));
        if (roles.stream().anyMatch(CUSTOMER_READERS::contains)) {
            links.add(new Link("Customers", "/customers", "Customers"));
        }
        if (roles.stream().anyMatch(MAIL_READERS::contains)) {
            links.add(new Link("Mail", "/inbox", "Mail and letters"));
        }
        if (roles.stream().anyMatch(LOST_CUSTOMER_READERS::contains)) {
            links.add(new Link("Lost customers", "/churn-scans", "Customers"));
        }
        if (roles.stream().anyMatch(MEDIA_READERS::contains)) {
            links.add(new Link("Call-outs", "/call-outs", "Media"));
        }
        if (roles.stream().anyMatch(MEDIA_READERS::contains)) {
            links.add(new Link("Media register", "/media-register", "Media"));
        }
        if (roles.stream().anyMatch(LETTER_READERS::contains)) {
            links.add(new Link("Letters", "/letters", "Mail and letters"));
        }
        if (roles.stream().anyMatch(MODEL_READERS::contains)) {
            links.add(new Link("Models", "/models", "Processes"));
        }
        if (roles.stream().anyMatch(FIGURE_READERS::contains)) {
            links.add(new Link("Figures", "/figures", "Records"));
        }
        if (roles.stream().anyMatch(RECORD_READERS::contains)) {
            links.add(new Link("Audit", "/audit", "Records"));
        }
        if (roles.stream().anyMatch(ERASURE_READERS::contains)) {
            links.add(new Link("Erasures", "/erasures", "Records"));
        }
        if (roles.contains(Role.PROCESS_OWNERS)
                || roles.contains(Role.AUDITORS)
                || roles.contains(Role.CAMUNDA_ADMIN)) {
            links.add(new Link("Cockpit", "/camunda/app/cockpit/default/", "System"));
        }
        if (roles.contains(Role.CAMUNDA_ADMIN)) {
            links.add(new Link("Admin", "/camunda/app/admin/default/", "System"));
        }
        links.add(new Link("API", "/swagger-ui/index.html", "System"));
        return links;
    }

    /** The links, folded up by desk where they are too many to stand beside each other. */
    public List<Entry> getMenu() {
        List<Link> links = getLinks();
        Map<String, List<Link>> byDesk = new LinkedHashMap<>();
        links.forEach(link -> byDesk.computeIfAbsent(
                        link.desk().isEmpty() || links.size() <= BESIDE_EACH_OTHER ? link.title() : link.desk(),
                        desk -> new ArrayList<>())
                .add(link));
        return byDesk.entrySet().stream()
                .map(it -> it.getValue().size() == 1
                        ? new Entry(it.getValue().get(0).title(), it.getValue())
                        : new Entry(it.getKey(), it.getValue()))
                .toList();
    }

    List<Role> roles() {
        Authentication who = who();
        Set<String> authorities = who == null
                ? Set.of()
                : who.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(Collectors.toSet());
        return Arrays.stream(Role.values())
                .filter(role -> authorities.contains(role.authority()))
                .toList();
    }

    private static @Nullable Authentication who() {
        return SecurityContextHolder.getContext().getAuthentication();
    }
}
