package io.amends.erasure;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.customer.CustomerEraser;
import io.amends.letter.KeyedHash;
import io.amends.modeling.FormRefusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Requests to erase a person: what would go, who asked for it, and how far it is. */
@Service
class Erasures {

    static final String NUMBER = "number";
    static final String MAIL = "mail";
    private static final int LONGEST_REASON = 2_000;

    private final PersonFinder people;
    private final PersonRows personRows;
    private final CaseEraser eraser;
    private final Stances stances;
    private final Holds holds;
    private final CaseFiles files;
    private final CustomerEraser customers;
    private final ErasureTable table;
    private final KeyedHash hash;

    Erasures(
            PersonFinder people,
            PersonRows personRows,
            CaseEraser eraser,
            Stances stances,
            Holds holds,
            CaseFiles files,
            CustomerEraser customers,
            ErasureTable table,
            KeyedHash hash) {
        this.people = people;
        this.personRows = personRows;
        this.eraser = eraser;
        this.stances = stances;
        this.holds = holds;
        this.files = files;
        this.customers = customers;
        this.table = table;
        this.hash = hash;
    }

    /** What an erasure would do now; it changes nothing. */
    Optional<Plan> plan(@Nullable String customerNumber, @Nullable String mail) {
        return people.person(customerNumber, mail).map(this::plan);
    }

    Plan plan(Person person) {
        List<String> own = people.casesOf(person);
        List<CaseLine> cases = new ArrayList<>();
        own.forEach(number -> line(number, ErasedCase.WHOLE, person, own).ifPresent(cases::add));
        people.toldBy(own).forEach(number -> line(number, ErasedCase.TOLD, person, own)
                .filter(line -> !line.rows().isEmpty())
                .ifPresent(cases::add));
        return new Plan(
                person,
                cases,
                personRows.count(person),
                staysBecause(person),
                people.wroteOnCasesOfOthers(person, own),
                table.of(keys(person)),
                person.customerNumber() != null && customers.erased(person.customerNumber()));
    }

    private Optional<CaseLine> line(String number, String part, Person person, List<String> own) {
        return files.find(number).map(file -> {
            Stance stance = stances.of(number);
            Map<String, Integer> rows = stance != Stance.READY
                    ? Map.of()
                    : part.equals(ErasedCase.WHOLE) ? eraser.count(number) : eraser.countTold(number, person, own);
            return new CaseLine(
                    file,
                    part,
                    stance,
                    holds.standing(number).map(Holds.Hold::reason).orElse(null),
                    rows,
                    table.ofCase(number).stream()
                            .filter(one -> one.part().equals(ErasedCase.WHOLE))
                            .map(CaseErasure::at)
                            .reduce((first, last) -> last)
                            .orElse(null));
        });
    }

    /** Whoever has a case that goes on is still known by it. */
    Optional<String> staysBecause(Person person) {
        List<String> inTheWay = new ArrayList<>();
        for (String number : people.casesOf(person)) {
            Stance stance = stances.of(number);
            if (stance != Stance.READY && stance != Stance.GONE) {
                inTheWay.add(number + " is " + (stance == Stance.BUSY ? "not over yet" : stance.words()));
            }
        }
        personRows.atWork(person).forEach(mail -> inTheWay.add(mail + " waits to be sorted"));
        return inTheWay.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", inTheWay));
    }

    /**
     * Writes the request down; the work begins after the commit.
     *
     * @throws FormRefusal for a reason that is missing, too long, or says who it is about
     */
    @Transactional
    long ask(Person person, String reason, String userId) {
        String words = check(person, reason);
        List<String> own = people.casesOf(person);
        Map<String, String> cases = new LinkedHashMap<>();
        own.forEach(number -> cases.put(number, ErasedCase.WHOLE));
        people.toldBy(own).forEach(number -> cases.put(number, ErasedCase.TOLD));
        return table.add(userId, words, person.customerNumber(), person.mails(), keys(person), cases);
    }

    /** @return the reason as it is kept */
    String check(Person person, String reason) {
        String words = reason.strip();
        if (words.isEmpty()) {
            throw new FormRefusal("reason", "is needed: it is all that stays of why");
        }
        if (words.length() > LONGEST_REASON) {
            throw new FormRefusal("reason", "has at most " + LONGEST_REASON + " characters");
        }
        String lower = words.toLowerCase(Locale.ROOT);
        boolean named = person.identifiers().stream().anyMatch(one -> Person.tells(one) && lower.contains(one));
        if (named) {
            throw new FormRefusal("reason", "must not say who it is about: it stays when the person is erased");
        }
        return words;
    }

    /** Erasures of whoever has this number or address, newest first. */
    List<Erasure> of(String numberOrMail) {
        String typed = numberOrMail.strip();
        return typed.isEmpty()
                ? List.of()
                : table.of(List.of(key(NUMBER, typed), key(NUMBER, typed.toUpperCase(Locale.ROOT)), key(MAIL, typed)));
    }

    private Set<PersonKey> keys(Person person) {
        Set<PersonKey> keys = new LinkedHashSet<>();
        if (person.customerNumber() != null) {
            keys.add(key(NUMBER, person.customerNumber()));
        }
        new TreeSet<>(person.mails()).forEach(mail -> keys.add(key(MAIL, mail)));
        return keys;
    }

    private PersonKey key(String kind, String value) {
        String same = kind.equals(MAIL) ? value.toLowerCase(Locale.ROOT) : value;
        return new PersonKey(kind, hash.of("erased person " + kind, same));
    }

    /**
     * What would go.
     *
     * @param rows what belongs to no case, by table
     * @param staysBecause why the person's own entry and what belongs to no case would stay, or empty
     * @param onCasesOfOthers cases of others with mail of the person, which stay as they are
     * @param before erasures of the same person
     * @param erased whether the entry was erased before
     */
    record Plan(
            Person person,
            List<CaseLine> cases,
            Map<String, Integer> rows,
            Optional<String> staysBecause,
            List<String> onCasesOfOthers,
            List<Erasure> before,
            boolean erased) {

        public boolean anythingGoes() {
            return cases.stream().anyMatch(line -> line.stance() == Stance.READY && line.erasedAt() == null)
                    || (staysBecause.isEmpty() && !rows.isEmpty());
        }
    }

    /**
     * One case of a plan.
     *
     * @param held why it is held, or null
     * @param rows by table; empty where it stays
     * @param erasedAt when all of it was erased before, or null
     */
    record CaseLine(
            CaseFile file,
            String part,
            Stance stance,
            @Nullable String held,
            Map<String, Integer> rows,
            @Nullable Instant erasedAt) {}
}
