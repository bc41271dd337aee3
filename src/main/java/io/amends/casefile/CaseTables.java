package io.amends.casefile;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The register of all tables that say something about a case, ours and the engine's ({@code record/case-tables.yaml}): what belongs
 * to a case, what of it is personal. Seals are made by it and people erased by it, so that neither forgets a table.
 */
@Component
public class CaseTables {

    /** What stands where personal data was erased. */
    public static final String MARKER = "erased";

    /** As people read it: without the id that follows the marker where erased values had to stay different. */
    public static String shown(String value) {
        return value.startsWith(MARKER + " ") ? MARKER : value;
    }

    private final List<CaseTable> tables;
    private final Set<String> words;
    private final Map<String, String> noWords;
    private final Map<String, String> others;

    CaseTables(@Value("classpath:record/case-tables.yaml") Resource file) {
        CaseTablesFile read = CaseTablesFile.read(file);
        this.tables = read.tables();
        this.words = read.words();
        this.noWords = read.noWords();
        this.others = read.others();
    }

    /** In the order of the file: first ours, then the engine's. */
    public List<CaseTable> tables() {
        return tables;
    }

    /**
     * Fills the parameters that conditions of the register may have.
     *
     * @param sql the statement; only what stands in it is filled
     * @param processes ids of the process instances of the case
     */
    public JdbcClient.StatementSpec filled(
            JdbcClient jdbc, String sql, String caseNumber, Collection<String> processes) {
        JdbcClient.StatementSpec statement = jdbc.sql(sql);
        if (sql.contains(":case")) {
            statement = statement.param("case", caseNumber);
        }
        if (sql.contains(":processes")) {
            // no list may be empty
            statement = statement.param("processes", processes.isEmpty() ? List.of("-") : processes);
        }
        return sql.contains(":words") ? statement.param("words", words) : statement;
    }

    public Optional<CaseTable> find(String name) {
        return tables.stream().filter(table -> table.name().equals(name)).findAny();
    }

    /** Names of the process variables whose values are words that people wrote. */
    public Set<String> words() {
        return words;
    }

    /** Fields of forms that take text and yet no words of people, each with what they take. */
    Map<String, String> noWords() {
        return noWords;
    }

    /** Tables that say nothing about a case, each with the reason; one that ends with a star stands for all that begin so. */
    Map<String, String> others() {
        return others;
    }
}
