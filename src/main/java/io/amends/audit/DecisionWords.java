package io.amends.audit;

import io.amends.casefile.CaseRecord;
import io.amends.casefile.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What a table answered, in words: each answer beside the others of the row that gave it, a number with the unit that stands beside it.
 */
final class DecisionWords {

    private final CaseRecord.Table table;
    private final CaseRecord.Decision decision;
    private final UnaryOperator<String> told;

    /** @param told how a value that is a moment is called */
    DecisionWords(CaseRecord.Table table, CaseRecord.Decision decision, UnaryOperator<String> told) {
        this.table = table;
        this.decision = decision;
        this.told = told;
    }

    /** {@code Severity: S2}, {@code Acknowledge 4 business hours, First contact 1 business day}, or {@code no row fitted}. */
    String head() {
        if (decision.answered().isEmpty()) {
            return table.expression() == null ? "no row fitted" : "";
        }
        String result = decision.result();
        if (result != null) {
            return decision.answered().get(0).name() + ": " + result;
        }
        List<Integer> rows = decision.rows();
        return rows.size() > 1
                ? rows.stream().map(this::inShort).collect(Collectors.joining(", "))
                : String.join(" · ", parts(decision.answered()));
    }

    /** What each row that fitted answered; empty where a single one did. */
    List<DeskPage.Answered> byRow() {
        return decision.rows().size() < 2
                ? List.of()
                : decision.rows().stream()
                        .map(row -> new DeskPage.Answered(row, String.join(" · ", parts(of(row)))))
                        .toList();
    }

    /** {@code rows 1, 5 and 9}. */
    String rows() {
        List<String> rows = decision.rows().stream().map(String::valueOf).toList();
        return rows.size() < 2
                ? "row " + String.join("", rows)
                : "rows " + String.join(", ", rows.subList(0, rows.size() - 1)) + " and " + rows.get(rows.size() - 1);
    }

    private List<CaseRecord.Answer> of(int row) {
        return decision.answered().stream()
                .filter(it -> Objects.equals(it.row(), row))
                .toList();
    }

    /** {@code Clock: first contact}, {@code Time: 4 business hours}. */
    private List<String> parts(List<CaseRecord.Answer> answers) {
        return pairs(answers).stream().map(it -> it.name() + ": " + it.words()).toList();
    }

    /** Other numbers of the row stand in the table: what several rows said is long enough without them. */
    private String inShort(int row) {
        List<Pair> pairs = pairs(of(row));
        List<Pair> codes = pairs.stream().filter(it -> it.kind() == Kind.CODE).toList();
        List<Pair> amounts =
                pairs.stream().filter(it -> it.kind() == Kind.AMOUNT).toList();
        if (codes.isEmpty()) {
            return String.join(" · ", parts(of(row)));
        }
        String said = codes.stream().map(it -> capital(it.words())).collect(Collectors.joining(" · "));
        if (amounts.isEmpty()) {
            return said;
        }
        return amounts.size() == 1
                ? said + " " + amounts.get(0).words()
                : amounts.stream()
                        .map(it -> it.name().toLowerCase(Locale.ROOT) + " " + it.words())
                        .collect(Collectors.joining(", ", said + " (", ")"));
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Columns as the table has them, a unit within the number before it. */
    private List<Pair> pairs(List<CaseRecord.Answer> answers) {
        List<Pair> pairs = new ArrayList<>();
        for (CaseRecord.Answer answer : inOrder(answers)) {
            int last = pairs.size() - 1;
            if (isUnit(answer) && last >= 0 && pairs.get(last).kind() == Kind.NUMBER) {
                Pair number = pairs.get(last);
                pairs.set(last, new Pair(number.name(), number.words() + " " + unit(number, answer), Kind.AMOUNT));
            } else {
                String words = told.apply(Words.spoken(answer.value()));
                boolean number = answer.value().matches("-?\\d+(\\.\\d+)?");
                pairs.add(new Pair(answer.name(), words, number ? Kind.NUMBER : Kind.CODE));
            }
        }
        return pairs;
    }

    private List<CaseRecord.Answer> inOrder(List<CaseRecord.Answer> answers) {
        if (table.outputs().isEmpty()) {
            return answers;
        }
        return table.outputs().stream()
                .flatMap(column -> answers.stream().filter(it -> it.column().equals(column.id())))
                .toList();
    }

    private boolean isUnit(CaseRecord.Answer answer) {
        return table.outputs().stream()
                .anyMatch(it -> it.id().equals(answer.column()) && DecisionMark.isUnit(it.expression()));
    }

    private static String unit(Pair number, CaseRecord.Answer unit) {
        String words = Words.spoken(unit.value());
        return number.words().equals("1") && words.endsWith("s") ? words.substring(0, words.length() - 1) : words;
    }

    private enum Kind {
        CODE,
        NUMBER,
        AMOUNT
    }

    private record Pair(String name, String words, Kind kind) {}
}
