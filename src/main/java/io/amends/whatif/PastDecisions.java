package io.amends.whatif;

import io.amends.modeling.AsTheHouse;
import io.amends.web.ListPlace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Input;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What tables were asked and answered, read from the engine's history in pages, the newest first. */
@Repository
class PastDecisions {

    private static final String FROM = " from ACT_HI_DECINST d left join ACT_HI_PROCINST p on p.ID_ = d.PROC_INST_ID_"
            + " left join ACT_HI_PROCINST r on r.ID_ = d.ROOT_PROC_INST_ID_"
            + " left join case_file f on f.case_number = coalesce(p.BUSINESS_KEY_, r.BUSINESS_KEY_)";

    private final JdbcClient jdbc;
    private final RepositoryService repository;
    private final AsTheHouse house;

    PastDecisions(JdbcClient jdbc, RepositoryService repository, AsTheHouse house) {
        this.jdbc = jdbc;
        this.repository = repository;
        this.house = house;
    }

    /**
     * Which decisions.
     *
     * @param from included
     * @param until not included
     */
    record Range(String table, Instant from, Instant until, CasesAsked cases) {

        private String condition() {
            return " where d.DEC_DEF_KEY_ = ? and d.EVAL_TIME_ >= ? and d.EVAL_TIME_ < ?" + cases.condition();
        }

        private List<Object> params() {
            return new ArrayList<>(List.of(table, Timestamp.from(from), Timestamp.from(until)));
        }
    }

    long count(Range range) {
        return jdbc.sql("select count(*)" + FROM + range.condition())
                .params(range.params())
                .query(Long.class)
                .single();
    }

    /** Remembers the versions that it has met; for one reader. */
    Reading reading(Range range) {
        return new Reading(range);
    }

    /** The {@code number}th of all evaluations of a table on a case. */
    record Nth(int number, int of) {}

    final class Reading {

        private final Range range;
        private final Map<String, Version> versions = new HashMap<>();

        private Reading(Range range) {
            this.range = range;
        }

        /**
         * @param after the last one of the page before, or null
         * @param end the last one that counts, or null
         */
        List<PastDecision> page(@Nullable ListPlace after, @Nullable ListPlace end, int size) {
            StringBuilder sql = new StringBuilder(
                            "select d.ID_, d.DEC_DEF_ID_, coalesce(d.ROOT_DEC_INST_ID_, d.ID_) as root, d.EVAL_TIME_,"
                                    + " d.COLLECT_VALUE_, d.PROC_DEF_KEY_, a.ACT_NAME_, f.case_number, f.closed_at")
                    .append(FROM)
                    .append(" left join ACT_HI_ACTINST a on a.ID_ = d.ACT_INST_ID_")
                    .append(range.condition());
            List<Object> params = range.params();
            if (after != null) {
                sql.append(" and (d.EVAL_TIME_, d.ID_) < (?, ?)");
                params.add(Timestamp.from(after.at()));
                params.add(after.number());
            }
            if (end != null) {
                sql.append(" and (d.EVAL_TIME_, d.ID_) >= (?, ?)");
                params.add(Timestamp.from(end.at()));
                params.add(end.number());
            }
            sql.append(" order by d.EVAL_TIME_ desc, d.ID_ desc limit ").append(size);
            List<Head> heads = jdbc.sql(sql.toString())
                    .params(params)
                    .query(PastDecisions::head)
                    .list();
            if (heads.isEmpty()) {
                return List.of();
            }
            Map<String, List<Cell>> inputs = inputs(heads);
            Map<String, List<Cell>> outputs = outputs(heads);
            return heads.stream()
                    .map(head -> decision(
                            head,
                            inputs.getOrDefault(head.root(), List.of()),
                            outputs.getOrDefault(head.id(), List.of())))
                    .toList();
        }

