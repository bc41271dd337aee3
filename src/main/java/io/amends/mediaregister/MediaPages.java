package io.amends.mediaregister;

import io.amends.casefile.PlainTime;
import io.amends.casefile.StaffNames;
import io.amends.casefile.Words;
import io.amends.letter.LetterView;
import io.amends.letter.Letters;
import io.amends.mediaregister.MediaContactTable.Contact;
import io.amends.mediaregister.OutletTable.OutletRow;
import io.amends.mediaregister.PersonTable.PersonRow;
import io.amends.mediaregister.SpokespersonTable.SpokespersonRow;
import io.amends.modeling.FormRefusal;
import io.amends.staff.People;
import io.amends.staff.Person;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of the register share: who may change it, and its words. */
@Component
class MediaPages {

    private static final String KEEPERS = "ROLE_communications";
    private static final String AUDITORS = "ROLE_auditors";
    private static final List<String> KINDS =
            List.of("newspaper", "television", "radio", "online", "agency", "social", "other");
    private static final List<String> REACHES = List.of("local", "regional", "national", "international");
    private static final List<String> ROLES = List.of("journalist", "editor", "leadership");
    private static final List<String> WAYS = List.of("phone", "meeting", "interview", "mail");
    /** Of whom a spokesperson is chosen. */
    private static final List<String> GROUPS = List.of(
            "spokespersons",
            "communications",
            "directors",
            "service-managers",
            "legal",
            "team-leads",
            "retention",
            "service-agents");

    private static final int MOST_CONTACTS = 100;

    private final OutletTable outlets;
    private final PersonTable persons;
    private final MediaContactTable contacts;
    private final SpokespersonTable spokespersons;
    private final MediaRegister register;
    private final Letters letters;
    private final People people;
    private final StaffNames names;
    private final PlainTime time;

    MediaPages(
            OutletTable outlets,
            PersonTable persons,
            MediaContactTable contacts,
            SpokespersonTable spokespersons,
            MediaRegister register,
            Letters letters,
            People people,
            StaffNames names,
            PlainTime time) {
        this.outlets = outlets;
        this.persons = persons;
        this.contacts = contacts;
        this.spokespersons = spokespersons;
        this.register = register;
        this.letters = letters;
        this.people = people;
        this.names = names;
        this.time = time;
    }

    static boolean mayChange(Authentication signedIn) {
        return has(signedIn, KEEPERS) && !has(signedIn, AUDITORS);
    }

    static String unknown(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "mediaregister/unknown";
    }

    private static boolean has(Authentication signedIn, String role) {
        return signedIn.getAuthorities().stream().anyMatch(it -> role.equals(it.getAuthority()));
    }

    // ------------------------------------------------------------ lists

    PersonLine line(PersonRow row) {
        MediaPerson person = row.person();
        return new PersonLine(
                person.id(),
                person.name(),
                person.outletId(),
                person.outletName(),
                Words.label(person.role()),
                Words.value(String.join(", ", person.beats())),
                Objects.requireNonNullElse(person.phone(), ""),
                Objects.requireNonNullElse(person.mail(), ""),
                person.lastContact() == null ? "never" : time.ago(person.lastContact()),
                person.lastContact() == null ? "" : time.moment(person.lastContact()),
                row.leftAt() != null);
    }

    OutletLine line(OutletRow row) {
        List<PersonRow> there = persons.of(row.id()).stream()
                .filter(one -> one.leftAt() == null)
                .toList();
        return new OutletLine(
                row.id(),
                row.name(),
                Words.label(row.kind()),
                row.reach() == null ? PlainTime.NOTHING : Words.label(row.reach()),
                there.size(),
                row.checked(),
                row.archivedAt() != null);
    }

    // ------------------------------------------------------------ an outlet

    String outlet(OutletRow row, RegisterForm form, Authentication signedIn, Model model) {
        model.addAttribute("outlet", line(row));
        model.addAttribute("website", row.website());
        model.addAttribute("changed", changed(row.changedBy(), time.moment(row.changedAt())));
        model.addAttribute(
                "people", persons.of(row.id()).stream().map(this::line).toList());
        model.addAttribute("form", form);
        model.addAttribute(
                "others",
                row.checked()
                        ? List.of()
                        : outlets.all().stream()
                                .filter(other -> !other.id().equals(row.id()))
                                .toList());
        outletChoices(model);
        model.addAttribute("mayChange", mayChange(signedIn));
        return "mediaregister/outlet";
    }

