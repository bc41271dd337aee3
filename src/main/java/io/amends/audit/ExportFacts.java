package io.amends.audit;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What cases have several of, for a page of an export: one question for all of them. */
@Repository
class ExportFacts {

    private final JdbcClient jdbc;

    ExportFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What one case has several of. */
    record Of(Map<MarkKind, TreeSet<String>> marks, TreeMap<String, Integer> fates) {

        static final Of NOTHING = new Of(Map.of(), new TreeMap<>());

        private static Of empty() {
            return new Of(new EnumMap<>(MarkKind.class), new TreeMap<>());
        }

        /** In order, with a blank between two. */
        String text(MarkKind kind) {
            return String.join(" ", of(kind));
        }

        Collection<String> of(MarkKind kind) {
            return marks.getOrDefault(kind, new TreeSet<>());
        }

        /** {@code bounced=1 sent=3} */
        String letters() {
            StringBuilder text = new StringBuilder();
            fates.forEach((fate, count) -> text.append(text.isEmpty() ? "" : " ")
                    .append(fate)
                    .append('=')
                    .append(count));
            return text.toString();
        }
    }

    Map<String, Of> of(List<CaseRow> cases) {
        List<String> numbers = cases.stream().map(CaseRow::number).toList();
        Map<String, Of> facts = new HashMap<>();
        jdbc.sql("select case_number, kind, mark from case_mark where case_number in (:numbers)")
                .param("numbers", numbers)
                .query(row -> {
                    MarkKind kind = MarkKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
                    facts.computeIfAbsent(row.getString("case_number"), number -> Of.empty())
                            .marks()
                            .computeIfAbsent(kind, any -> new TreeSet<>())
                            .add(kind.shown(row.getString("mark")));
                });
        jdbc.sql("select case_number, state, count(*) as letters from letter where case_number in (:numbers)"
                        + " group by case_number, state")
                .param("numbers", numbers)
                .query(row -> {
                    String state = row.getString("state");
                    facts.computeIfAbsent(row.getString("case_number"), number -> Of.empty())
                            .fates()
                            .merge(state.equals("sending") ? "queued" : state, row.getInt("letters"), Integer::sum);
                });
        return facts;
    }
}
