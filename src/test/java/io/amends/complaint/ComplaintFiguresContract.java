package io.amends.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.complaint.ComplaintFigures.Group;
import io.amends.complaint.ComplaintFigures.Handled;
import io.amends.testing.Tables;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of complaints, and who bought again (L-13), on whichever database. */
abstract class ComplaintFiguresContract {

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2027-01-01T00:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");
    private static final Group NONE = new Group(0, 0, 0);

    private JdbcClient jdbc;
    private JdbcComplaintFigures figures;
    private int cases;

    abstract DataSource database();

    @BeforeEach
    void anEmptyDatabase() {
        DataSource database = database();
        Tables.anew(database);
        jdbc = JdbcClient.create(database);
        figures = new JdbcComplaintFigures(jdbc);
    }

    @Test
    void without_complaints_nothing_is_counted() {
        assertThat(handled()).isEqualTo(new Handled(NONE, NONE, NONE, 0, 0));
        assertThat(handled().all()).isZero();
    }

    @Test
    void how_a_complaint_was_handled_is_what_it_ended_with_and_what_the_customer_says() {
        closed("settled", MARCH);
        closed("agreed", MARCH);
        closed("agreed", MARCH);
        closed("final-response", MARCH);
        closed("withdrawn", MARCH);
        jdbc.sql("update case_file set state = 'unanswered' where case_number = ?")
                .param(closed("unanswered", MARCH))
                .update();
        open();
        scores(closed("agreed", MARCH), 3);
        String better = closed("settled", MARCH);
        scores(better, 2);
        scores(better, 9);
        closed("agreed", FROM.minusSeconds(1));
        opened("LCR-2026-000001", "lost-customer", FROM, "let-go", MARCH, "C-x");

        Handled handled = handled();
        assertThat(handled.fast().cases()).isEqualTo(2);
        assertThat(handled.solved().cases()).isEqualTo(2);
        assertThat(handled.unsolved().cases()).isEqualTo(2);
        assertThat(handled.unknown()).isEqualTo(2);
        assertThat(handled.open()).isEqualTo(1);
        assertThat(handled.all()).isEqualTo(9);
    }

    @Test
    void who_bought_again_is_looked_up_among_those_whose_days_are_over() {
        buys(closed("agreed", MARCH), MARCH.plus(90, ChronoUnit.DAYS), "10");
        buys(closed("agreed", MARCH), MARCH.plus(91, ChronoUnit.DAYS), "10");
        buys(closed("agreed", MARCH), MARCH.plus(9, ChronoUnit.DAYS), "-10");
        buys(closed("agreed", NOW.minus(10, ChronoUnit.DAYS)), NOW.minus(5, ChronoUnit.DAYS), "10");
        opened("CMP-2026-900000", "complaint", FROM, "agreed", MARCH, null);

        assertThat(handled().solved()).isEqualTo(new Group(5, 3, 1));
    }

    private Handled handled() {
        return figures.handled(FROM, UNTIL, 90, NOW);
    }

    private void open() {
        opened("CMP-2026-%06d".formatted(++cases), "complaint", FROM, null, null, "C-" + cases);
    }

    /** Opened on the first day of the period, or before it where it closed before. */
    private String closed(String outcome, Instant at) {
        String number = "CMP-2026-%06d".formatted(++cases);
        opened(number, "complaint", at.isBefore(FROM) ? at : FROM, outcome, at, "C-" + cases);
        return number;
    }

    private void opened(
            String number,
            String process,
            Instant at,
            @Nullable String outcome,
            @Nullable Instant closedAt,
            @Nullable String customer) {
        if (customer != null) {
            jdbc.sql("insert into customer (number, name) values (?, 'Somebody')")
                    .param(customer)
                    .update();
        }
        jdbc.sql("""
                        insert into case_file (case_number, process_key, customer_number, subject, state, outcome, opened_at, closed_at)
                        values (?, ?, ?, 'delivery', ?, ?, ?, ?)""")
                .params(
                        number,
                        process,
                        customer,
                        closedAt == null ? "open" : "closed",
                        outcome,
                        utc(at),
                        closedAt == null ? null : utc(closedAt))
                .update();
    }

    private void scores(String number, int score) {
        jdbc.sql("""
                        insert into customer_satisfaction (customer_number, case_number, moment, score, recorded_at)
                        select customer_number, case_number, 'after', ?, ? from case_file where case_number = ?""").params(score, utc(MARCH), number).update();
    }

    private void buys(String number, Instant at, String amount) {
        jdbc.sql("""
                        insert into purchase (source, external_id, customer_number, bought_at, bought_on, amount, house_amount,
                            currency, what)
                        select 'test', case_number, customer_number, ?, ?, cast(? as numeric(14, 2)), 1, 'GBP', 'something'
                        from case_file where case_number = ?""")
                .params(utc(at), LocalDate.ofInstant(at, ZoneOffset.UTC), amount, number)
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
