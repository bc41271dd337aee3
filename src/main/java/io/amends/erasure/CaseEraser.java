package io.amends.erasure;

import io.amends.casefile.CaseFiles;
import io.amends.casefile.CaseTables;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Erases what one case says of people; whoever calls it holds the case's row. */
@Component
class CaseEraser {

    /** Of a text that another case quotes, so much has to be found there. */
    private static final int QUOTED = 40;

    private static final List<String> TOLD_IN = List.of(
            "select narrative from complaint where case_number = ?",
            "select words from media_threat where complaint_case = ?",
            "select words from complaint_word where case_number = ?");

    private final RowsOfCase rows;
    private final CaseFiles files;
    private final JdbcClient jdbc;
    private final Clock clock;

    CaseEraser(RowsOfCase rows, CaseFiles files, JdbcClient jdbc, Clock clock) {
        this.rows = rows;
        this.files = files;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Map<String, Integer> count(String caseNumber) {
        return rows.count(rows.scope(caseNumber));
    }

    Map<String, Integer> erase(String caseNumber) {
        Map<String, Integer> counts = rows.erase(rows.scope(caseNumber));
        // found by its number and its customer's number from now on, and shown as erased
        files.describeParty(caseNumber, CaseTables.MARKER, null);
        // nobody answers any more for whom it was about
        jdbc.sql("update letter_link set expires_at = :now where case_number = :case and expires_at > :now")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("case", caseNumber)
                .update();
        return counts;
    }

    /** The case of somebody else loses what it quotes of these cases, and whatever names the person. */
    Map<String, Integer> eraseTold(String caseNumber, Person person, List<String> byCases) {
        Map<String, Integer> counts = rows.eraseWhere(rows.scope(caseNumber), needles(caseNumber, person, byCases));
        // a claim that is too short to be looked for
        byCases.forEach(
                one -> told("update media_event set claim = 'erased', note = null, link = null", caseNumber, one)
                        .update());
        return counts;
    }

    Map<String, Integer> countTold(String caseNumber, Person person, List<String> byCases) {
        return rows.countWhere(rows.scope(caseNumber), needles(caseNumber, person, byCases));
    }

    /** Events that a complaint itself told a crisis of (M-1). */
    private JdbcClient.StatementSpec told(String statement, String caseNumber, String byCase) {
        return jdbc.sql(statement + " where case_number = :case and source = 'complaint' and external_id like :told"
                        + " and claim <> 'erased'")
                .param("case", caseNumber)
                .param("told", byCase + "/%");
    }

    private Set<String> needles(String caseNumber, Person person, List<String> byCases) {
        Set<String> needles = new LinkedHashSet<>(person.identifiers());
        for (String one : byCases) {
            Stream.concat(
                            TOLD_IN.stream()
                                    .flatMap(sql -> jdbc.sql(sql).param(one).query(String.class).list().stream()),
                            told("select claim from media_event", caseNumber, one).query(String.class).list().stream())
                    .filter(words -> !words.equals(CaseTables.MARKER))
                    .map(words -> words.lines().findFirst().orElse(""))
                    .map(line -> line.substring(0, Math.min(QUOTED, line.length())))
                    .forEach(needles::add);
        }
        return needles;
    }
}
