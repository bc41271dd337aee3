package io.amends.modeling;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.DmnModelInstance;

/**
 * The models that a check looks at, by file name. Those of one deployment find each other's forms and tables.
 *
 * @param diagrams about to be deployed
 * @param tables about to be deployed
 * @param forms about to be deployed
 * @param keptDiagrams deployed before, in their latest version, and not replaced now
 * @param keptTables the same for tables
 * @param unreadable names of files about to be deployed that cannot be read, so that nobody knows what they define
 */
public record ModelSet(
        Map<String, BpmnModelInstance> diagrams,
        Map<String, DmnModelInstance> tables,
        Map<String, JsonNode> forms,
        Map<String, BpmnModelInstance> keptDiagrams,
        Map<String, DmnModelInstance> keptTables,
        Set<String> unreadable) {

    /** All of them can be read. */
    public ModelSet(
            Map<String, BpmnModelInstance> diagrams,
            Map<String, DmnModelInstance> tables,
            Map<String, JsonNode> forms,
            Map<String, BpmnModelInstance> keptDiagrams,
            Map<String, DmnModelInstance> keptTables) {
        this(diagrams, tables, forms, keptDiagrams, keptTables, Set.of());
    }

    /** What a file is named after: {@code complaint} of {@code complaint/complaint.bpmn}. */
    public static String namedAfter(String file) {
        return file.replaceAll(".*/|\\.[a-z]+$", "");
    }

    /** All diagrams that will be in use. */
    public Map<String, BpmnModelInstance> allDiagrams() {
        return all(diagrams, keptDiagrams);
    }

    /** All tables that will be in use. */
    public Map<String, DmnModelInstance> allTables() {
        return all(tables, keptTables);
    }

    /** What the tables about to be deployed answer with. */
    public List<TableWord> tableWords() {
        return tables.entrySet().stream()
                .flatMap(table -> TableWord.of(table.getKey(), table.getValue()))
                .toList();
    }

    private static <T> Map<String, T> all(Map<String, T> now, Map<String, T> before) {
        Map<String, T> all = new LinkedHashMap<>(before);
        all.putAll(now);
        return all;
    }
}
