package io.amends.seal;

import static io.amends.seal.SealTable.utc;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cases that have to be sealed, or sealed anew because the house itself changed something. */
@Repository
class DueTable {

    /** Its processes have ended and none of its letters waits: nothing more is to come by itself. */
    private static final String AT_REST = " and not exists (select 1 from act_hi_procinst p"
            + " where p.business_key_ = f.case_number and p.end_time_ is null)"
            + " and not exists (select 1 from letter l where l.case_number = f.case_number"
            + " and (l.next_try_at is not null or l.state = 'held'))";

    private final JdbcClient jdbc;

    DueTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A mark on a case; the last one says why it is sealed. */
    record Due(long id, String caseNumber, String why) {}

    /** Nothing for a case that is open and never was sealed: closing it will mark it. */
    void mark(String caseNumber, String why, Instant now) {
        jdbc.sql(
                        "insert into seal_due (case_number, why, marked_at)"
                                + " select f.case_number, cast(? as varchar(100)), cast(? as timestamp with time zone)"
                                + " from case_file f where f.case_number = ?"
                                + " and (f.state = 'closed' or exists (select 1 from seal s where s.case_number = f.case_number))")
                .params(why, utc(now), caseNumber)
                .update();
    }

    /** Marks of closed cases at rest, oldest first; a case may be among them several times. */
    List<Due> ripe(Instant before, int atMost) {
        return jdbc.sql("select d.id, d.case_number, d.why from seal_due d"
                        + " join case_file f on f.case_number = d.case_number"
                        + " where f.state = 'closed' and d.marked_at <= ?" + AT_REST + " order by d.id limit ?")
                .params(utc(before), atMost)
                .query((row, n) -> new Due(row.getLong("id"), row.getString("case_number"), row.getString("why")))
                .list();
    }

    /** The last mark of a case, if the case is closed and at rest. */
    Optional<Due> ripe(String caseNumber) {
        return jdbc.sql("select d.id, d.case_number, d.why from seal_due d"
                        + " join case_file f on f.case_number = d.case_number"
                        + " where f.state = 'closed' and f.case_number = ?" + AT_REST + " order by d.id desc limit 1")
                .param(caseNumber)
                .query((row, n) -> new Due(row.getLong("id"), row.getString("case_number"), row.getString("why")))
                .optional();
    }

    /**
     * Takes the marks up to one away; who else seals the case waits for that.
     *
     * @return false when another was faster
     */
    boolean take(Due due) {
        return jdbc.sql("delete from seal_due where case_number = ? and id <= ?")
                        .params(due.caseNumber(), due.id())
                        .update()
                > 0;
    }

    void forget(String caseNumber) {
        jdbc.sql("delete from seal_due where case_number = ?").param(caseNumber).update();
    }

    boolean marked(String caseNumber) {
        return jdbc.sql("select count(*) from seal_due where case_number = ?")
                        .param(caseNumber)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** How many cases wait to be sealed, or to be sealed anew. */
    long waiting() {
        return jdbc.sql("select count(distinct case_number) from seal_due")
                .query(Long.class)
                .single();
    }

    /** How many closed cases were marked, and at rest, before then and still wait. */
    int overdue(Instant before) {
        return jdbc.sql(
                        "select count(distinct d.case_number) from seal_due d"
                                + " join case_file f on f.case_number = d.case_number"
                                + " where f.state = 'closed' and d.marked_at <= ?" + AT_REST
                                + " and not exists (select 1 from act_hi_procinst p"
                                + " where p.business_key_ = f.case_number and p.end_time_ > ?)"
                                + " and not exists (select 1 from letter l where l.case_number = f.case_number and l.sent_at > ?)")
                .params(utc(before), Timestamp.from(before), utc(before))
                .query(Integer.class)
                .single();
    }

    /** The first closed case at rest that ought to have a seal by now, and that nothing explains. */
    Optional<String> withoutSeal(Instant closedBefore) {
        return jdbc.sql("select f.case_number from case_file f where f.state = 'closed' and f.closed_at < ?" + AT_REST
                        + " and not exists (select 1 from seal s where s.case_number = f.case_number)"
                        + " and not exists (select 1 from seal_due d where d.case_number = f.case_number)"
                        + " order by f.closed_at, f.case_number limit 1")
                .param(utc(closedBefore))
                .query(String.class)
                .optional();
    }

    boolean known(String caseNumber) {
        return jdbc.sql("select count(*) from case_file where case_number = ?")
                        .param(caseNumber)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
