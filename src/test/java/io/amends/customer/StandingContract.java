package io.amends.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.testing.Tables;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the directory knows about reaching a customer (L-2), on whichever database. */
abstract class StandingContract {

    private final Clock clock = Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC);
    private final List<Object> said = new ArrayList<>();
    private JdbcClient jdbc;
    private CustomerDirectory directory;

    abstract DataSource database() throws Exception;

    @BeforeEach
    void two_customers() throws Exception {
        var database = database();
        Tables.anew(database);
        jdbc = JdbcClient.create(database);
        ApplicationEventPublisher events = said::add;
        directory = new JdbcCustomerDirectory(jdbc, new PhoneNumbers(Settings.standard()), clock, events);
        jdbc.sql(
                        "insert into customer (number, name, mail, phone, contact_hours) values ('ANN', 'Ann', 'home@example.org',"
                                + " '+442079460958', 'after 16:00')")
                .update();
        jdbc.sql("insert into customer (number, name, mail) values ('BOB', 'Bob', 'home@example.org')")
                .update();
    }

    @Test
    void nobody_has_said_anything_yet() {
        assertThat(directory.standings(List.of("ANN", "BOB", "NOBODY", "ANN")))
                .isEqualTo(Map.of(
                        "ANN", new Standing(false, "active", true, true, false, false, Map.of()),
                        "BOB", new Standing(false, "active", false, true, false, false, Map.of())));
        assertThat(directory.standings(List.of())).isEmpty();
    }

    @Test
    void however_many_are_asked_about_all_are_found() {
        var numbers = Stream.concat(IntStream.range(0, 25_000).mapToObj(n -> "X-" + n), Stream.of("ANN"))
                .toList();

        assertThat(directory.standings(numbers)).containsOnlyKeys("ANN");
    }

    @Test
    void what_a_customer_allows_and_refuses_is_kept_by_channel() {
        directory.setConsent("ANN", "phone", false);
        directory.setConsent("ANN", "mail", true);
        directory.setConsent("ANN", "phone", true);
        directory.setConsent("NOBODY", "mail", true);

        assertThat(standing("ANN").consents()).isEqualTo(Map.of("phone", true, "mail", true));
        assertThat(jdbc.sql("select count(*) from customer_consent")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThatThrownBy(() -> directory.setConsent("ANN", "pigeon", true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_address_that_bounces_is_known_for_everybody_who_has_it_until_it_changes() {
        directory.mailBounced(" Home@Example.org ");
        directory.mailBounced("home@example.org");
        assertThat(standing("ANN").mailBounced()).isTrue();
        assertThat(standing("BOB").mailBounced()).isTrue();

        directory.mailWorksAgain("BOB", "Bob@Example.org");

        assertThat(standing("ANN").mailBounced()).isTrue();
        assertThat(standing("BOB").mailBounced()).isFalse();
        assertThat(directory.byNumber("BOB").orElseThrow().mail()).isEqualTo("bob@example.org");
    }

    @Test
    void who_asks_not_to_be_contacted_is_heard_once_and_may_change_their_mind() {
        directory.neverContactAgain("ANN", "Asked by phone");
        directory.neverContactAgain("ANN", "Asked once more");
        directory.neverContactAgain("NOBODY", "Asked by phone");

        assertThat(said).containsExactly(new AskedNotToBeContacted("ANN", "Asked by phone"));
        assertThat(standing("ANN").doNotContact()).isTrue();
        assertThat(reason("do_not_contact_reason")).isEqualTo("Asked by phone");

        directory.mayContactAgain("ANN", "Wrote that it was a mistake");

        assertThat(standing("ANN").doNotContact()).isFalse();
        assertThat(reason("do_not_contact_reason")).isEqualTo("Wrote that it was a mistake");
        directory.neverContactAgain("ANN", "Now really");
        assertThat(said).hasSize(2);
    }

    @Test
    void a_standing_has_its_reason() {
        directory.setStanding("ANN", "deceased", "Her son told us");

        assertThat(standing("ANN").standing()).isEqualTo("deceased");
        assertThat(reason("standing_reason")).isEqualTo("Her son told us");
        assertThatThrownBy(() -> directory.setStanding("ANN", "unwelcome", "No reason"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_hours_in_which_a_customer_likes_to_be_called_are_told() {
        assertThat(directory.contactHours("ANN")).contains("after 16:00");
        assertThat(directory.contactHours("BOB")).isEmpty();
        assertThat(directory.contactHours("NOBODY")).isEmpty();
    }

    private Standing standing(String number) {
        return directory.standings(List.of(number)).get(number);
    }

    private String reason(String column) {
        return jdbc.sql("select " + column + " from customer where number = 'ANN'")
                .query(String.class)
                .single();
    }
}