        private PastDecision decision(Head head, List<Cell> inputs, List<Cell> outputs) {
            Version version = version(head.definition());
            Map<String, @Nullable Object> facts = new HashMap<>();
            Map<String, String> shown = new LinkedHashMap<>();
            String unread = null;
            for (Cell cell : inputs) {
                boolean own = cell.decision().equals(head.id());
                Sheet.Asked asked = version(cell.definition()).asked().get(cell.clause());
                String label = asked != null ? asked.label() : cell.label();
                if (!cell.readable()) {
                    unread = own ? "has an input that was kept as " + cell.type() + ": “" + label + "”" : unread;
                } else {
                    if (asked != null && (own || !facts.containsKey(asked.name()))) {
                        facts.put(asked.name(), cell.value());
                    }
                    if (own) {
                        shown.put(label, Outcome.shown(cell.value()));
                    }
                }
            }
            Map<String, Map<String, @Nullable Object>> rows = new LinkedHashMap<>();
            for (Cell cell : outputs) {
                if (!cell.readable()) {
                    unread = "has an answer that was kept as " + cell.type();
                }
                rows.computeIfAbsent(cell.row(), row -> new LinkedHashMap<>())
                        .put(cell.name(), cell.readable() ? cell.value() : null);
            }
            Sheet sheet = version.sheet();
            Outcome outcome = Outcome.of(List.copyOf(rows.values()));
            if (head.together() != null) {
                String name = outputs.isEmpty()
                        ? sheet.outputs().keySet().stream().findFirst().orElse("")
                        : outputs.get(0).name();
                outcome = Outcome.of(List.of(Map.of(name, head.together())));
            }
            return new PastDecision(
                    head.id(),
                    head.at(),
                    head.caseNumber(),
                    head.closed(),
                    head.process(),
                    head.step(),
                    facts,
                    shown,
                    outcome,
                    rows.keySet().stream().filter(row -> !row.isEmpty()).toList(),
                    sheet,
                    unread);
        }

        /** Which evaluation of the table on its case each of these was, by id; without those that belong to no case. */
        Map<String, Nth> nth(Collection<PastDecision> decisions) {
            List<String> cases = decisions.stream()
                    .map(PastDecision::caseNumber)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            Map<String, Nth> nth = new HashMap<>();
            if (cases.isEmpty()) {
                return nth;
            }
            jdbc.sql(
                            "select d.ID_, row_number() over (partition by p.BUSINESS_KEY_ order by d.EVAL_TIME_, d.ID_) as nth,"
                                    + " count(*) over (partition by p.BUSINESS_KEY_) as of_all from ACT_HI_PROCINST p"
                                    + " join ACT_HI_DECINST d on d.PROC_INST_ID_ = p.ID_"
                                    + " where p.BUSINESS_KEY_ in " + marks(cases) + " and d.DEC_DEF_KEY_ = ?")
                    .params(cases)
                    .param(range.table())
                    .query(row -> {
                        nth.put(row.getString("ID_"), new Nth(row.getInt("nth"), row.getInt("of_all")));
                    });
            return nth;
        }

        private Version version(String definition) {
            return versions.computeIfAbsent(definition, this::read);
        }

        private Version read(String definition) {
            Optional<DmnModelInstance> model = house.run(() -> model(definition));
            Map<String, Sheet.Asked> asked = new HashMap<>();
            model.ifPresent(it -> it.getModelElementsByType(Input.class)
                    .forEach(input -> asked.put(input.getId(), Sheet.asked(input))));
            return new Version(
                    asked,
                    model.flatMap(it -> Sheet.of(it, range.table())).orElse(new Sheet(Map.of(), Map.of(), true)));
        }

        /** Empty for a version that somebody removed. */
        private Optional<DmnModelInstance> model(String definition) {
            try {
                return Optional.ofNullable(repository.getDmnModelInstance(definition));
            } catch (ProcessEngineException gone) {
                return Optional.empty();
            }
        }
    }

    /** @param asked what each column asked, by its id, of all tables of the file */
    private record Version(Map<String, Sheet.Asked> asked, Sheet sheet) {}

    private record Head(
            String id,
            String definition,
            String root,
            Instant at,
            @Nullable Double together,
            String process,
            String step,
            @Nullable String caseNumber,
            boolean closed) {}

