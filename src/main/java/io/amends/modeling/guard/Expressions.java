package io.amends.modeling.guard;

import io.amends.modeling.PublishedBean;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBoolean;
import org.camunda.bpm.impl.juel.AstComposite;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstNode;
import org.camunda.bpm.impl.juel.AstNull;
import org.camunda.bpm.impl.juel.AstNumber;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.AstText;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilder;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What expressions of diagrams may say, read by the engine's own parser: variables and their columns, literals, comparisons,
 * {@code and}, {@code or}, {@code not}, and what published beans offer.
 */
@Component
class Expressions {

    private static final int LONGEST = 500;
    private static final TreeBuilder PARSER = new Builder(Builder.Feature.METHOD_INVOCATIONS);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ISO_DATE_TIME;
    private static final Pattern EVERY = Pattern.compile("R[0-9]{0,6}/PT[1-9][0-9]{0,5}[HM]");
    private static final Pattern COLUMN = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final Set<String> NO_COLUMNS = Set.of("class", "declaringClass");
    private static final Set<AstBinary.Operator> OPERATORS = Set.of(
            AstBinary.AND,
            AstBinary.OR,
            AstBinary.EQ,
            AstBinary.NE,
            AstBinary.LT,
            AstBinary.LE,
            AstBinary.GT,
            AstBinary.GE);
    /** Names that the engine itself gives to whatever runs; only what stands in {@link #OF_THE_CASE} may be asked of them. */
    private static final Set<String> ENGINE = Set.of(
            "execution",
            "task",
            "caseExecution",
            "externalTask",
            "authenticatedUserId",
            "processEngine",
            "processApplication",
            "connector");

    private static final Set<String> OF_THE_CASE = Set.of("execution.processBusinessKey");

    /** Variables of cases that have the name of a bean: the engine asks the case first, and nothing of the bean can be reached. */
    private static final Set<String> VARIABLES_TOO = Set.of("clock", "contacts", "mayWrite");

    private final BeanFactory beans;
    private final ObjectProvider<PublishedBean> published;

    Expressions(BeanFactory beans, ObjectProvider<PublishedBean> published) {
        this.beans = beans;
        this.published = published;
    }

    /** Whether the engine would evaluate anything in it. */
    static boolean isIn(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** What is wrong with the expressions in a text; empty where they may stand there. */
    Optional<Fault> fault(String text) {
        if (!isIn(text)) {
            return Optional.empty();
        }
        if (text.length() > LONGEST) {
            return Optional.of(new Fault(
                    "an expression is longer than " + LONGEST + " characters",
                    "let a decision table work it out and compare what comes out of it"));
        }
        try {
            new Reading(text.strip()).node(PARSER.build(text).getRoot());
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused.fault);
        } catch (TreeBuilderException broken) {
            return Optional.of(new Fault(
                    "'" + text.strip() + "' cannot be read as an expression",
                    "write it as ${name} or ${name == 'value'}"));
        }
    }

    /**
     * What is wrong with a text that says when; empty where it asks the calendar, or is a moment as it stands.
     *
     * @param again whether it is for a timer that goes off again and again
     */
    Optional<Fault> timeFault(String text, boolean again) {
        String when = text.strip();
        Optional<Fault> wrong = fault(when);
        if (wrong.isPresent() || when.isEmpty()) {
            return wrong;
        }
        if (isIn(when)) {
            Node root = PARSER.build(when).getRoot();
            Node asked = root instanceof AstEval ? root.getChild(0) : root;
            boolean asks = asked instanceof AstMethod || asked instanceof AstIdentifier || asked instanceof AstDot;
            return asks ? Optional.empty() : Optional.of(noTime(when, again));
        }
        return again
                ? EVERY.matcher(when).matches() ? Optional.empty() : Optional.of(noTime(when, true))
                : moment(when);
    }

    private static Optional<Fault> moment(String when) {
        try {
            TemporalAccessor moment = MOMENT.parseBest(when, OffsetDateTime::from, LocalDateTime::from);
            return moment == null ? Optional.of(noTime(when, false)) : Optional.empty();
        } catch (DateTimeException none) {
            return Optional.of(noTime(when, false));
        }
    }

    private static Fault noTime(String when, boolean again) {
        return new Fault(
                "'" + when + "' is no time that the calendar knows",
                again
                        ? "write ${clocks.daily('04:30')}, or hours as in R/PT1H"
                        : "ask the calendar, such as ${clocks.businessDays(3)}, or name a variable that holds the moment");
    }

    /** The name in an expression that is nothing but a name, such as {@code ${sendLetterDelegate}}. */
    static Optional<String> onlyName(String text) {
        if (!isIn(text) || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            Node root = PARSER.build(text).getRoot();
            return root instanceof AstEval eval && eval.getChild(0) instanceof AstIdentifier name
                    ? Optional.of(name.getName())
                    : Optional.empty();
        } catch (TreeBuilderException broken) {
            return Optional.empty();
        }
    }

