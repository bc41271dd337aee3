package io.amends.mediaregister;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.imports.ImportTarget.Outcome;
import io.amends.imports.Row;
import io.amends.letter.LetterSent;
import io.amends.mediaregister.MediaKeeper.Became;
import io.amends.mediaregister.MediaKeeper.Entry;
import io.amends.mediaregister.MediaKeeper.NewOutlet;
import io.amends.mediaregister.MediaKeeper.NewPerson;
import io.amends.modeling.FormRefusal;
import io.amends.modeling.FormRefusal.Finding;
import io.amends.staff.StaffAccounts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Outlets, people, spokespersons and contacts (M-6, M-10), on whichever database. */
abstract class MediaRegisterContract {

    @Autowired
    MediaRegister register;

    @Autowired
    MediaKeeper keeper;

    @Autowired
    MediaImport imported;

    @Autowired
    OutletTable outlets;

    @Autowired
    PersonTable persons;

    @Autowired
    MediaContactTable contacts;

    @Autowired
    SpokespersonTable spokespersons;

    @Autowired
    MediaDesk desk;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    // ------------------------------------------------------------ outlets

    @Test
    void an_outlet_is_found_by_id_and_by_name_however_that_is_written() {
        String word = word();
        outlet(word, "The " + word + " Post");
        for (String asked : List.of(word, "The " + word + " Post", "  the   " + word + " POST ")) {
            assertThat(register.outlet(asked)).as(asked).map(Outlet::id).contains(word);
        }
        assertThat(register.outlet("The Post of nobody")).isEmpty();
        assertThat(register.outlet(" ")).isEmpty();
    }

