package io.amends.clock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class JdbcCaseClocks implements CaseClocks {

    private static final String COLUMNS = "case_number, name, amount, unit, started_at, due_at, met_at, breached_at";

    private final JdbcClient jdbc;
    private final HouseClock clock;
    private final BusinessCalendar calendar;

    JdbcCaseClocks(JdbcClient jdbc, HouseClock clock, BusinessCalendar calendar) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.calendar = calendar;
    }

    @Override
    public void start(String caseNumber, String name, Budget budget, Instant from) {
        Optional<CaseClock> known = find(caseNumber, name);
        if (known.isEmpty()) {
            insert(caseNumber, name, budget, from.truncatedTo(ChronoUnit.MILLIS));
        } else if (known.get().running() && !known.get().budget().equals(budget)) {
            setAnew(known.get(), budget);
        }
    }

    @Override
    public void meet(String caseNumber, String name) {
        jdbc.sql("update case_clock set met_at = :now where case_number = :case and name = :name and met_at is null")
                .param("now", sql(clock.instant()))
                .param("case", caseNumber)
                .param("name", name)
                .update();
    }

    @Override
    public void breach(String caseNumber, String name) {
        jdbc.sql("""
                        update case_clock set breached_at = :now
                        where case_number = :case and name = :name and met_at is null and breached_at is null""")
                .param("now", sql(clock.instant()))
                .param("case", caseNumber)
                .param("name", name)
                .update();
    }

    @Override
    public void meetAll(String caseNumber) {
        jdbc.sql("update case_clock set met_at = :now where case_number = :case and met_at is null")
                .param("now", sql(clock.instant()))
                .param("case", caseNumber)
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseClock> of(String caseNumber) {
        return jdbc.sql("select " + COLUMNS + " from case_clock where case_number = :case order by due_at, name")
                .param("case", caseNumber)
                .query(JdbcCaseClocks::row)
                .list();
    }

    @Override
    public Instant due(Instant start, Budget budget) {
        return calendar.due(start, budget);
    }

    private Optional<CaseClock> find(String caseNumber, String name) {
        return jdbc.sql("select " + COLUMNS + " from case_clock where case_number = :case and name = :name for update")
                .param("case", caseNumber)
                .param("name", name)
                .query(JdbcCaseClocks::row)
                .optional();
    }

    private void insert(String caseNumber, String name, Budget budget, Instant start) {
        jdbc.sql("""
                        insert into case_clock (case_number, name, amount, unit, started_at, due_at)
                        values (:case, :name, :amount, :unit, :start, :due)""")
                .param("case", caseNumber)
                .param("name", name)
                .param("amount", budget.amount())
                .param("unit", budget.unit().name())
                .param("start", sql(start))
                .param("due", sql(due(start, budget)))
                .update();
    }

    // C-3: from the original start; what was promised before stays in the record
    private void setAnew(CaseClock old, Budget budget) {
        Instant now = clock.instant();
        Instant due = due(old.start(), budget);
        Instant breached = due.isAfter(now) ? null : old.breached();
        jdbc.sql("""
                        insert into case_clock_change (case_number, name, amount, unit, due_at, breached_at, changed_at)
                        values (:case, :name, :amount, :unit, :due, :breached, :now)""")
                .param("case", old.caseNumber())
                .param("name", old.name())
                .param("amount", old.budget().amount())
                .param("unit", old.budget().unit().name())
                .param("due", sql(old.due()))
                .param("breached", sql(old.breached()))
                .param("now", sql(now))
                .update();
        jdbc.sql("""
                        update case_clock set amount = :amount, unit = :unit, due_at = :due, breached_at = :breached
                        where case_number = :case and name = :name""")
                .param("amount", budget.amount())
                .param("unit", budget.unit().name())
                .param("due", sql(due))
                .param("breached", sql(breached))
                .param("case", old.caseNumber())
                .param("name", old.name())
                .update();
    }

    private static CaseClock row(ResultSet rs, int number) throws SQLException {
        return new CaseClock(
                rs.getString("case_number"),
                rs.getString("name"),
                new Budget(rs.getInt("amount"), Budget.Unit.valueOf(rs.getString("unit"))),
                rs.getObject("started_at", OffsetDateTime.class).toInstant(),
                rs.getObject("due_at", OffsetDateTime.class).toInstant(),
                instant(rs, "met_at"),
                instant(rs, "breached_at"));
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime value = rs.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static @Nullable OffsetDateTime sql(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
