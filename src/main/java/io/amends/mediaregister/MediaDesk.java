package io.amends.mediaregister;

import io.amends.casefile.CaseFiles;
import io.amends.imports.Cells;
import io.amends.imports.Row;
import io.amends.mediaregister.MediaKeeper.NewOutlet;
import io.amends.mediaregister.MediaKeeper.NewPerson;
import io.amends.mediaregister.OutletTable.OutletRow;
import io.amends.mediaregister.PersonTable.PersonRow;
import io.amends.modeling.FormRefusal;
import io.amends.staff.People;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What communications change in the register; whatever does not fit is refused by field and reason, and nothing has changed then. */
@Service
class MediaDesk {

    static final String HOW = "how";
    static final String WHAT = "what";
    static final String CASE = "caseNumber";
    static final String USER = "userId";
    static final String TRAINED_ON = "trainedOn";
    static final String INTO = "into";
    private static final int LONGEST_WHAT = 500;

    private final MediaRegister register;
    private final OutletTable outlets;
    private final PersonTable persons;
    private final SpokespersonTable spokespersons;
    private final MediaFields fields;
    private final CaseFiles cases;
    private final People people;
    private final Clock clock;

    MediaDesk(
            MediaRegister register,
            OutletTable outlets,
            PersonTable persons,
            SpokespersonTable spokespersons,
            MediaFields fields,
            CaseFiles cases,
            People people,
            Clock clock) {
        this.register = register;
        this.outlets = outlets;
        this.persons = persons;
        this.spokespersons = spokespersons;
        this.fields = fields;
        this.cases = cases;
        this.people = people;
        this.clock = clock;
    }

    /** @return its id */
    @Transactional
    public String addOutlet(Map<String, String> typed, String who) {
        NewOutlet outlet = outlet("", typed);
        String id = "O-" + outlets.nextNumber();
        outlets.add(new NewOutlet(id, outlet.name(), outlet.kind(), outlet.website(), outlet.reach()), true, who);
        return id;
    }

    /** Whoever writes down what an outlet is has checked it. */
    @Transactional
    public void changeOutlet(String id, Map<String, String> typed, String who) {
        outlets.change(outlet(id, typed), who);
    }

    private NewOutlet outlet(String id, Map<String, String> typed) {
        Cells cells = new Cells(new Row(1, typed));
        NewOutlet outlet = fields.outlet(id, cells);
        outlets.byName(outlet.name())
                .filter(other -> !other.id().equals(id))
                .ifPresent(other -> cells.refuse(MediaFields.OUTLET_NAME, taken(other)));
        cells.check();
        return outlet;
    }

    private static String taken(OutletRow other) {
        return "leads to %s already%s".formatted(other.name(), other.archivedAt() == null ? "" : ", which is archived");
    }

    @Transactional
    public void checkOutlet(String id, String who) {
        outlets.check(id, who);
    }

    @Transactional
    public void archiveOutlet(String id, boolean archived, String who) {
        outlets.archive(id, archived, who);
    }

    /** The other one that is to be kept. */
    Optional<OutletRow> target(OutletRow outlet, String into) {
        return outlets.byId(into).filter(other -> !other.id().equals(outlet.id()) && other.archivedAt() == null);
    }

    /** Its people go along, and its name leads to the other one from now on. */
    @Transactional
    public void joinOutlet(OutletRow outlet, OutletRow into, String who) {
        if (outlet.checked()) {
            throw new FormRefusal(INTO, "is for outlets that nobody has checked yet");
        }
        persons.moveAll(outlet.id(), into.id());
        outlets.join(outlet.id(), into.id(), who);
    }

    /** @return their id */
    @Transactional
    public String addPerson(Map<String, String> typed, String who) {
        Cells cells = new Cells(new Row(1, typed));
        NewPerson person = fields.person("", cells);
        OutletRow outlet = outletOf("", person, cells);
        String id = "M-" + outlets.nextNumber();
        persons.add(
                outlet.id(),
                new NewPerson(
                        id,
                        person.name(),
                        person.role(),
                        person.beats(),
                        person.phone(),
                        person.mail(),
                        person.language()),
                who);
        return id;
    }

    @Transactional
    public void changePerson(String id, Map<String, String> typed, String who) {
        Cells cells = new Cells(new Row(1, typed));
        NewPerson person = fields.person(id, cells);
        persons.change(outletOf(id, person, cells).id(), person, who);
    }

    /** Where they work, when all else fits too. */
    private OutletRow outletOf(String id, NewPerson person, Cells cells) {
        String typed = cells.text(MediaFields.OUTLET_ID, 40);
        Optional<OutletRow> outlet = typed.isEmpty() ? Optional.empty() : outlets.byId(typed);
        if (outlet.isEmpty()) {
            cells.refuse(MediaFields.OUTLET_ID, "is not in the register");
        }
        boolean twice = outlet.stream()
                .flatMap(there -> persons.of(there.id()).stream())
                .anyMatch(other -> !other.person().id().equals(id)
                        && other.leftAt() == null
                        && other.key().equals(Sql.key(person.name())));
        if (twice) {
            cells.refuse(MediaFields.PERSON_NAME, "is known at this outlet already");
        }
        cells.check();
        return outlet.orElseThrow();
    }

    @Transactional
    public void personLeft(PersonRow row, boolean left, String who) {
        persons.left(row.person().id(), left, who);
    }

    @Transactional
    public void noteContact(String personId, Map<String, String> typed) {
        Cells cells = new Cells(new Row(1, typed));
        String how = cells.oneOf(HOW, MediaContactTable.WAYS, "");
        if (how.isEmpty()) {
            cells.refuse(HOW, "is missing");
        }
        String what = cells.text(WHAT, LONGEST_WHAT);
        String caseNumber = cells.optional(CASE, 20);
        if (caseNumber != null && cases.find(caseNumber).isEmpty()) {
            cells.refuse(CASE, "is not the number of a case");
        }
        cells.check();
        register.contacted(personId, caseNumber == null ? "" : caseNumber, how, what, clock.instant());
    }

    @Transactional
    public void putSpokesperson(Map<String, String> typed, Set<String> ticked, String who) {
        Cells cells = new Cells(new Row(1, typed));
        String userId = cells.text(USER, 64);
        boolean listed = !userId.isEmpty() && spokespersons.find(userId).isPresent();
        if (!userId.isEmpty() && !listed && people.person(userId).isEmpty()) {
            cells.refuse(USER, "is no member of staff");
        }
        if (userId.equals(who)) {
            cells.refuse(USER, "is yourself: somebody else looks at what you bring (M-6)");
        }
        LocalDate trainedOn = cells.day(TRAINED_ON);
        if (trainedOn != null && trainedOn.isAfter(LocalDate.ofInstant(clock.instant(), clock.getZone()))) {
            cells.refuse(TRAINED_ON, "lies in the future");
        }
        cells.check();
        Set<Quality> qualities = Arrays.stream(Quality.values())
                .filter(quality -> ticked.contains(quality.code()))
                .collect(Collectors.toSet());
        spokespersons.put(userId, qualities, trainedOn, who);
    }

    @Transactional
    public void removeSpokesperson(String userId, String who) {
        spokespersons.remove(userId, who);
    }
}
