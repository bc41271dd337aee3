package io.amends.erasure;

import io.amends.casefile.CaseFiles;
import io.amends.casefile.CaseTables;
import io.amends.erasure.CaseRows.Scope;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private final CaseRows rows;
    private final CaseFiles files;
    private final JdbcClient jdbc;

    CaseEraser(CaseRows rows, CaseFiles files, JdbcClient jdbc) {
        this.rows = rows;
        this.files = files;
        this.jdbc = jdbc;
    }

    Map<String, Integer> count(String caseNumber) {
        return rows.count(rows.scope(caseNumber));
    }

    Map<String, Integer> erase(String caseNumber) {
        Map<String, Integer> counts = rows.erase(rows.scope(caseNumber));
        // found by its number and its customer's number from now on, and shown as erased
        files.describeParty(caseNumber, CaseTables.MARKER, null);
        return counts;
    }

    /** The case of somebody else loses what it quotes of these cases, and whatever names the person. */
    Map<String, Integer> eraseTold(String caseNumber, Person person, List<String> byCases) {
        Map<String, Integer> counts = new LinkedHashMap<>(events(caseNumber, byCases, true));
        rows.eraseWhere(rows.scope(caseNumber), needles(person, byCases))
                .forEach((table, count) -> counts.merge(table, count, Integer::sum));
        return counts;
    }

    Map<String, Integer> countTold(String caseNumber, Person person, List<String> byCases) {
        Scope scope = rows.scope(caseNumber);
        Map<String, Integer> counts = new LinkedHashMap<>(events(caseNumber, byCases, false));
        rows.countWhere(scope, needles(person, byCases))
                .forEach((table, count) -> counts.merge(table, count, Math::max));
        return counts;
    }

    /** Events that a complaint itself told a crisis of (M-1). */
    private Map<String, Integer> events(String caseNumber, List<String> byCases, boolean erase) {
        int events = 0;
        for (String one : byCases) {
            String where =
                    "where case_number = :case and source = 'complaint' and external_id like :told and claim <> 'erased'";
            events += jdbc.sql("select count(*) from media_event " + where)
                    .param("case", caseNumber)
                    .param("told", one + "/%")
                    .query(Integer.class)
                    .single();
            if (erase) {
                jdbc.sql("update media_event set claim = 'erased', note = null, link = null " + where)
                        .param("case", caseNumber)
                        .param("told", one + "/%")
                        .update();
            }
        }
        return events == 0 ? Map.of() : Map.of("media_event", events);
    }

    private Set<String> needles(Person person, List<String> byCases) {
        Set<String> needles = new LinkedHashSet<>(person.identifiers());
        for (String one : byCases) {
            TOLD_IN.forEach(sql -> jdbc.sql(sql).param(one).query(String.class).list().stream()
                    .filter(words -> !words.equals(CaseTables.MARKER))
                    .map(words -> words.lines().findFirst().orElse(""))
                    .map(line -> line.substring(0, Math.min(QUOTED, line.length())))
                    .forEach(needles::add));
        }
        return needles;
    }
}
