package io.amends.clock;

import io.amends.modeling.ModelFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * Times that decision tables grant: columns {@code amount} and {@code unit}, or pairs such as {@code waitAmount} and
 * {@code waitUnit}, or business days such as {@code approvalDays}; and the clocks that they grant them to.
 */
final class TableTimes {

    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(\\.\\d+)?");

    private final String file;
    private final TableRows table;
    private final ClockRegister register;
    private final List<ModelFinding> findings = new ArrayList<>();

    private TableTimes(String file, TableRows table, ClockRegister register) {
        this.file = file;
        this.table = table;
        this.register = register;
    }

    static List<ModelFinding> check(String file, DmnModelInstance model, ClockRegister register) {
        List<ModelFinding> findings = new ArrayList<>();
        for (DecisionTable decision : model.getModelElementsByType(DecisionTable.class)) {
            TableTimes times = new TableTimes(file, new TableRows(decision), register);
            times.table.rows().forEach(times::row);
            findings.addAll(times.findings);
        }
        return findings;
    }

    private void row(Rule row) {
        for (String column : table.columns()) {
            if (column.equals("amount")) {
                time(row, column, "unit", 1);
            } else if (column.endsWith("Amount")) {
                time(row, column, column.replaceAll("Amount$", "Unit"), 0);
            } else if (column.endsWith("Days")) {
                number(row, column, 0).ifPresent(days -> most(row, column, days, Budget.Unit.BUSINESS_DAYS));
            }
        }
        if (table.hasColumn("amount")) {
            table.words(row, ClockProcess.CLOCK.name()).forEach(name -> known(row, name));
        }
    }

    private void time(Rule row, String amountColumn, String unitColumn, int least) {
        Optional<Budget.Unit> unit = unit(row, unitColumn);
        number(row, amountColumn, least).ifPresent(amount -> unit.ifPresent(it -> most(row, amountColumn, amount, it)));
        boolean amountGiven = table.cell(row, amountColumn).isPresent();
        if (amountGiven != table.cell(row, unitColumn).isPresent()) {
            find(row, amountColumn + " and " + unitColumn + " go together", "fill in both or neither");
        }
    }

    /** Only what is written as a number can be judged before it is worked out. */
    private Optional<Integer> number(Rule row, String column, int least) {
        Optional<String> written =
                table.cell(row, column).filter(it -> NUMBER.matcher(it).matches());
        if (written.isEmpty()) {
            return Optional.empty();
        }
        try {
            int amount = Integer.parseInt(written.get());
            if (amount >= least) {
                return Optional.of(amount);
            }
            find(row, column + " is " + amount + ", but no time is less than " + least, "");
        } catch (NumberFormatException notWhole) {
            find(row, column + " is " + written.get() + ", but must be a whole number of no more than nine digits", "");
        }
        return Optional.empty();
    }

    private Optional<Budget.Unit> unit(Rule row, String column) {
        try {
            return table.words(row, column).stream().findFirst().map(Budget.Unit::of);
        } catch (IllegalArgumentException unknown) {
            find(row, String.valueOf(unknown.getMessage()), "");
            return Optional.empty();
        }
    }

    private void most(Rule row, String column, int amount, Budget.Unit unit) {
        if (amount > unit.most()) {
            find(
                    row,
                    column + " is " + amount + ", but no time is longer than ten years, which is " + unit.most() + " "
                            + unit.word(),
                    "");
        }
    }

    private void known(Rule row, String clock) {
        if (!register.knows(CaseClock.rule(clock))) {
            find(row, "the clock '" + clock + "' has no row in " + ClockProcess.RULES, "give it one there");
        }
    }

    private void find(Rule row, String what, String todo) {
        findings.add(ModelFinding.of(file, row, what, todo));
    }
}
