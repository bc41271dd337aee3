package io.amends.whatif;

import io.amends.modeling.FormRefusal;
import io.amends.modeling.FormRefusal.Finding;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionLiteralExpressionEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionLogicEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.hitpolicy.DmnHitPolicyException;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InformationRequirement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A table that is not deployed, evaluated by an engine for tables alone: it knows no database and writes no history. For one thread.
 */
final class ChangedTable {

    private static final int REMEMBERED = 5_000;
    private static final int LONGEST_REASON = 300;
    private static final Pattern RULE_ID = Pattern.compile("id='([^']+)'");

    private final DmnEngine engine;
    private final DmnDecision decision;
    private final Sheet sheet;
    private final Map<String, Sheet.Asked> needed = new TreeMap<>();
    private final Set<String> produced = new HashSet<>();
    private final Map<String, Object> given = new HashMap<>();
    /** Cases often ask the same; the oldest is forgotten first. */
    private final Map<Map<String, @Nullable Object>, Answer> answers = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Map<String, @Nullable Object>, Answer> eldest) {
            return size() > REMEMBERED;
        }
    };

    private @Nullable DmnDecisionLogicEvaluationEvent last;

    private ChangedTable(DmnModelInstance model, Decision asked, Sheet sheet) {
        var configuration = new DefaultDmnEngineConfiguration();
        configuration.getCustomPostDecisionEvaluationListeners().add(event -> last = event.getDecisionResult());
        this.engine = configuration.buildEngine();
        this.decision = engine.parseDecision(asked.getId(), model);
        this.sheet = sheet;
        needs(asked, new HashSet<>());
        produced.forEach(needed::remove);
    }

    /**
     * @param file that the guard has let pass
     * @param given values as typed, for what was not asked in the past
     * @throws FormRefusal for a file without that table, or a value of the wrong kind
     */
    static ChangedTable of(String key, byte[] file, Map<String, String> given) {
        DmnModelInstance model = Dmn.readModelFromStream(new ByteArrayInputStream(file));
        if (!(model.getModelElementById(key) instanceof Decision asked)) {
            String others = model.getModelElementsByType(Decision.class).stream()
                    .map(Decision::getId)
                    .sorted()
                    .collect(Collectors.joining(", "));
            throw new FormRefusal("file", "holds no table '" + key + "' but: " + others);
        }
        ChangedTable table;
        try {
            table = new ChangedTable(model, asked, Sheet.of(model, key).orElseThrow());
        } catch (RuntimeException unreadable) {
            throw new FormRefusal("file", "cannot be evaluated: " + brief(unreadable));
        }
        List<Finding> findings = new ArrayList<>();
        given.forEach((name, text) -> table.give(name, text, findings));
        if (!findings.isEmpty()) {
            throw new FormRefusal(findings);
        }
        return table;
    }

    Sheet sheet() {
        return sheet;
    }

    /** What it asks for, by name. */
    Map<String, Sheet.Asked> needed() {
        return needed;
    }

    private void needs(Decision one, Set<String> seen) {
        if (!seen.add(one.getId())) {
            return;
        }
        if (one.getUniqueChildElementByType(DecisionTable.class) instanceof DecisionTable table) {
            Set<String> own = new HashSet<>();
            for (Input input : table.getInputs()) {
                Sheet.Asked asked = Sheet.asked(input);
                NeededNames.ofExpression(asked.name())
                        .forEach(name -> needed.put(
                                name, name.equals(asked.name()) ? asked : needed.getOrDefault(name, unnamed(name))));
                if (input.getCamundaInputVariable() != null) {
                    own.add(input.getCamundaInputVariable());
                }
            }
            for (Rule rule : table.getRules()) {
                Set<String> names = new TreeSet<>();
                rule.getInputEntries().forEach(cell -> names.addAll(NeededNames.ofCell(Sheet.text(cell.getText()))));
                rule.getOutputEntries()
                        .forEach(cell -> names.addAll(NeededNames.ofExpression(Sheet.text(cell.getText()))));
                names.removeAll(own);
                names.forEach(name -> needed.putIfAbsent(name, unnamed(name)));
            }
        } else if (one.getUniqueChildElementByType(LiteralExpression.class) instanceof LiteralExpression literal) {
            NeededNames.ofExpression(Sheet.text(literal.getText()))
                    .forEach(name -> needed.putIfAbsent(name, unnamed(name)));
        }
        for (InformationRequirement requirement : one.getInformationRequirements()) {
            Decision first = requirement.getRequiredDecision();
            if (first != null) {
                produces(first);
                needs(first, seen);
            }
        }
    }

    private void produces(Decision one) {
        if (one.getUniqueChildElementByType(DecisionTable.class) instanceof DecisionTable table) {
            table.getOutputs().stream().map(Output::getName).forEach(produced::add);
        } else if (one.getVariable() != null) {
            produced.add(one.getVariable().getName());
        }
    }

    private static Sheet.Asked unnamed(String name) {
        return new Sheet.Asked(name, name, "");
    }

    private void give(String name, String text, List<Finding> findings) {
        Sheet.Asked asked = needed.get(name);
        if (asked == null) {
            // the table no longer asks for it
            return;
        }
        String type = asked.type().toLowerCase(Locale.ROOT);
        boolean yes = text.equalsIgnoreCase("true") || text.equalsIgnoreCase("yes");
        boolean no = text.equalsIgnoreCase("false") || text.equalsIgnoreCase("no");
        String field = Question.GIVEN + name;
        try {
            switch (type) {
                case "boolean" -> {
                    if (!yes && !no) {
                        findings.add(new Finding(field, "is neither true nor false", asked.label()));
                    }
                    given.put(name, yes);
                }
                case "integer" -> given.put(name, Integer.valueOf(text));
                case "long" -> given.put(name, Long.valueOf(text));
                case "double", "number", "decimal" -> given.put(name, Double.valueOf(text));
                case "" -> given.put(name, yes || no ? (Object) yes : guessed(text));
                default -> given.put(name, text);
            }
        } catch (NumberFormatException noNumber) {
            findings.add(new Finding(
                    field, type.equals("double") ? "is no number" : "is no number such as 12", asked.label()));
        }
    }

    private static Object guessed(String text) {
        return text.matches("-?\\d{1,15}(\\.\\d{1,9})?") ? (Object) Double.valueOf(text) : text;
    }

    /** @param facts what was asked in the past, by name */
    Answer answer(Map<String, @Nullable Object> facts) {
        Map<String, @Nullable Object> values = new HashMap<>();
        Set<String> missing = new TreeSet<>();
        for (String name : needed.keySet()) {
            if (facts.containsKey(name)) {
                values.put(name, facts.get(name));
            } else if (given.containsKey(name)) {
                values.put(name, given.get(name));
            } else {
                missing.add(name);
            }
        }
        if (!missing.isEmpty()) {
            return Answer.failed(
                    missing.stream()
                            .map(name -> "“"
                                    + needed.getOrDefault(name, unnamed(name)).label() + "” (" + name + ")")
                            .collect(Collectors.joining(", ", "was not asked then: ", "")),
                    missing);
        }
        Answer known = answers.get(values);
        if (known == null) {
            known = evaluate(values);
            answers.put(values, known);
        }
        return known;
    }

    private Answer evaluate(Map<String, @Nullable Object> values) {
        try {
            last = null;
            engine.evaluateDecision(decision, values);
        } catch (DmnHitPolicyException several) {
            return Answer.failed(several(several), Set.of());
        } catch (RuntimeException wrong) {
            return Answer.failed("cannot be worked out: " + brief(wrong), Set.of());
        }
        if (last instanceof DmnDecisionTableEvaluationEvent table) {
            List<String> rows = table.getMatchingRules().stream()
                    .map(DmnEvaluatedDecisionRule::getId)
                    .toList();
            if (table.getCollectResultValue() != null) {
                Map<String, @Nullable Object> together = new HashMap<>();
                together.put(
                        String.valueOf(table.getCollectResultName()),
                        table.getCollectResultValue().getValue());
                return new Answer(Outcome.of(List.of(together)), rows, "", Set.of());
            }
            return new Answer(
                    Outcome.of(table.getMatchingRules().stream()
                            .map(ChangedTable::cells)
                            .toList()),
                    rows,
                    "",
                    Set.of());
        }
        if (last instanceof DmnDecisionLiteralExpressionEvaluationEvent literal) {
            Map<String, @Nullable Object> one = new HashMap<>();
            one.put(literal.getOutputName(), literal.getOutputValue().getValue());
            return new Answer(Outcome.of(List.of(one)), List.of(), "", Set.of());
        }
        return Answer.failed("cannot be worked out", Set.of());
    }

    private static Map<String, @Nullable Object> cells(DmnEvaluatedDecisionRule rule) {
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        rule.getOutputEntries()
                .values()
                .forEach(cell -> cells.put(cell.getOutputName(), cell.getValue().getValue()));
        return cells;
    }

    private String several(DmnHitPolicyException refused) {
        Set<Integer> numbers = new TreeSet<>();
        Matcher ids = RULE_ID.matcher(String.valueOf(refused.getMessage()));
        while (ids.find()) {
            Sheet.Row row = sheet.rows().get(ids.group(1));
            if (row != null) {
                numbers.add(row.number());
            }
        }
        return numbers.isEmpty()
                ? "several rows fit where only one may decide"
                : "several rows fit where only one may decide: rows "
                        + numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String brief(RuntimeException wrong) {
        Throwable cause = wrong;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage()).strip().replaceAll("\\s+", " ");
        return message.length() > LONGEST_REASON ? message.substring(0, LONGEST_REASON) + "…" : message;
    }

    /**
     * What it says now.
     *
     * @param outcome null where it says nothing
     * @param rows ids of the rows that count
     * @param reason why it says nothing; continues the sentence “This decision …”
     * @param missing names of what was not asked
     */
    record Answer(@Nullable Outcome outcome, List<String> rows, String reason, Set<String> missing) {

        static Answer failed(String reason, Set<String> missing) {
            return new Answer(null, List.of(), reason, missing);
        }
    }
}
