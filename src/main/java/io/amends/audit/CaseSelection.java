package io.amends.audit;

import io.amends.casefile.WordCondition;
import io.amends.web.ListPlace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Cases by what they are and had, newest first. A page goes on behind the last row of the page before, so that it costs the same
 * however deep it lies; no list is ever held whole.
 */
@Repository
class CaseSelection {

    /** Counting stops here: nobody reads thousands of rows by their number. */
    static final int COUNTED = 1_000;

    private static final String COLUMNS = "f.case_number, f.process_key, f.customer_number, f.party_name, f.subject,"
            + " f.state, f.outcome, f.owner_id, f.severity, f.opened_at, f.closed_at";

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseSelection(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param after the last row of the page before, or null for the first page */
    List<CaseRow> page(CaseCriteria criteria, @Nullable ListPlace after, int size) {
        List<CaseRow> page = new ArrayList<>();
        ListPlace place = after;
        int missing = size;
        while (missing > 0) {
            Asked asked = asked(criteria, place, missing);
            List<CaseRow> found = jdbc.sql(asked.sql())
                    .params(asked.params())
                    .query(CaseSelection::row)
                    .list();
            // a mark may stand twice, and the case with it
            found.stream()
                    .filter(row -> page.isEmpty()
                            || !page.get(page.size() - 1).number().equals(row.number()))
                    .forEach(page::add);
            if (found.size() < missing) {
                return page;
            }
            place = found.get(found.size() - 1).place();
            missing = size - page.size();
        }
        return page;
    }

    Asked asked(CaseCriteria criteria, @Nullable ListPlace after, int size) {
        Asked asked = new Asked("select " + COLUMNS, criteria, clock);
        if (after != null) {
            asked.and(asked.inOrder("(%1$s.opened_at, %1$s.case_number) < (?, ?)"), utc(after.at()), after.number());
        }
        asked.sql
                .append(asked.inOrder(" order by %1$s.opened_at desc, %1$s.case_number desc limit "))
                .append(size);
        return asked;
    }

    /** At most one more than {@link #COUNTED}. */
    int count(CaseCriteria criteria) {
        Asked asked = new Asked("select distinct %1$s.opened_at, %1$s.case_number", criteria, clock);
        return jdbc.sql("select count(*) from (" + asked.sql() + " limit " + (COUNTED + 1) + ") counted")
                .params(asked.params())
                .query(Integer.class)
                .single();
    }

    /** All of them, for an export that says how far it is. */
    long countAll(CaseCriteria criteria) {
        Asked asked = new Asked("select count(distinct f.case_number)", criteria, clock);
        return jdbc.sql(asked.sql()).params(asked.params()).query(Long.class).single();
    }

    boolean exists(String caseNumber) {
        return !jdbc.sql("select 1 from case_file where case_number = ?")
                .param(caseNumber)
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    boolean isCustomer(String customerNumber) {
        return !jdbc.sql("select 1 from case_file where customer_number = ? limit 1")
                .param(customerNumber)
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    boolean isOwner(String userId) {
        return !jdbc.sql("select 1 from case_file where owner_id = ? limit 1")
                .param(userId)
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    /** @param rule its row in {@code clock-rules} */
    boolean hasClock(String rule) {
        return !jdbc.sql("select 1 from case_clock c where " + KeptSql.RULE.formatted("c") + " = ? limit 1")
                .param(rule)
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static CaseRow row(ResultSet row, int number) throws SQLException {
        OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
        return new CaseRow(
                row.getString("case_number"),
                row.getString("process_key"),
                row.getString("customer_number"),
                row.getString("party_name"),
                row.getString("subject"),
                row.getString("state"),
                row.getString("outcome"),
                row.getString("owner_id"),
                row.getString("severity"),
                Objects.requireNonNull(row.getObject("opened_at", OffsetDateTime.class))
                        .toInstant(),
                closed == null ? null : closed.toInstant());
    }

    /**
     * The criteria as SQL over {@code case_file f}. Where a mark is asked for, it leads: marks of one name lie in the order of the
     * list, so that reading ends with the page and never passes over the whole register.
     */
    static final class Asked {

        private final StringBuilder sql;
        private final List<Object> params = new ArrayList<>();
        private final String order;

        Asked(String what, CaseCriteria criteria, Clock clock) {
            String lead = lead(criteria);
            order = lead.isEmpty() ? "f" : "lead";
            sql = new StringBuilder(inOrder(what)).append(" from ");
            if (lead.isEmpty()) {
                sql.append("case_file f where 1 = 1");
            } else {
                sql.append("case_mark lead join case_file f on f.case_number = lead.case_number where lead.mark = ?");
                params.add(lead);
            }
            equal("f.case_number", criteria.number());
            equal("f.process_key", criteria.process());
            equal("f.state", criteria.state());
            equal("f.owner_id", criteria.owner());
            if (!criteria.customers().isEmpty()) {
                and(
                        "f.customer_number in ("
                                + String.join(
                                        ", ",
                                        Collections.nCopies(criteria.customers().size(), "?"))
                                + ")",
                        criteria.customers().toArray());
            }
            for (String mark : marks(criteria)) {
                if (!mark.equals(lead)) {
                    and("exists (select 1 from case_mark m where m.case_number = f.case_number and m.mark = ?)", mark);
                }
            }
            Kept kept = criteria.kept();
            if (kept != null) {
                KeptSql asked = KeptSql.of(kept, utc(clock.instant()));
                sql.append(asked.sql());
                params.addAll(asked.params());
            }
            letter(criteria.letter());
            for (String word : criteria.words()) {
                WordCondition has = WordCondition.of(word);
                and(has.sql(), has.params().toArray());
            }
            days(inOrder("%s.opened_at"), criteria.from(), criteria.to(), clock);
            days("f.closed_at", criteria.closedFrom(), criteria.closedTo(), clock);
        }

        /** Whole days where the house is. */
        private void days(String column, @Nullable LocalDate first, @Nullable LocalDate last, Clock clock) {
            if (first != null) {
                and(column + " >= ?", utc(first.atStartOfDay(clock.getZone()).toInstant()));
            }
            if (last != null) {
                and(
                        column + " < ?",
                        utc(last.plusDays(1).atStartOfDay(clock.getZone()).toInstant()));
            }
        }

        String sql() {
            return sql.toString();
        }

        List<Object> params() {
            return params;
        }

        private void and(String condition, Object... values) {
            sql.append(" and ").append(condition);
            Collections.addAll(params, values);
        }

        private void equal(String column, String value) {
            if (!value.isEmpty()) {
                and(column + " = ?", value);
            }
        }

        /** With the table by whose index the list is in order. */
        private String inOrder(String text) {
            return text.formatted(order);
        }

        /** The one that the fewest cases are likely to have. */
        private static String lead(CaseCriteria criteria) {
            List<String> marks = marks(criteria);
            return marks.isEmpty() ? "" : marks.get(0);
        }

        private static List<String> marks(CaseCriteria criteria) {
            List<String> marks = new ArrayList<>();
            addIfAsked(marks, MarkKind.CLOCK, criteria.clock());
            addIfAsked(marks, MarkKind.DECISION, criteria.decision());
            addIfAsked(marks, MarkKind.GROUP, criteria.group());
            return marks;
        }

        private static void addIfAsked(List<String> marks, MarkKind kind, String mark) {
            if (!mark.isEmpty()) {
                marks.add(kind.stored(mark));
            }
        }

        /** A letter's fate changes, so it is read where it stands; that one is on its way just now is nobody's business. */
        private void letter(String fate) {
            if (!fate.isEmpty()) {
                and(
                        "exists (select 1 from letter l where l.case_number = f.case_number and l.state in (?, ?))",
                        fate,
                        fate.equals("queued") ? "sending" : fate);
            }
        }
    }
}
