package io.amends.audit;

import io.amends.clock.ClockBreached;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of marks. Each is added in the transaction in which it came true, and never taken back. */
@Repository
class CaseMarks {

    static final int LONGEST = 200;
    private static final int MOST_KNOWN = 500;

    private final JdbcClient jdbc;

    CaseMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Does nothing for a number that is no case's, and for a mark that stands already. */
    void add(String caseNumber, MarkKind kind, String mark) {
        if (mark.isEmpty() || kind.stored(mark).length() > LONGEST) {
            return;
        }
        jdbc.sql("insert into case_mark (case_number, kind, mark, opened_at)"
                        + " select f.case_number, cast(? as varchar(12)), cast(? as varchar(200)), f.opened_at"
                        + " from case_file f where f.case_number = ? and not exists (select 1 from case_mark m"
                        + " where m.case_number = f.case_number and m.mark = ?)")
                .params(kind.code(), kind.stored(mark), caseNumber, kind.stored(mark))
                .update();
    }

    @EventListener
    void breached(ClockBreached late) {
        add(late.caseNumber(), MarkKind.CLOCK, late.rule());
    }

    /** All marks of a kind that some case has, in order; each costs one look into the index, however many cases there are. */
    List<String> known(MarkKind kind) {
        List<String> known = new ArrayList<>();
        Optional<String> next = after(kind, "");
        while (next.isPresent() && known.size() < MOST_KNOWN) {
            known.add(kind.shown(next.get()));
            next = after(kind, next.get());
        }
        return known;
    }

    boolean stands(MarkKind kind, String mark) {
        return !jdbc.sql("select 1 from case_mark where mark = ? limit 1")
                .param(kind.stored(mark))
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    private Optional<String> after(MarkKind kind, String mark) {
        return jdbc.sql("select mark from case_mark where kind = ? and mark > ? order by mark limit 1")
                .params(kind.code(), mark)
                .query(String.class)
                .optional();
    }
}
