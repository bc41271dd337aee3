package io.amends.enquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Questions to other departments and their answers (K-10). */
@Repository
public class Enquiries {

    private static final String SELECT =
            "select id, case_number, department, question, due, answer, answered_by," + " answered_at from enquiry ";

    private final JdbcClient jdbc;
    private final Clock clock;

    Enquiries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Asks each department the same question and returns the batch's number. */
    @Transactional
    public int ask(String caseNumber, List<String> departments, String question, LocalDate due) {
        int batch = jdbc.sql("select coalesce(max(batch), 0) + 1 from enquiry where case_number = ?")
                .param(caseNumber)
                .query(Integer.class)
                .single();
        for (int position = 0; position < departments.size(); position++) {
            jdbc.sql("insert into enquiry (case_number, batch, position, department, question, due, asked_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            caseNumber,
                            batch,
                            position,
                            departments.get(position),
                            question,
                            due,
                            clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
        return batch;
    }

    public Enquiry at(String caseNumber, int batch, int position) {
        return jdbc.sql(SELECT + "where case_number = ? and batch = ? and position = ?")
                .params(caseNumber, batch, position)
                .query((row, n) -> enquiry(row))
                .single();
    }

    /** All enquiries of a case in the order they were asked. */
    public List<Enquiry> of(String caseNumber) {
        return jdbc.sql(SELECT + "where case_number = ? order by id")
                .param(caseNumber)
                .query((row, n) -> enquiry(row))
                .list();
    }

    /** The department that an enquiry went to, by the enquiry's number. */
    public Optional<String> department(long id) {
        return jdbc.sql("select department from enquiry where id = ?")
                .param(id)
                .query(String.class)
                .optional();
    }

    @Transactional
    public void answer(long id, String answer, @Nullable String answeredBy) {
        jdbc.sql("update enquiry set answer = ?, answered_by = ?, answered_at = ? where id = ?")
                .params(answer, answeredBy, clock.instant().atOffset(ZoneOffset.UTC), id)
                .update();
    }

    private static Enquiry enquiry(ResultSet row) throws SQLException {
        OffsetDateTime answered = row.getObject("answered_at", OffsetDateTime.class);
        return new Enquiry(
                row.getLong("id"),
                row.getString("case_number"),
                row.getString("department"),
                row.getString("question"),
                row.getObject("due", LocalDate.class),
                row.getString("answer"),
                row.getString("answered_by"),
                answered == null ? null : answered.toInstant());
    }
}