    @Test
    void a_name_typed_in_a_hurry_is_kept_once_and_waits_to_be_checked() {
        String name = "Evening " + word();
        Outlet first = register.takeUp(name);
        assertThat(first.id()).matches("O-\\d+");
        assertThat(first.checked()).isFalse();
        assertThat(register.takeUp(" " + name.toUpperCase(Locale.ROOT) + " ")).isEqualTo(first);
        assertThat(outlets.search(name, "unchecked", "", 10)).hasSize(1);
        assertThat(outlets.search(name, "checked", "", 10)).isEmpty();
        desk.checkOutlet(first.id(), "media");
        assertThat(register.outlet(name)).map(Outlet::checked).contains(true);
        assertThatThrownBy(() -> register.takeUp("  ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void of_many_who_type_the_same_name_at_once_all_get_the_same_outlet() throws Exception {
        String name = "Morning " + word();
        int callers = 6;
        var together = new CyclicBarrier(callers);
        var threads = Executors.newFixedThreadPool(callers);
        try {
            List<Callable<Outlet>> calls = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                calls.add(() -> {
                    together.await();
                    return transaction.execute(status -> register.takeUp(name));
                });
            }
            Set<String> ids = new HashSet<>();
            for (Future<Outlet> took : threads.invokeAll(calls)) {
                ids.add(took.get().id());
            }
            assertThat(ids).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void what_was_typed_for_an_outlet_that_stands_there_leads_to_it_from_then_on() {
        String word = word();
        outlet(word, "Chronicle " + word);
        Outlet typo = register.takeUp("Cronicle " + word);
        String reporter = desk.addPerson(person(typo.id(), "Ada " + word), "media");
        desk.joinOutlet(row(typo.id()), row(word), "media");

        assertThat(register.outlet(typo.id())).map(Outlet::id).contains(word);
        assertThat(register.takeUp("cronicle " + word).id()).isEqualTo(word);
        assertThat(register.peopleOf(typo.id())).extracting(MediaPerson::id).containsExactly(reporter);
        assertThat(outlets.search(word, "", "", 10)).hasSize(1);

        // and what leads there goes along when the name itself turns out to be another's
        Outlet again = register.takeUp("Kronicle " + word);
        desk.joinOutlet(row(again.id()), row(word), "media");
        assertThat(register.outlet("kronicle " + word)).map(Outlet::id).contains(word);
        assertThatThrownBy(() -> desk.joinOutlet(row(word), row(word), "media")).isInstanceOf(FormRefusal.class);
    }

    // ------------------------------------------------------------ people

    @Test
    void a_person_is_found_at_their_outlet_or_anywhere_and_nobody_guesses_between_two() {
        String word = word();
        outlet(word + "a", "Alpha " + word);
        outlet(word + "b", "Beta " + word);
        String first = desk.addPerson(person(word + "a", "Kim " + word), "media");
        assertThat(register.person("", "kim " + word)).map(MediaPerson::id).contains(first);
        String second = desk.addPerson(person(word + "b", "Kim " + word), "media");

        assertThat(register.person("", "Kim " + word)).isEmpty();
        assertThat(register.person("", second)).map(MediaPerson::id).contains(second);
        assertThat(register.person(word + "a", "KIM  " + word))
                .map(MediaPerson::id)
                .contains(first);
        assertThat(register.person("Beta " + word, "Kim " + word))
                .map(MediaPerson::id)
                .contains(second);
        assertThat(register.person(word + "a", second)).isEmpty();

        desk.personLeft(persons.byId(second).orElseThrow(), true, "media");
        assertThat(register.person("", "Kim " + word)).map(MediaPerson::id).contains(first);
        assertThat(register.peopleOf(word + "b")).isEmpty();
        assertThat(register.people())
                .extracting(MediaPerson::id)
                .contains(first)
                .doesNotContain(second);
        assertThat(register.person(second)).as("is still known").isPresent();
    }

    @Test
    void people_stand_by_outlet_and_name_and_are_found_by_name_outlet_and_beat() {
        String word = word();
        outlet(word + "z", "Zenith " + word);
        outlet(word + "a", "acme " + word);
        String zoe = desk.addPerson(person(word + "z", "Zoe"), "media");
        String ann = desk.addPerson(person(word + "z", "ann"), "media");
        Map<String, String> chinese = person(word + "a", "赵雨晴");
        chinese.put("language", "zh-CN");
        chinese.put("beats", "消费者权益，retail; retail; Beat" + word);
        String zhao = desk.addPerson(chinese, "media");

        assertThat(found(word, null)).containsExactly(zhao, ann, zoe);
        assertThat(register.outlets()).extracting(Outlet::name).containsSubsequence("acme " + word, "Zenith " + word);
        assertThat(found(word, persons.byId(zhao).orElseThrow())).containsExactly(ann, zoe);
        assertThat(found("beat" + word, null)).containsExactly(zhao);
        assertThat(found("ZENITH " + word, null)).containsExactly(ann, zoe);
        assertThat(found("%" + word, null)).isEmpty();
        MediaPerson kept = register.person(zhao).orElseThrow();
        assertThat(kept.beats()).containsExactly("消费者权益", "retail", "Beat" + word);
        assertThat(kept.phone()).isEqualTo("+442079460101");
        assertThat(kept.mail()).isEqualTo("ann@example.org");

        desk.archiveOutlet(word + "z", true, "media");
        assertThat(found(word, null)).containsExactly(zhao);
        assertThat(persons.search(word, true, null, 10)).hasSize(3);
    }

    // ------------------------------------------------------------ contacts

    @Test
    void a_talk_stands_in_the_log_and_the_last_contact_is_the_latest_one() {
        String word = word();
        outlet(word, "Gazette " + word);
        String reporter = desk.addPerson(person(word, "Ann"), "media");
        Instant now = Instant.parse("2026-05-04T10:00:00Z");
        register.contacted(reporter, "MCR-2026-000001", "phone", "Asked about the kettle", now);
        register.contacted(reporter, "", "meeting", "Told us earlier", now.minus(Duration.ofDays(3)));

        assertThat(contacts.of(reporter, 10))
                .extracting(MediaContactTable.Contact::what)
                .containsExactly("Asked about the kettle", "Told us earlier");
        assertThat(contacts.of(reporter, 10).get(1).caseNumber()).isNull();
        assertThat(register.person(reporter).orElseThrow().lastContact()).isEqualTo(now);
        assertThatThrownBy(() -> register.contacted("nobody-" + word, "", "phone", "x", now))
                .hasMessageContaining("nobody-" + word);
        assertThatThrownBy(() -> register.contacted(reporter, "", "pigeon", "x", now))
                .hasMessageContaining("pigeon");
    }

    @Test
    void a_letter_of_a_crisis_stands_in_the_log_of_whoever_reads_the_address_once() {
        String word = word();
        String mail = word + "@example.org";
        outlet(word, "Observer " + word);
        String desk1 = reading(word, "Ann", mail);
        String desk2 = reading(word, "Bob", mail);
        String gone = reading(word, "Cleo", mail);
        desk.personLeft(persons.byId(gone).orElseThrow(), true, "media");
        Instant at = Instant.parse("2026-05-04T10:00:00Z");
        LetterSent letter = new LetterSent(
                UUID.randomUUID().toString(),
                "MCR-2026-000002",
                "press-release",
                mail.toUpperCase(Locale.ROOT),
                false,
                at);
        events.publishEvent(letter);
        events.publishEvent(letter);
        events.publishEvent(
                new LetterSent(UUID.randomUUID().toString(), "CMP-2026-000002", "acknowledgement", mail, true, at));

        for (String person : List.of(desk1, desk2)) {
            assertThat(contacts.of(person, 10)).singleElement().satisfies(contact -> {
                assertThat(contact.what()).isEqualTo("Press release");
                assertThat(contact.how()).isEqualTo("mail");
                assertThat(contact.caseNumber()).isEqualTo("MCR-2026-000002");
                assertThat(contact.letterId()).hasToString(letter.letterId());
            });
            assertThat(register.person(person).orElseThrow().lastContact()).isEqualTo(at);
        }
        assertThat(contacts.of(gone, 10)).isEmpty();
    }

    // ------------------------------------------------------------ spokespersons (M-6)

    @Test
    void a_spokesperson_who_fulfils_everything_may_speak_for_a_year_after_the_training() {
        String user = account();
        keeper.enlist(user, today().minusMonths(12), "media");
        Spokesperson fit = register.spokesperson(user).orElseThrow();
        assertThat(fit.missing()).isEmpty();
        assertThat(fit.name()).isEqualTo(user + " Example");
        assertThat(register.spokespersons()).contains(fit);

        spokespersons.put(
                user, EnumSet.allOf(Quality.class), today().minusMonths(12).minusDays(1), "media");
        assertThat(register.spokesperson(user).orElseThrow().missing())
                .singleElement()
                .asString()
                .matches("the last training, on .* is older than 12 months");
        keeper.enlist(user, today(), "media");
        assertThat(register.spokesperson(user).orElseThrow().missing())
                .as("who stands there is not changed by it")
                .hasSize(1);
    }

    @Test
    void whatever_a_spokesperson_lacks_is_told_in_words() {
        String user = account();
        spokespersons.put(user, EnumSet.of(Quality.CREDIBLE, Quality.REACHABLE), null, "media");
        assertThat(register.spokesperson(user).orElseThrow().missing())
                .containsExactly(
                        "does not take in facts fast",
                        "does not listen",
                        "does not show sympathy",
                        "does not stay calm under pressure",
                        "no training is known");

        String gone = "gone-" + word();
        keeper.enlist(gone, today(), "media");
        assertThat(register.spokesperson(gone)).hasValueSatisfying(one -> {
            assertThat(one.name()).isEqualTo(gone);
            assertThat(one.missing()).containsExactly("has no account any more");
        });
        desk.removeSpokesperson(gone, "media");
        assertThat(register.spokesperson(gone)).isEmpty();
        assertThat(register.spokespersons()).extracting(Spokesperson::userId).doesNotContain(gone);
        assertThat(register.spokesperson("nobody")).isEmpty();
    }

    // ------------------------------------------------------------ import

    @Test
    void an_import_takes_outlets_and_people_in_and_the_same_again_changes_nothing() {
        String word = word();
        Entry ann = entry(word, "Tribune " + word, word + "-1", "Ann " + word);
        Entry bob = entry(word, "Tribune " + word, word + "-2", "Bob " + word);
        Entry alone = new Entry(new NewOutlet(word + "-x", "Express " + word, "online", null, null), null);

        assertThat(keeper.add(List.of(ann, bob, alone))).containsExactly(Became.NEW, Became.NEW, Became.NEW);
        desk.changePerson(word + "-1", person(word, "Ann Smith " + word), "media");
        assertThat(keeper.add(List.of(ann, bob, alone))).containsOnly(Became.KNOWN);
        assertThat(register.person(word + "-1")).map(MediaPerson::name).contains("Ann Smith " + word);
        assertThat(register.outlet(word)).contains(new Outlet(word, "Tribune " + word, "newspaper", true));
        assertThat(register.peopleOf(word)).hasSize(2);
    }

    @Test
    void an_import_completes_what_staff_had_typed_and_doubles_nobody() {
        String word = word();
        Outlet typed = register.takeUp("tribune " + word);
        String ann = desk.addPerson(person(typed.id(), "Ann " + word), "media");
        Entry known = entry(word, "Tribune " + word, word + "-1", "ANN " + word);

        assertThat(keeper.add(List.of(known, known))).containsExactly(Became.COMPLETED, Became.KNOWN);
        assertThat(register.outlet(typed.id())).contains(new Outlet(typed.id(), "Tribune " + word, "newspaper", true));
        assertThat(register.peopleOf(typed.id())).extracting(MediaPerson::id).containsExactly(ann);
        assertThat(imported.take("test", List.of(entry(word, "Tribune " + word, word + "-9", "Bob"), known)))
                .containsExactly(Outcome.TAKEN, Outcome.KNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "outletId | O-12 | must not look like O-12 or M-12: these are the register's own",
                "outletId | a/b | must be letters, digits, dots, dashes or underscores",
                "outletName | | is missing",
                "outletKind | gazette | must be one of agency, newspaper, online, other, radio, social, television",
                "website | javascript:alert(1) | must be an address such as https://www.example.org",
                "website | not an address | must be an address such as https://www.example.org",
                "reach | galactic | must be one of international, local, national, regional",
                "personId | M-7 | must not look like O-12 or M-12: these are the register's own",
                "personId | | is missing",
                "personName | | is missing",
                "role | intern | must be one of editor, journalist, leadership",
                "role | | is missing",
                "phone | call me | is not a phone number such as +44 20 7946 0123",
                "phone | 12 | is not a phone number such as +44 20 7946 0123",
                "mail | nowhere | is not a mail address",
                "language | fr | must be one of en, zh-CN"
            })
    void a_cell_that_does_not_fit_is_refused_by_its_name(String field, @Nullable String cell, String reason) {
        Map<String, String> cells = cells();
        if (cell == null) {
            cells.remove(field);
        } else {
            cells.put(field, cell);
        }
        assertThatThrownBy(() -> imported.read("test", new Row(2, cells)))
                .isInstanceOfSatisfying(FormRefusal.class, refusal -> assertThat(refusal.findings())
                        .containsExactly(new Finding(field, reason)));
    }

    @Test
    void a_cell_that_is_too_long_is_refused_and_all_that_is_wrong_with_a_row_is_named_at_once() {
        Map<String, String> longest = Map.of(
                "outletName",
                "200",
                "website",
                "300",
                "personName",
                "200",
                "beats",
                "500",
                "phone",
                "40",
                "mail",
                "254");
        Map<String, String> cells = cells();
        longest.forEach((field, length) -> cells.put(field, "x".repeat(Integer.parseInt(length) + 1)));
        assertThatThrownBy(() -> imported.read("test", new Row(2, cells)))
                .isInstanceOfSatisfying(FormRefusal.class, refusal -> assertThat(refusal.findings())
                        .extracting(Finding::field)
                        .containsExactlyInAnyOrderElementsOf(longest.keySet()));
        assertThat(imported.read("test", new Row(2, cells())).person()).isNotNull();
        assertThat(imported.read("test", new Row(2, Map.of("outletId", "post", "outletName", "Post")))
                        .person())
                .isNull();
    }

    // ------------------------------------------------------------ helpers

    private static Map<String, String> cells() {
        return new HashMap<>(Map.of(
                "outletId", "post",
                "outletName", "The Post",
                "outletKind", "newspaper",
                "website", "https://post.example.org",
                "reach", "national",
                "personId", "p1",
                "personName", "Ann",
                "role", "editor",
                "phone", "020 7946 0101",
                "mail", "ann@example.org"));
    }

    private List<String> found(String text, PersonTable.@Nullable PersonRow after) {
        return persons.search(text, false, after, 10).stream()
                .map(row -> row.person().id())
                .toList();
    }

    private void outlet(String id, String name) {
        keeper.add(List.of(new Entry(new NewOutlet(id, name, "newspaper", null, null), null)));
    }

    private OutletTable.OutletRow row(String id) {
        return outlets.byId(id).orElseThrow();
    }

    private static Entry entry(String outletId, String outlet, String personId, String name) {
        return new Entry(
                new NewOutlet(outletId, outlet, "newspaper", null, "local"),
                new NewPerson(personId, name, "editor", null, null, null, "en"));
    }

    private static Map<String, String> person(String outletId, String name) {
        return new HashMap<>(Map.of(
                "outletId",
                outletId,
                "personName",
                name,
                "role",
                "journalist",
                "phone",
                "020 7946 0101",
                "mail",
                "Ann@Example.org"));
    }

    private String reading(String outletId, String name, String mail) {
        Map<String, String> typed = person(outletId, name);
        typed.put("mail", mail);
        return desk.addPerson(typed, "media");
    }

    private String account() {
        String user = "speaker" + word();
        accounts.createIfMissing(
                user, user, "Example", user + "@amends.example", "a rather long secret", List.of("spokespersons"));
        return user;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    private static String word() {
        return "w" + UUID.randomUUID().toString().substring(0, 8);
    }
}