    /** @param group what it belongs to: for an input the evaluation as a whole, for an answer the decision */
    private record Cell(
            String group,
            String decision,
            String definition,
            String clause,
            String label,
            String row,
            String name,
            String type,
            boolean readable,
            @Nullable Object value) {}

    /** Inputs of all tables that were evaluated together. */
    private Map<String, List<Cell>> inputs(List<Head> heads) {
        List<String> roots = heads.stream().map(Head::root).distinct().toList();
        String columns = "select coalesce(d.ROOT_DEC_INST_ID_, d.ID_) as grouped, d.ID_ as decision, d.DEC_DEF_ID_,"
                + " c.CLAUSE_ID_, c.CLAUSE_NAME_, '' as RULE_ID_, '' as VAR_NAME_, c.VAR_TYPE_, c.DOUBLE_, c.LONG_, c.TEXT_"
                + " from ACT_HI_DECINST d join ACT_HI_DEC_IN c on c.DEC_INST_ID_ = d.ID_ where ";
        // two statements in one: each has an index
        return cells(
                columns + "d.ID_ in " + marks(roots) + " union all " + columns + "d.ROOT_DEC_INST_ID_ in "
                        + marks(roots) + " order by 1, 2, 4",
                roots,
                roots);
    }

    private Map<String, List<Cell>> outputs(List<Head> heads) {
        List<String> ids = heads.stream().map(Head::id).toList();
        return cells(
                "select c.DEC_INST_ID_ as grouped, c.DEC_INST_ID_ as decision, '' as DEC_DEF_ID_, c.CLAUSE_ID_,"
                        + " c.CLAUSE_NAME_, c.RULE_ID_, c.VAR_NAME_, c.VAR_TYPE_, c.DOUBLE_, c.LONG_, c.TEXT_"
                        + " from ACT_HI_DEC_OUT c where c.DEC_INST_ID_ in " + marks(ids)
                        + " order by c.DEC_INST_ID_, c.RULE_ORDER_, c.CLAUSE_ID_",
                ids,
                List.of());
    }

    private Map<String, List<Cell>> cells(String sql, List<String> first, List<String> second) {
        Map<String, List<Cell>> cells = new HashMap<>();
        jdbc.sql(sql)
                .params(first)
                .params(second)
                .query(PastDecisions::cell)
                .list()
                .forEach(cell -> cells.computeIfAbsent(cell.group(), group -> new ArrayList<>())
                        .add(cell));
        return cells;
    }

    private static String marks(Collection<String> values) {
        return "(" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")";
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        double together = row.getDouble("COLLECT_VALUE_");
        Double value = row.wasNull() ? null : together;
        return new Head(
                row.getString("ID_"),
                row.getString("DEC_DEF_ID_"),
                row.getString("root"),
                row.getTimestamp("EVAL_TIME_").toInstant(),
                value,
                text(row, "PROC_DEF_KEY_"),
                text(row, "ACT_NAME_"),
                row.getString("case_number"),
                row.getObject("closed_at") != null);
    }

    @SuppressWarnings("JavaUtilDate") // what the engine itself hands to a table
    private static Cell cell(ResultSet row, int number) throws SQLException {
        String type = text(row, "VAR_TYPE_");
        boolean readable = true;
        Object value = null;
        switch (type) {
            case "", "null" -> value = null;
            case "string" -> value = row.getString("TEXT_");
            case "boolean" -> value = row.getLong("LONG_") == 1;
            case "integer" -> value = row.getInt("LONG_");
            case "long", "short" -> value = row.getLong("LONG_");
            case "double" -> value = row.getDouble("DOUBLE_");
            case "date" -> value = new Date(row.getLong("LONG_"));
            default -> readable = false;
        }
        return new Cell(
                row.getString("grouped"),
                row.getString("decision"),
                text(row, "DEC_DEF_ID_"),
                text(row, "CLAUSE_ID_"),
                text(row, "CLAUSE_NAME_"),
                text(row, "RULE_ID_"),
                text(row, "VAR_NAME_"),
                type,
                readable,
                value);
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }
}