    /** One expression, from its root down. */
    private final class Reading {

        private final String text;

        Reading(String text) {
            this.text = text;
        }

        void node(Node node) {
            if (node instanceof AstIdentifier name) {
                if (!VARIABLES_TOO.contains(name.getName())) {
                    variable(name.getName());
                }
            } else if (node instanceof AstMethod call) {
                call(call);
            } else if (node instanceof AstDot dot) {
                column(dot);
            } else if (node instanceof AstFunction function) {
                throw refused("calls the function '" + function.getName() + "'", "compare variables only");
            } else if (node instanceof AstBinary binary && !OPERATORS.contains(binary.getOperator())) {
                throw refused("calculates", "let a decision table work it out and compare what comes out of it");
            } else if (isPlain(node)) {
                for (int i = 0; i < node.getCardinality(); i++) {
                    node(node.getChild(i));
                }
            } else {
                throw refused("does more than compare variables", "name a variable, or compare one with a value");
            }
        }

        private static boolean isPlain(Node node) {
            return node instanceof AstText
                    || node instanceof AstComposite
                    || node instanceof AstEval
                    || node instanceof AstNested
                    || node instanceof AstBinary
                    || node instanceof AstUnary
                    || node instanceof AstBoolean
                    || node instanceof AstNumber
                    || node instanceof AstString
                    || node instanceof AstNull;
        }

        private void variable(String name) {
            if (ENGINE.contains(name) || beans.containsBean(name)) {
                throw refused(
                        "names '" + name + "', which belongs to the program and is no variable of the case",
                        "name a variable of the case");
            }
        }

        /** A column of what a table gave, such as {@code ${authority.approvalDays}}. */
        private void column(AstDot dot) {
            String path = path(dot);
            if (OF_THE_CASE.contains(path)) {
                return;
            }
            int point = path.indexOf('.');
            String column = path.substring(point + 1);
            if (!(dot.getChild(0) instanceof AstIdentifier owner)
                    || !COLUMN.matcher(column).matches()
                    || NO_COLUMNS.contains(column)) {
                throw refused(
                        "reaches into '" + path + "'",
                        "name a variable, or one column of what a decision table gave, such as ${authority.approvalDays}");
            }
            variable(owner.getName());
        }

        private void call(AstMethod call) {
            String method = path((AstNode) call.getChild(0));
            Node arguments = call.getChild(1);
            if (method.equals("execution.getVariable")
                    && arguments.getCardinality() == 1
                    && arguments.getChild(0) instanceof AstString) {
                return;
            }
            Map<String, Integer> allowed = new HashMap<>();
            Map<String, Consumer<Object>> bounds = new HashMap<>();
            published.forEach(bean -> {
                bean.methods().forEach((name, count) -> allowed.put(bean.name() + "." + name, count));
                bean.bounds().forEach((name, bound) -> bounds.put(bean.name() + "." + name, bound));
            });
            Integer wanted = allowed.get(method);
            if (wanted == null) {
                throw refused(
                        "calls '" + method + "'",
                        "an expression may call nothing but "
                                + String.join(
                                        ", ", allowed.keySet().stream().sorted().toList())
                                + " and, to read a variable that may not be there, execution.getVariable('name')");
            }
            if (wanted != arguments.getCardinality()) {
                throw refused("gives " + arguments.getCardinality() + " values to " + method, "it takes " + wanted);
            }
            for (int i = 0; i < arguments.getCardinality(); i++) {
                node(arguments.getChild(i));
            }
            Consumer<Object> bound = bounds.get(method);
            Object constant = bound == null ? null : constant(arguments.getChild(0));
            if (bound != null && constant != null) {
                try {
                    bound.accept(constant);
                } catch (IllegalArgumentException impossible) {
                    throw refused("asks for what cannot be: " + impossible.getMessage(), "write a time that can be");
                }
            }
        }

        /** The value of what stands there as it is, or null for what only a case knows. */
        private static @Nullable Object constant(Node node) {
            if (node instanceof AstNested) {
                return constant(node.getChild(0));
            }
            if (node instanceof AstUnary unary && unary.getOperator() == AstUnary.NEG) {
                Object value = constant(unary.getChild(0));
                return value == null ? null : "-" + value;
            }
            return node instanceof AstNumber || node instanceof AstString || node instanceof AstBoolean
                    ? ((AstNode) node).eval(null, null)
                    : null;
        }

        private static String path(AstNode node) {
            StringBuilder path = new StringBuilder();
            node.appendStructure(path, null);
            return path.toString();
        }

        private Refused refused(String what, String todo) {
            return new Refused(new Fault("the expression " + text + " " + what, todo));
        }
    }

    /** Ends the reading of an expression; never leaves this class. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Fault fault;

        Refused(Fault fault) {
            super(fault.what(), null, false, false);
            this.fault = fault;
        }
    }
}
