package io.amends.audit;

import io.amends.casefile.SearchWords;
import io.amends.web.LikePattern;
import io.amends.web.ListPlace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What auditors opened: rows are added and never deleted; an erasure alone takes words out of them ({@link ReadingTraces}). */
@Repository
class ReadingLog {

    private static final int LONGEST_USER = 64;
    private static final int LONGEST_ADDRESS = 400;
    private static final int LONGEST_TERMS = 2_000;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern CASE_NUMBER = Pattern.compile("\\b(CMP|LCR|MCR)-\\d{4}-\\d{6,9}\\b");
    private static final Pattern ENGINE_ID =
            Pattern.compile("\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b");

    private final JdbcClient jdbc;
    private final Clock clock;

    ReadingLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Which readings; an empty field does not narrow.
     *
     * @param text words that stand in the address or in what was asked
     * @param from first day, or null
     * @param to last day, or null
     */
    record Asked(
            String userId,
            String caseNumber,
            String kind,
            String text,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** In a transaction of its own: what is opened afterwards may fail, and was asked for all the same. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void add(
            String userId, ReadingKind kind, @Nullable String caseNumber, String address, @Nullable String terms) {
        jdbc.sql("insert into reading (read_at, user_id, kind, case_number, address, terms) values (?, ?, ?, ?, ?, ?)")
                .params(
                        CaseSelection.utc(clock.instant().truncatedTo(ChronoUnit.MILLIS)),
                        cut(userId, LONGEST_USER),
                        kind.code(),
                        caseNumber,
                        cut(address, LONGEST_ADDRESS),
                        terms == null ? null : cut(terms, LONGEST_TERMS))
                .update();
    }

    /** A place in the list as the page with older ones names it; empty for anything else. */
    static Optional<ListPlace> place(String text) {
        return ListPlace.read(text)
                .filter(place -> NUMBER.matcher(place.number()).matches());
    }

    /**
     * Newest first, behind the last one of the page before.
     *
     * @param after one that {@link #place} took for one
     */
    List<Reading> page(Asked asked, @Nullable ListPlace after, int size) {
        List<Object> params = new ArrayList<>();
        StringBuilder sql = new StringBuilder("select id, read_at, user_id, kind, case_number, address, terms")
                .append(of(asked, params));
        if (after != null) {
            sql.append(" and (read_at, id) < (?, ?)");
            params.add(CaseSelection.utc(after.at()));
            params.add(Long.parseLong(after.number()));
        }
        sql.append(" order by read_at desc, id desc limit ").append(size);
        return jdbc.sql(sql.toString()).params(params).query(ReadingLog::row).list();
    }

    /** At most one more than {@link CaseSelection#COUNTED}. */
    int count(Asked asked) {
        List<Object> params = new ArrayList<>();
        String sql = "select 1 as one" + of(asked, params) + " limit " + (CaseSelection.COUNTED + 1);
        return jdbc.sql("select count(*) from (" + sql + ") counted")
                .params(params)
                .query(Integer.class)
                .single();
    }

    /** Where they stand, without an order. */
    private StringBuilder of(Asked asked, List<Object> params) {
        StringBuilder sql = new StringBuilder(" from reading where 1 = 1");
        equal(sql, params, "user_id", asked.userId());
        equal(sql, params, "case_number", asked.caseNumber());
        equal(sql, params, "kind", asked.kind());
        for (String word : SearchWords.asked(asked.text())) {
            sql.append(" and (lower(address) like ? escape '!' or lower(terms) like ? escape '!')");
            params.add(LikePattern.anywhere(word));
            params.add(LikePattern.anywhere(word));
        }
        LocalDate from = asked.from();
        if (from != null) {
            sql.append(" and read_at >= ?");
            params.add(CaseSelection.utc(from.atStartOfDay(clock.getZone()).toInstant()));
        }
        LocalDate to = asked.to();
        if (to != null) {
            sql.append(" and read_at < ?");
            params.add(CaseSelection.utc(
                    to.plusDays(1).atStartOfDay(clock.getZone()).toInstant()));
        }
        return sql;
    }

    /** Users who opened anything, in order; one look into the index for each. */
    List<String> readers() {
        List<String> readers = new ArrayList<>();
        Optional<String> next = readerAfter("");
        while (next.isPresent()) {
            readers.add(next.get());
            next = readerAfter(next.get());
        }
        return readers;
    }

    /** The first case number in any of these texts, or that of the first process instance or task whose id stands in them. */
    Optional<String> caseIn(String... texts) {
        String all = String.join(" ", texts);
        Matcher number = CASE_NUMBER.matcher(all);
        if (number.find()) {
            return Optional.of(number.group());
        }
        Matcher engine = ENGINE_ID.matcher(all);
        return engine.find() ? caseOf(engine.group()) : Optional.empty();
    }

    private Optional<String> caseOf(String engineId) {
        List<String> found = jdbc.sql("select p.BUSINESS_KEY_ from ACT_HI_PROCINST p where p.ID_ = ?"
                        + " union all select p.BUSINESS_KEY_ from ACT_HI_TASKINST t"
                        + " join ACT_HI_PROCINST p on p.ID_ = t.PROC_INST_ID_ where t.ID_ = ?")
                .params(engineId, engineId)
                .query((row, n) -> Objects.requireNonNullElse(row.getString(1), ""))
                .list();
        return found.stream().filter(number -> !number.isEmpty()).findFirst();
    }

    private Optional<String> readerAfter(String userId) {
        return jdbc.sql("select user_id from reading where user_id > ? order by user_id limit 1")
                .param(userId)
                .query(String.class)
                .optional();
    }

    private static Reading row(ResultSet row, int number) throws SQLException {
        Instant at = Objects.requireNonNull(row.getObject("read_at", OffsetDateTime.class))
                .toInstant();
        return new Reading(
                row.getLong("id"),
                at,
                row.getString("user_id"),
                row.getString("kind"),
                row.getString("case_number"),
                row.getString("address"),
                row.getString("terms"));
    }

    private static void equal(StringBuilder sql, List<Object> params, String column, String value) {
        if (!value.isEmpty()) {
            sql.append(" and ").append(column).append(" = ?");
            params.add(value);
        }
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
