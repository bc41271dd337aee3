package io.amends.mediacrisis;

import static io.amends.mediacrisis.MediaCrisisTable.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rounds of watching of each crisis (M-12, M-13). */
@Repository
class CoverageRounds {

    /** What ends a watch: rounds before it do not count in the next. */
    private static final Set<String> ENDS = Set.of("rethink", "respond", "stand-down");

    private final JdbcClient jdbc;

    CoverageRounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return its number, from 1 */
    int begin(String caseNumber, Instant from, Instant until) {
        int number = jdbc.sql("select coalesce(max(number), 0) + 1 from coverage_round where case_number = ?")
                .param(caseNumber)
                .query(Integer.class)
                .single();
        jdbc.sql("insert into coverage_round (case_number, number, began_at, until_at) values (?, ?, ?, ?)")
                .params(caseNumber, number, utc(from), utc(until))
                .update();
        return number;
    }

    void record(
            String caseNumber,
            int number,
            CoverageRound.Figures figures,
            CoverageRound.Answers answers,
            @Nullable String note,
            @Nullable String by) {
        jdbc.sql("""
                        update coverage_round set coverage = ?, negative = ?, enquiries = ?, carrying = ?, stopped = ?, falling = ?,
                            moved_on = ?, messages_used = ?, note = ?, closed_by = ?
                        where case_number = ? and number = ?""")
                .params(
                        figures.coverage(),
                        figures.negative(),
                        figures.enquiries(),
                        figures.carrying(),
                        answers.stopped(),
                        answers.falling(),
                        answers.movedOn(),
                        answers.messagesUsed(),
                        note,
                        by,
                        caseNumber,
                        number)
                .update();
    }

    void close(String caseNumber, int number, Instant at) {
        jdbc.sql("update coverage_round set closed_at = ? where case_number = ? and number = ?")
                .params(utc(at), caseNumber, number)
                .update();
    }

    /** Keeps what followed from a round; one that was broken off stays so. */
    void result(String caseNumber, int number, String result) {
        jdbc.sql("update coverage_round set result = ? where case_number = ? and number = ? and result is null")
                .params(result, caseNumber, number)
                .update();
    }

    Optional<CoverageRound> find(String caseNumber, int number) {
        return of(caseNumber).stream().filter(round -> round.number() == number).findFirst();
    }

    /** Oldest first. */
    List<CoverageRound> of(String caseNumber) {
        return jdbc.sql("select * from coverage_round where case_number = ? order by number")
                .param(caseNumber)
                .query(CoverageRounds::round)
                .list();
    }

    /** Rounds whose numbers are known, oldest first. */
    List<CoverageRound> complete(String caseNumber) {
        return complete(of(caseNumber));
    }

    private static List<CoverageRound> complete(List<CoverageRound> all) {
        return all.stream().filter(CoverageRound::complete).toList();
    }

    /** How many rounds running, up to the last one of this watch, were all good. */
    int clean(String caseNumber) {
        return clean(of(caseNumber));
    }

    static int clean(List<CoverageRound> all) {
        return running(complete(all), CoverageRound.Answers::all);
    }

    /** How many rounds running, up to the last one of this watch, had nothing good. */
    int empty(String caseNumber) {
        return empty(of(caseNumber));
    }

    static int empty(List<CoverageRound> all) {
        return running(complete(all), CoverageRound.Answers::none);
    }

    /** Where the last round ended its watch, how many rounds running had been all good by then; empty while it goes on. */
    static OptionalInt cleanAtTheEnd(List<CoverageRound> all) {
        List<CoverageRound> complete = complete(all);
        if (complete.isEmpty() || !ends(complete.get(complete.size() - 1))) {
            return OptionalInt.empty();
        }
        CoverageRound.Answers last = complete.get(complete.size() - 1).answers();
        return OptionalInt.of(
                last != null && last.all()
                        ? 1 + running(complete.subList(0, complete.size() - 1), CoverageRound.Answers::all)
                        : 0);
    }

    private static int running(List<CoverageRound> rounds, Predicate<CoverageRound.Answers> wanted) {
        List<CoverageRound> newestFirst = new ArrayList<>(rounds);
        Collections.reverse(newestFirst);
        int running = 0;
        for (CoverageRound round : newestFirst) {
            CoverageRound.Answers answers = round.answers();
            if (answers == null || !wanted.test(answers) || ends(round)) {
                return running;
            }
            running++;
        }
        return running;
    }

    private static boolean ends(CoverageRound round) {
        return round.result() != null && ENDS.contains(round.result());
    }

    private static CoverageRound round(ResultSet row, int number) throws SQLException {
        boolean recorded = row.getObject("coverage", Integer.class) != null;
        return new CoverageRound(
                row.getInt("number"),
                Moments.needed(row, "began_at"),
                Moments.needed(row, "until_at"),
                Moments.find(row, "closed_at"),
                recorded
                        ? new CoverageRound.Figures(
                                row.getInt("coverage"),
                                row.getInt("negative"),
                                row.getInt("enquiries"),
                                row.getInt("carrying"))
                        : null,
                recorded
                        ? new CoverageRound.Answers(
                                row.getBoolean("stopped"),
                                row.getBoolean("falling"),
                                row.getBoolean("moved_on"),
                                row.getBoolean("messages_used"))
                        : null,
                row.getString("result"));
    }
}
