package io.amends.lostcustomer;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.lostcustomer.RecoveryFigures.Comeback;
import io.amends.lostcustomer.RecoveryFigures.Count;
import io.amends.testing.Postgres;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class RecoveryFiguresOnPostgresTest extends RecoveryFiguresContract {

    private static final int MANY = 100_000;
    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");

    private static DataSource database;

    @BeforeAll
    static void onThisServer() {
        database = Postgres.freshDatabase();
    }

    @Override
    DataSource database() {
        return database;
    }

    @Test
    void however_many_cases_there_are_each_block_is_one_statement() {
        fill();
        Counted counted = new Counted(database);
        JdbcRecoveryFigures figures = new JdbcRecoveryFigures(counted);
        Instant from = Instant.parse("2026-01-01T00:00:00Z");

        List<Count> counts = figures.counts(from, NOW);
        assertThat(counted.statements).hasValue(1);
        assertThat(counts.stream().mapToInt(Count::cases).sum()).isEqualTo(MANY);
        assertThat(counts).as("rows that have to be carried").hasSizeLessThan(500);

        Comeback comeback = figures.comeback(from, NOW, 90, NOW);
        assertThat(counted.statements).hasValue(2);
        assertThat(comeback.pursued()).isEqualTo(MANY * 9 / 10);
        assertThat(comeback.heldOut()).isEqualTo(MANY / 10);
        assertThat(comeback.pursuedBack() + comeback.heldOutBack()).isEqualTo(MANY / 5);

        AtomicInteger read = new AtomicInteger();
        figures.each(from, NOW, recovery -> read.incrementAndGet());
        assertThat(counted.statements).hasValue(3);
        assertThat(read).hasValue(MANY);

        jdbc.sql("analyze lost_customer").update();
        String plan = String.join(
                "\n",
                jdbc.sql("explain select count(*) from lost_customer l where l.opened_at >= timestamptz '2026-02-01'"
                                + " and l.opened_at < timestamptz '2026-02-02'")
                        .query(String.class)
                        .list());
        assertThat(plan).as("a short period is found by the index").contains("lost_customer_opened");
    }

    private void fill() {
        jdbc.sql("insert into customer (number, name) select 'C-' || n, 'Somebody' from generate_series(1, ?) n")
                .param(MANY)
                .update();
        jdbc.sql("""
                        insert into lost_customer (case_number, customer_number, signal, reference, opened_at, value_tier, yearly_value,
                            lifetime_value, second_lifetime_value, assumptions_version, proposed_reason, decision)
                        select 'LCR-2026-' || n, 'C-' || n, 'silence', 'r', timestamptz '2026-01-01 12:00Z' + (n % 200) * interval '1' day,
                            'B', 100, 100, 100, 1, (array['drifted', 'moved', 'bought-by-price'])[1 + n % 3],
                            case when n % 10 = 0 then 'hold-out' else 'pursue' end
                        from generate_series(1, ?) n""").param(MANY).update();
        jdbc.sql("""
                        insert into purchase (source, external_id, customer_number, bought_at, bought_on, amount, house_amount,
                            currency, what)
                        select 'test', 'p' || n, 'C-' || n, timestamptz '2026-01-11 12:00Z' + (n % 200) * interval '1' day,
                            date '2026-01-11', 20, 20, 'GBP', 'something'
                        from generate_series(1, ?) n where n % 5 = 0""").param(MANY).update();
    }

    /** Counts the statements that are prepared. */
    private static final class Counted extends DelegatingDataSource {

        private final AtomicInteger statements = new AtomicInteger();

        Counted(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("prepareStatement")
                                || method.getName().equals("createStatement")) {
                            statements.incrementAndGet();
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}
