package io.amends.mediaregister;

import io.amends.casefile.PlainTime;
import io.amends.mediaregister.MediaContactTable.Contact;
import io.amends.mediaregister.OutletTable.OutletRow;
import io.amends.mediaregister.PersonTable.PersonRow;
import io.amends.mediaregister.SpokespersonTable.SpokespersonRow;
import io.amends.staff.People;
import io.amends.staff.Person;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class JdbcMediaRegister implements MediaRegister, MediaKeeper {

    /** Whose training is older must not speak (M-6). */
    private static final int TRAINING_HOLDS_MONTHS = 12;

    private static final int LONGEST_NAME = 200;
    private static final int TRIES = 3;

    private final OutletTable outlets;
    private final PersonTable persons;
    private final MediaContactTable contacts;
    private final SpokespersonTable spokespersons;
    private final People people;
    private final PlainTime time;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;

    JdbcMediaRegister(
            OutletTable outlets,
            PersonTable persons,
            MediaContactTable contacts,
            SpokespersonTable spokespersons,
            People people,
            PlainTime time,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.outlets = outlets;
        this.persons = persons;
        this.contacts = contacts;
        this.spokespersons = spokespersons;
        this.people = people;
        this.time = time;
        this.clock = clock;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public Optional<Outlet> outlet(String idOrName) {
        return idOrName.isBlank() ? Optional.empty() : outlets.find(idOrName).map(OutletRow::outlet);
    }

    @Override
    public List<Outlet> outlets() {
        return outlets.all().stream().map(OutletRow::outlet).toList();
    }

    @Override
    public Outlet takeUp(String name) {
        String wanted = Sql.cut(name.strip(), LONGEST_NAME);
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("An outlet needs a name");
        }
        for (int attempt = 1; attempt < TRIES; attempt++) {
            Optional<Outlet> known = outlets.byName(wanted).map(OutletRow::outlet);
            if (known.isPresent()) {
                return known.get();
            }
            try {
                return took(() -> typedIn(wanted));
            } catch (DuplicateKeyException somebodyElseWasFaster) {
                // is found in the next round
            }
        }
        return outlets.byName(wanted).map(OutletRow::outlet).orElseThrow();
    }

    /** In a transaction of its own: two who type the same name at once do not spoil each other's work. */
    private <T> T took(Supplier<T> work) {
        return Objects.requireNonNull(ownTransaction.execute(status -> work.get()));
    }

    private Outlet typedIn(String name) {
        NewOutlet outlet = new NewOutlet("O-" + outlets.nextNumber(), name, OutletTable.OTHER, null, null);
        outlets.add(outlet, false, people.acting().orElse(null));
        return new Outlet(outlet.id(), name, outlet.kind(), false);
    }

    @Override
    public Optional<MediaPerson> person(String outletId, String idOrName) {
        if (outletId.isBlank()) {
            return person(idOrName).or(() -> one(persons.named(idOrName)));
        }
        return outlets.find(outletId).flatMap(outlet -> {
            List<PersonRow> there = persons.of(outlet.id());
            return there.stream()
                    .filter(row -> row.person().id().equals(idOrName.strip()))
                    .map(PersonRow::person)
                    .findFirst()
                    .or(() -> one(there.stream()
                            .filter(row -> row.key().equals(Sql.key(idOrName)))
                            .toList()));
        });
    }

    /** Whoever still works there goes first; between two of them nobody guesses. */
    private static Optional<MediaPerson> one(List<PersonRow> rows) {
        List<PersonRow> there =
                rows.stream().filter(row -> row.leftAt() == null).toList();
        List<PersonRow> candidates = there.isEmpty() ? rows : there;
        return candidates.size() == 1 ? Optional.of(candidates.get(0).person()) : Optional.empty();
    }

    @Override
    public Optional<MediaPerson> person(String id) {
        return persons.byId(id).map(PersonRow::person);
    }

    @Override
    public List<MediaPerson> people() {
        return persons.all().stream().map(PersonRow::person).toList();
    }

    @Override
    public List<MediaPerson> peopleOf(String outletId) {
        return outlets.byId(outletId).stream()
                .flatMap(outlet -> persons.of(outlet.id()).stream())
                .filter(row -> row.leftAt() == null)
                .map(PersonRow::person)
                .toList();
    }

    @Override
    public List<MediaPerson> reading(String mail) {
        return persons.reading(mail).stream().map(PersonRow::person).toList();
    }

    @Override
    public List<Spokesperson> spokespersons() {
        return spokespersons.all().stream()
                .map(this::spokesperson)
                .sorted(Comparator.comparing(Spokesperson::name).thenComparing(Spokesperson::userId))
                .toList();
    }

    @Override
    public Optional<Spokesperson> spokesperson(String userId) {
        return spokespersons.find(userId).map(this::spokesperson);
    }

    private Spokesperson spokesperson(SpokespersonRow row) {
        Optional<Person> account = people.person(row.userId());
        List<String> missing = new ArrayList<>();
        if (account.isEmpty()) {
            missing.add("has no account any more");
        }
        Arrays.stream(Quality.values())
                .filter(quality -> !row.qualities().contains(quality))
                .map(Quality::missing)
                .forEach(missing::add);
        LocalDate trainedOn = row.trainedOn();
        if (trainedOn == null) {
            missing.add("no training is known");
        } else if (trainedOn.plusMonths(TRAINING_HOLDS_MONTHS).isBefore(today())) {
            missing.add("the last training, on " + time.day(trainedOn) + ", is older than " + TRAINING_HOLDS_MONTHS
                    + " months");
        }
        return new Spokesperson(
                row.userId(),
                account.map(Person::name).filter(name -> !name.isBlank()).orElse(row.userId()),
                trainedOn,
                List.copyOf(missing));
    }

    @Override
    @Transactional
    public void contacted(String personId, String caseNumber, String how, String what, Instant at) {
        spokenWith(personId, caseNumber, how, what, at, people.acting().orElse(null));
    }

    @Override
    @Transactional
    public void spokenWith(
            String personId, String caseNumber, String how, String what, Instant at, @Nullable String by) {
        log(new Contact(personId, caseNumber.isBlank() ? null : caseNumber, how, what, at, by, null));
    }

    /** A letter that was sent to an address stands in the log of everybody who reads it, once. */
    @Transactional
    public void wroteTo(String mail, UUID letterId, String caseNumber, String what, Instant at) {
        persons.reading(mail).stream()
                .map(row -> row.person().id())
                .filter(id -> !contacts.has(letterId, id))
                .forEach(id -> log(new Contact(id, caseNumber, "mail", what, at, null, letterId)));
    }

    private void log(Contact contact) {
        if (!MediaContactTable.WAYS.contains(contact.how())) {
            throw new IllegalArgumentException("Not a way of contact: " + contact.how());
        }
        if (persons.byId(contact.personId()).isEmpty()) {
            throw new IllegalArgumentException("Nobody in the media register has the id " + contact.personId());
        }
        contacts.add(contact);
        persons.contacted(contact.personId(), contact.at());
    }

    @Override
    @Transactional
    public List<Became> add(List<Entry> entries) {
        return entries.stream().map(this::add).toList();
    }

    private Became add(Entry entry) {
        NewOutlet told = entry.outlet();
        Optional<OutletRow> known = outlets.byId(told.id()).or(() -> outlets.byName(told.name()));
        Became became;
        if (known.isEmpty()) {
            outlets.add(told, true, null);
            became = Became.NEW;
        } else if (!known.get().checked()) {
            outlets.change(
                    new NewOutlet(known.get().id(), told.name(), told.kind(), told.website(), told.reach()), null);
            became = Became.COMPLETED;
        } else {
            became = Became.KNOWN;
        }
        String outletId = known.map(OutletRow::id).orElse(told.id());
        return entry.person() != null && addPerson(outletId, entry.person()) ? Became.NEW : became;
    }

    /** Returns whether it was new; somebody of that name whom staff had typed in is the same person. */
    private boolean addPerson(String outletId, NewPerson person) {
        boolean known = persons.byId(person.id()).isPresent()
                || persons.of(outletId).stream()
                        .anyMatch(row -> row.key().equals(Sql.key(person.name()))
                                && MediaFields.OWN_ID.matcher(row.person().id()).matches());
        if (!known) {
            persons.add(outletId, person, null);
        }
        return !known;
    }

    @Override
    @Transactional
    public void enlist(String userId, @Nullable LocalDate trainedOn, String lookedBy) {
        if (spokespersons.find(userId).isEmpty()) {
            spokespersons.put(userId, EnumSet.allOf(Quality.class), trainedOn, lookedBy);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
