package io.amends.satisfaction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of surveys. */
@Repository
class SurveyTable {

    private static final int SLOTS = 32;

    private final JdbcClient jdbc;

    SurveyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets the surveys of one person in one after the other, on all nodes, until the transaction ends. */
    void lock(SurveyedPerson person) {
        person.slots(SLOTS).forEach(slot -> jdbc.sql("select slot from survey_lock where slot = ? for update")
                .param(slot)
                .query(Integer.class)
                .single());
    }

    boolean askedAfter(SurveyedPerson person, Instant moment) {
        // a list in SQL may not be empty
        List<String> mails = person.mails().isEmpty() ? List.of("") : person.mails();
        return jdbc.sql("select count(*) from survey where asked_at > :moment"
                                + " and (customer_number = :number or mail in (:mails))")
                        .param("moment", utc(moment))
                        .param("number", person.customerNumber())
                        .param("mails", mails)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void asked(String caseNumber, int episode, SurveyedPerson person, Instant now) {
        jdbc.sql("insert into survey (case_number, episode, customer_number, mail, asked_at) values (?, ?, ?, ?, ?)")
                .params(caseNumber, episode, person.customerNumber(), person.address(), utc(now))
                .update();
    }

    /** Answers the last survey of a case; false when it has an answer, or when there is none. */
    boolean answer(String caseNumber, SurveyAnswer answer, boolean byCall, Instant now) {
        return jdbc.sql("update survey set score = ?, gap_time = ?, gap_reliability = ?, gap_accuracy = ?,"
                                + " gap_courtesy = ?, word = ?, by_call = ?, answered_at = ? where answered_at is null and id ="
                                + " (select max(id) from survey where case_number = ?)")
                        .params(
                                answer.score(),
                                answer.time(),
                                answer.reliability(),
                                answer.accuracy(),
                                answer.courtesy(),
                                answer.word(),
                                byCall,
                                utc(now),
                                caseNumber)
                        .update()
                == 1;
    }

    List<SurveyRow> of(String caseNumber) {
        return jdbc.sql("select * from survey where case_number = ? order by episode")
                .param(caseNumber)
                .query(SurveyTable::row)
                .list();
    }

    private static SurveyRow row(ResultSet rs, int number) throws SQLException {
        Integer score = rs.getObject("score", Integer.class);
        OffsetDateTime answered = rs.getObject("answered_at", OffsetDateTime.class);
        return new SurveyRow(
                rs.getInt("episode"),
                rs.getObject("asked_at", OffsetDateTime.class).toInstant(),
                answered == null ? null : answered.toInstant(),
                score == null ? null : answer(score, rs),
                rs.getBoolean("by_call"));
    }

    private static SurveyAnswer answer(int score, ResultSet rs) throws SQLException {
        return new SurveyAnswer(
                score,
                gap(rs, "gap_time"),
                gap(rs, "gap_reliability"),
                gap(rs, "gap_accuracy"),
                gap(rs, "gap_courtesy"),
                rs.getString("word"));
    }

    private static @Nullable Integer gap(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, Integer.class);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
