package io.amends.lostcustomer;

import io.amends.lostcustomer.TalkReply.Wish;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of calls to lost customers and of their answers, and what a case keeps of the talk. */
@Repository
class CallTable {

    private final JdbcClient jdbc;

    CallTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    TalkSoFar soFar(String caseNumber) {
        return new TalkSoFar(calls(caseNumber), reply(caseNumber));
    }

    private List<RecoveryCall> calls(String caseNumber) {
        return jdbc.sql("select * from lost_customer_call where case_number = ? order by try_number")
                .param(caseNumber)
                .query(CallTable::call)
                .list();
    }

    private @Nullable TalkReply reply(String caseNumber) {
        return jdbc.sql("select * from lost_customer_reply where case_number = ? order by replied_at desc, id desc"
                        + " fetch first 1 rows only")
                .param(caseNumber)
                .query(CallTable::reply)
                .optional()
                .orElse(null);
    }

    String reasonNote(String caseNumber) {
        return jdbc.sql("select coalesce(reason_note, '') from lost_customer where case_number = ?")
                .param(caseNumber)
                .query(String.class)
                .optional()
                .orElse("");
    }

    void add(String caseNumber, RecoveryCall call) {
        jdbc.sql("""
                        insert into lost_customer_call (case_number, try_number, called_at, called_by, result, call_again_on, minutes,
                            words) values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        caseNumber,
                        call.tryNumber(),
                        utc(call.at()),
                        call.by(),
                        call.result().code(),
                        call.callAgainOn(),
                        call.minutes(),
                        call.words())
                .update();
        jdbc.sql("update lost_customer set tries = ?, talk_result = ? where case_number = ?")
                .params(call.tryNumber(), call.result().code(), caseNumber)
                .update();
        if (call.result().spoken()) {
            reached(caseNumber, call.at());
        }
    }

    void add(String caseNumber, TalkReply reply) {
        jdbc.sql("""
                        insert into lost_customer_reply (case_number, wish, call_on, phone, words, replied_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(caseNumber, reply.wish().code(), reply.callOn(), reply.phone(), reply.words(), utc(reply.at()))
                .update();
        reached(caseNumber, reply.at());
    }

    /** What the talk came to in the end. */
    void result(String caseNumber, String talkResult) {
        jdbc.sql("update lost_customer set talk_result = ? where case_number = ?")
                .params(talkResult, caseNumber)
                .update();
    }

    private void reached(String caseNumber, Instant at) {
        jdbc.sql("update lost_customer set reached_at = ? where case_number = ?")
                .params(utc(at), caseNumber)
                .update();
    }

    private static RecoveryCall call(ResultSet rs, int row) throws SQLException {
        return new RecoveryCall(
                rs.getInt("try_number"),
                rs.getObject("called_at", OffsetDateTime.class).toInstant(),
                rs.getString("called_by"),
                CallResult.of(rs.getString("result")),
                rs.getObject("call_again_on", LocalDate.class),
                rs.getObject("minutes", Integer.class),
                rs.getString("words"));
    }

    private static TalkReply reply(ResultSet rs, int row) throws SQLException {
        return new TalkReply(
                Wish.of(rs.getString("wish")),
                rs.getObject("call_on", LocalDate.class),
                rs.getString("phone"),
                rs.getString("words"),
                rs.getObject("replied_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