    String newOutlet(RegisterForm form, Model model) {
        model.addAttribute("form", form);
        outletChoices(model);
        return "mediaregister/new-outlet";
    }

    private static void outletChoices(Model model) {
        model.addAttribute("kinds", labels(KINDS));
        model.addAttribute("reaches", labels(REACHES));
    }

    static RegisterForm form(OutletRow row) {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        values.put(MediaFields.OUTLET_NAME, row.name());
        values.put(MediaFields.OUTLET_KIND, row.kind());
        values.put(MediaFields.WEBSITE, row.website());
        values.put(MediaFields.REACH, row.reach());
        return RegisterForm.of(values);
    }

    // ------------------------------------------------------------ a person

    String person(PersonRow row, RegisterForm form, RegisterForm contact, Authentication signedIn, Model model) {
        MediaPerson person = row.person();
        model.addAttribute("person", line(row));
        model.addAttribute("facts", facts(row));
        model.addAttribute("changed", changed(row.changedBy(), time.moment(row.changedAt())));
        model.addAttribute("left", row.leftAt() == null ? "" : time.day(row.leftAt()));
        List<Contact> had = contacts.of(person.id(), MOST_CONTACTS);
        Set<String> cameBack = cameBack(had);
        model.addAttribute(
                "contacts", had.stream().map(one -> contact(one, cameBack)).toList());
        model.addAttribute("form", form);
        model.addAttribute("note", contact);
        model.addAttribute("ways", labels(WAYS));
        personChoices(person.outletId(), model);
        model.addAttribute("mayChange", mayChange(signedIn));
        return "mediaregister/person";
    }

    String newPerson(RegisterForm form, Model model) {
        model.addAttribute("form", form);
        personChoices("", model);
        return "mediaregister/new-person";
    }

    private void personChoices(String outletId, Model model) {
        Map<String, String> known = new LinkedHashMap<>();
        outlets.byId(outletId)
                .filter(own -> own.archivedAt() != null)
                .ifPresent(own -> known.put(own.id(), own.name()));
        outlets.all().forEach(outlet -> known.put(outlet.id(), outlet.name()));
        model.addAttribute("outlets", known);
        model.addAttribute("roles", labels(ROLES));
        model.addAttribute("languages", languages());
    }

    static RegisterForm form(PersonRow row) {
        MediaPerson person = row.person();
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        values.put(MediaFields.OUTLET_ID, person.outletId());
        values.put(MediaFields.PERSON_NAME, person.name());
        values.put(MediaFields.ROLE, person.role());
        values.put(MediaFields.BEATS, String.join(", ", person.beats()));
        values.put(MediaFields.PHONE, person.phone());
        values.put(MediaFields.MAIL, person.mail());
        values.put(MediaFields.LANGUAGE, person.language());
        return RegisterForm.of(values);
    }

    private static Map<String, String> facts(PersonRow row) {
        MediaPerson person = row.person();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("E-mail", Words.value(person.mail()));
        facts.put("Phone", Words.value(person.phone()));
        facts.put("Language", person.language().equals("zh-CN") ? "Chinese" : "English");
        facts.put("Writes about", Words.value(String.join(", ", person.beats())));
        return facts;
    }

    /** Ids of those letters that their reader never got: they bounced after they had been sent (T-1). */
    private Set<String> cameBack(List<Contact> had) {
        return had.stream()
                .filter(contact -> contact.letterId() != null)
                .map(Contact::caseNumber)
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(caseNumber -> letters.of(caseNumber).stream())
                .filter(letter -> letter.bouncedAt() != null)
                .map(LetterView::id)
                .collect(Collectors.toSet());
    }

    private ContactLine contact(Contact contact, Set<String> cameBack) {
        return new ContactLine(
                contact.what(),
                contact.how(),
                Objects.requireNonNullElse(contact.caseNumber(), ""),
                contact.letterId() == null ? "" : contact.letterId().toString(),
                contact.letterId() != null
                        && cameBack.contains(contact.letterId().toString()),
                contact.who() == null ? "Amends" : names.of(contact.who()),
                time.moment(contact.at()));
    }

