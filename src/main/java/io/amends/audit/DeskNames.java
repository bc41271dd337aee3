package io.amends.audit;

import io.amends.casefile.ClockNames;
import io.amends.casefile.StaffNames;
import io.amends.casefile.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the auditors' desk calls things, the same in its search, its figures and the record of a case. */
@Component
class DeskNames {

    /** The fields of the search, in their order. */
    static final Map<String, String> FIELDS = fields();

    private final JdbcClient jdbc;
    private final ClockNames clocks;
    private final StaffNames people;

    DeskNames(JdbcClient jdbc, ClockNames clocks, StaffNames people) {
        this.jdbc = jdbc;
        this.clocks = clocks;
        this.people = people;
    }

    String process(String key) {
        return SearchReader.PROCESSES.getOrDefault(key, Words.label(key));
    }

    /** @param rule its row in {@code clock-rules} */
    String clock(String rule) {
        return clocks.ofRule(rule);
    }

    String kept(Kept kept) {
        return clock(kept.clock()) + ": " + kept.fate().words();
    }

    String group(String id) {
        return Words.label(id);
    }

    /** Names of the tables as they are deployed now, by key. */
    Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        jdbc.sql("select KEY_, NAME_ from ACT_RE_DECISION_DEF order by VERSION_")
                .query(row -> {
                    tables.put(
                            row.getString("KEY_"),
                            Objects.requireNonNullElse(row.getString("NAME_"), Words.label(row.getString("KEY_"))));
                });
        return tables;
    }

    /** @param mark {@code complaint-severity=S1} */
    static String answer(String mark, Map<String, String> tables) {
        return table(mark, tables) + ": " + Words.label(mark.substring(mark.indexOf('=') + 1));
    }

    static String table(String mark, Map<String, String> tables) {
        String key = mark.substring(0, mark.indexOf('='));
        return tables.getOrDefault(key, Words.label(key));
    }

    /** A criterion as somebody gave it: {@code Process “Complaint”}. */
    String said(String field, String value) {
        String named =
                switch (field) {
                    case "process" -> process(value);
                    case "letter" -> SearchReader.FATES.getOrDefault(value, value);
                    case "owner" -> people.of(value);
                    case "group" -> group(value);
                    case "decision" -> value.indexOf('=') < 0 ? value : answer(value, tables());
                    case "clock" -> clock(value);
                    case "kept" -> Kept.read(value).map(this::kept).orElse(value);
                    default -> value;
                };
        return FIELDS.getOrDefault(field, field) + " “" + named + "”";
    }

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("text", "Find");
        fields.put("number", "Case number");
        fields.put("customer", "Customer");
        fields.put("process", "Process");
        fields.put("state", "State");
        fields.put("owner", "Owner");
        fields.put("group", "Group that had a task");
        fields.put("decision", "Decision and its answer");
        fields.put("clock", "Clock that was breached");
        fields.put("kept", "Clock and how it was kept");
        fields.put("letter", "A letter that is");
        fields.put("from", "Opened from");
        fields.put("to", "Opened to");
        fields.put("closedFrom", "Closed from");
        fields.put("closedTo", "Closed to");
        fields.put("after", "Place in the list");
        return fields;
    }
}
