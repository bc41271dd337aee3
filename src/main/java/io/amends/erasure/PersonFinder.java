package io.amends.erasure;

import io.amends.customer.CustomerEraser;
import io.amends.customer.PhoneNumbers;
import io.amends.web.LikePattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds whose data are to go, and where they are. */
@Repository
class PersonFinder {

    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final PhoneNumbers phones;

    PersonFinder(JdbcClient jdbc, PhoneNumbers phones) {
        this.jdbc = jdbc;
        this.phones = phones;
    }

    /** Whoever fits a number, an address, a phone number, or a piece of a name: entries first, then addresses without one. */
    List<Hit> find(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return List.of();
        }
        String lower = text.toLowerCase(Locale.ROOT);
        Map<String, Hit> hits = new LinkedHashMap<>();
        // a union, because "or" over several columns keeps the indexes from being used
        jdbc.sql("select c.number, c.name, c.mail, c.erased_at from customer c where c.number in (:text, :upper)"
                        + " union select c.number, c.name, c.mail, c.erased_at from customer c where c.mail = :lower"
                        + " union select c.number, c.name, c.mail, c.erased_at from customer c where c.phone = :phone"
                        + " union select c.number, c.name, c.mail, c.erased_at from customer c join case_file f"
                        + " on f.customer_number = c.number where lower(f.party_mail) = :lower"
                        + " union select c.number, c.name, c.mail, c.erased_at from customer c"
                        + " where lower(c.name) like :like escape '!' order by 1 fetch first " + MOST + " rows only")
                .param("text", text)
                .param("upper", text.toUpperCase(Locale.ROOT))
                .param("lower", lower)
                .param("phone", Objects.requireNonNullElse(phones.normalised(text), "-"))
                .param("like", like(lower))
                .query((row, n) -> new Hit(
                        row.getString("number"),
                        row.getString("name"),
                        Objects.requireNonNullElse(row.getString("mail"), ""),
                        row.getObject("erased_at") != null))
                .list()
                .forEach(hit -> hits.put(hit.customerNumber(), hit));
        List<Hit> all = new ArrayList<>(hits.values());
        jdbc.sql(
                        "select lower(party_mail) as mail, min(party_name) as name from case_file where customer_number is null"
                                + " and party_mail is not null and (lower(party_mail) = :lower or lower(party_name) like :like escape '!')"
                                + " group by lower(party_mail) order by 1 fetch first " + MOST + " rows only")
                .param("lower", lower)
                .param("like", like(lower))
                .query((row, n) -> new Hit(
                        null,
                        Objects.requireNonNullElse(row.getString("name"), row.getString("mail")),
                        row.getString("mail"),
                        false))
                .list()
                .forEach(all::add);
        if (all.isEmpty() && wroteToUs(lower)) {
            all.add(new Hit(null, lower, lower, false));
        }
        return all;
    }

    /**
     * @param customerNumber of an entry, else null
     * @param mail of somebody without an entry, else null
     */
    Optional<Person> person(@Nullable String customerNumber, @Nullable String mail) {
        return customerNumber != null
                ? customer(customerNumber)
                : mail == null || mail.isBlank()
                        ? Optional.empty()
                        : stranger(mail.strip().toLowerCase(Locale.ROOT));
    }

    private Optional<Person> customer(String number) {
        return jdbc.sql("select number, name, mail, phone, address from customer where number = ?")
                .param(number)
                .query((row, n) -> {
                    Set<String> mails = new LinkedHashSet<>();
                    add(mails, row.getString("mail"));
                    Stream.of(
                                    "select party_mail from case_file where customer_number = ?",
                                    "select mail from complaint where customer_number = ?",
                                    "select mail from survey where customer_number = ?")
                            .flatMap(sql -> jdbc.sql(sql).param(number).query(String.class).list().stream())
                            .forEach(one -> add(mails, one));
                    Set<String> identifiers = new LinkedHashSet<>(mails);
                    String name = row.getString("name");
                    if (!CustomerEraser.ERASED.equals(name)) {
                        Person.wordsOf(name).forEach(one -> add(identifiers, one));
                    }
                    add(identifiers, row.getString("phone"));
                    add(identifiers, row.getString("address"));
                    jdbc
                            .sql("select name from complaint where customer_number = ? and name <> 'erased'")
                            .param(number)
                            .query(String.class)
                            .list()
                            .stream()
                            .flatMap(Person::wordsOf)
                            .forEach(one -> add(identifiers, one));
                    return new Person(number, name, mails, identifiers);
                })
                .optional();
    }

    private Optional<Person> stranger(String mail) {
        Set<String> names = new LinkedHashSet<>();
        jdbc.sql("select distinct party_name from case_file where lower(party_mail) = ? and customer_number is null"
                        + " and party_name is not null")
                .param(mail)
                .query(String.class)
                .list()
                .forEach(one -> add(names, one));
        if (names.isEmpty() && !wroteToUs(mail)) {
            return Optional.empty();
        }
        Set<String> identifiers = new LinkedHashSet<>();
        names.stream().flatMap(Person::wordsOf).forEach(identifiers::add);
        identifiers.add(mail);
        return Optional.of(new Person(null, mail, Set.of(mail), identifiers));
    }

    /** Cases of a person, newest first. */
    List<String> casesOf(Person person) {
        if (person.customerNumber() != null) {
            return jdbc.sql("select case_number from case_file where customer_number = ?"
                            + " order by opened_at desc, case_number desc")
                    .param(person.customerNumber())
                    .query(String.class)
                    .list();
        }
        return jdbc.sql("select case_number from case_file where customer_number is null"
                        + " and lower(party_mail) in (:mails) order by opened_at desc, case_number desc")
                .param("mails", person.mails())
                .query(String.class)
                .list();
    }

    /** Cases of others that were told something by these: media crises behind which one of them stands (M-16). */
    List<String> toldBy(List<String> caseNumbers) {
        if (caseNumbers.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select distinct l.other_case_number from case_link l join case_file f"
                        + " on f.case_number = l.other_case_number where l.case_number in (:cases)"
                        + " and l.other_case_number not in (:cases) order by 1")
                .param("cases", caseNumbers)
                .query(String.class)
                .list();
    }

    /** Cases of others that mail from one of the person's addresses stands on; it is those cases' to keep. */
    List<String> wroteOnCasesOfOthers(Person person, List<String> own) {
        if (person.mails().isEmpty()) {
            return List.of();
        }
        return jdbc
                .sql("select distinct case_number from inbox_mail where case_number is not null"
                        + " and lower(sender) in (:mails) order by 1 fetch first " + MOST + " rows only")
                .param("mails", person.mails())
                .query(String.class)
                .list()
                .stream()
                .filter(one -> !own.contains(one))
                .toList();
    }

    private boolean wroteToUs(String mail) {
        return jdbc.sql("select count(*) from inbox_mail where lower(sender) = ?")
                        .param(mail)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static void add(Set<String> all, @Nullable String one) {
        if (one != null && !one.isBlank()) {
            all.add(one.strip().toLowerCase(Locale.ROOT));
        }
    }

    private static String like(String lower) {
        // one or two letters would fit everybody
        return lower.length() < 3 && !Character.isIdeographic(lower.codePointAt(0))
                ? lower
                : LikePattern.anywhere(lower);
    }

    /**
     * Somebody who fits a search.
     *
     * @param customerNumber null for an address without an entry
     * @param erased whether their data were erased before
     */
    record Hit(@Nullable String customerNumber, String name, String mail, boolean erased) {}
}