    // ------------------------------------------------------------ spokespersons

    /** @param wrongUser whose fields are refused, or blank for the fields of a new one */
    String spokespersons(String wrongUser, RegisterForm form, Authentication signedIn, Model model) {
        Map<String, SpokespersonRow> rows = new LinkedHashMap<>();
        spokespersons.all().forEach(row -> rows.put(row.userId(), row));
        model.addAttribute(
                "rows",
                register.spokespersons().stream()
                        .map(one -> line(
                                one,
                                Objects.requireNonNull(rows.get(one.userId())),
                                one.userId().equals(wrongUser) ? form : null))
                        .toList());
        model.addAttribute("form", wrongUser.isEmpty() ? form : RegisterForm.of(Map.of()));
        model.addAttribute("candidates", candidates(rows.keySet()));
        model.addAttribute("qualities", ticks(Set.of()));
        model.addAttribute("mayChange", mayChange(signedIn));
        return "mediaregister/spokespersons";
    }

    private SpokespersonLine line(Spokesperson one, SpokespersonRow row, @Nullable RegisterForm refused) {
        RegisterForm form = refused == null
                ? RegisterForm.of(Map.of(
                        MediaDesk.TRAINED_ON,
                        row.trainedOn() == null ? "" : row.trainedOn().toString()))
                : refused;
        return new SpokespersonLine(
                one.userId(),
                one.name(),
                one.missing(),
                one.trainedOn() == null ? PlainTime.NOTHING : time.day(one.trainedOn()),
                ticks(row.qualities()),
                names.of(row.lookedBy()),
                time.moment(row.lookedAt()),
                form);
    }

    private static List<Tick> ticks(Set<Quality> qualities) {
        return Arrays.stream(Quality.values())
                .map(quality -> new Tick(quality.code(), quality.words(), qualities.contains(quality)))
                .toList();
    }

    /** User id to name, those whose duty it is first. */
    private Map<String, String> candidates(Set<String> listed) {
        Map<String, String> candidates = new LinkedHashMap<>();
        for (String group : GROUPS) {
            for (Person person : people.members(group)) {
                if (!listed.contains(person.userId())) {
                    candidates.putIfAbsent(
                            person.userId(), "%s (%s)".formatted(names.of(person.userId()), Words.label(group)));
                }
            }
        }
        return candidates;
    }

    // ------------------------------------------------------------ words

    private String changed(@Nullable String who, String at) {
        return who == null ? "Last changed %s.".formatted(at) : "Last changed by %s, %s.".formatted(names.of(who), at);
    }

    private static Map<String, String> languages() {
        Map<String, String> languages = new LinkedHashMap<>();
        languages.put("en", "English");
        languages.put("zh-CN", "Chinese");
        return languages;
    }

    private static Map<String, String> labels(List<String> codes) {
        Map<String, String> labels = new LinkedHashMap<>();
        codes.forEach(code -> labels.put(code, Words.label(code)));
        return labels;
    }

    /** For the head of a page whose fields were refused. */
    static String problem(FormRefusal refusal) {
        int fields = refusal.findings().size();
        return fields == 1
                ? "Nothing was changed: one field does not fit."
                : "Nothing was changed: %d fields do not fit.".formatted(fields);
    }

    /** @param lastContact {@code 2 days ago} or {@code never} */
    record PersonLine(
            String id,
            String name,
            String outletId,
            String outletName,
            String role,
            String beats,
            String phone,
            String mail,
            String lastContact,
            String lastContactAt,
            boolean left) {}

    record OutletLine(
            String id, String name, String kind, String reach, int people, boolean checked, boolean archived) {}

    /** @param letter address of the letter, or blank */
    /** @param cameBack whether it is a letter that bounced */
    record ContactLine(
            String what, String how, String caseNumber, String letter, boolean cameBack, String who, String at) {}

    record Tick(String code, String words, boolean yes) {}

    record SpokespersonLine(
            String userId,
            String name,
            List<String> missing,
            String trainedOn,
            List<Tick> qualities,
            String lookedBy,
            String lookedAt,
            RegisterForm form) {}
}
