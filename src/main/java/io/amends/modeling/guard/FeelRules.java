package io.amends.modeling.guard;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.Tuple2;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.collection.Iterator;
import camundajar.impl.scala.collection.immutable.List$;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.feel.FeelEngineClock;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.JavaFunctionInvocation;
import org.camunda.feel.syntaxtree.PathExpression;
import org.camunda.feel.syntaxtree.QualifiedFunctionInvocation;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;
import org.camunda.feel.valuemapper.ValueMapper;
import org.jspecify.annotations.Nullable;

/** What FEEL may say, read by the parser that also evaluates it. Remembers what it has read; for one inspection. */
final class FeelRules {

    private static final int LONGEST = 2000;
    /** Reads Java functions, too, so that a finding can name them; evaluates nothing. */
    private static final FeelEngineApi ENGINE =
            FeelEngineBuilder.forJava().withEnabledExternalFunctions(true).build();
    /** Most cells of most tables. */
    private static final Pattern LITERAL = Pattern.compile("-|-?\\d+(\\.\\d+)?|true|false|null|\"[^\"\\\\]*\"");

    private static final Set<String> INNARDS = Set.of("class", "declaringClass", "getClass");

    /** FEEL's own, as in its specification and in the engine; those of other products and of this program are not among them. */
    private static final Set<String> FUNCTIONS = own();

    /** What a cell may name beside the inputs of its table. */
    private static final Set<String> IN_EVERY_CELL = Set.of("cellInput", "?");

    private final Map<String, Read> expressions = new HashMap<>();
    private final Map<String, Read> tests = new HashMap<>();

    /** An expression that may name whatever the case knows. */
    Optional<Fault> expression(String text) {
        return read(text, false).fault();
    }

    /** @param known names that it may use */
    Optional<Fault> expression(String text, Set<String> known) {
        return fault(text, read(text, false), known);
    }

    /** @param known names that they may use */
    Optional<Fault> unaryTests(String text, Set<String> known) {
        return fault(text, read(text, true), known);
    }

    /** What an expression asks for: of {@code facts.severity} it is {@code facts}. */
    Set<String> names(String text) {
        return read(text, false).names();
    }

    private static Optional<Fault> fault(String text, Read read, Set<String> known) {
        return read.fault().or(() -> read.names().stream()
                .filter(name -> !known.contains(name) && !IN_EVERY_CELL.contains(name))
                .findFirst()
                .map(name -> new Fault(
                        "'" + text + "' names '" + name + "', which this table does not ask for",
                        known.isEmpty()
                                ? "write a value, words in quotation marks"
                                : "write words in quotation marks, or name one of "
                                        + String.join(", ", new TreeSet<>(known)))));
    }

    private Read read(String text, boolean unary) {
        return LITERAL.matcher(text).matches()
                ? Read.NOTHING
                : (unary ? tests : expressions).computeIfAbsent(text, it -> readAnew(it, unary));
    }

    private static Read readAnew(String text, boolean unary) {
        if (text.length() > LONGEST) {
            return Read.wrong(
                    new Fault("a FEEL expression is longer than " + LONGEST + " characters", "cut it into several"));
        }
        ParseResult parsed = unary ? ENGINE.parseUnaryTests(text) : ENGINE.parseExpression(text);
        if (parsed.isFailure()) {
            return Read.wrong(new Fault("'" + text.strip() + "' is no FEEL", "write it in FEEL"));
        }
        Object root = parsed.parsedExpression().expression();
        String wrong = wrong(root);
        if (wrong != null) {
            return Read.wrong(
                    new Fault("'" + text.strip() + "' " + wrong, "compare values, or use FEEL's own functions"));
        }
        Set<String> names = new LinkedHashSet<>();
        names(root, Set.of(), names);
        return new Read(Optional.empty(), names);
    }

    private static @Nullable String wrong(Object node) {
        if (node instanceof JavaFunctionInvocation java) {
            return "calls the Java function " + java.className() + "." + java.methodName();
        }
        if (node instanceof QualifiedFunctionInvocation call) {
            return "calls '" + call.function() + "' of a value, as if it were a program";
        }
        if (node instanceof FunctionInvocation call && !FUNCTIONS.contains(call.function())) {
            return "calls '" + call.function() + "', which is no function of FEEL";
        }
        if (node instanceof PathExpression path && INNARDS.contains(path.key())) {
            return "reaches into '" + path.key() + "'";
        }
        if (node instanceof Ref names && contains(names.names(), INNARDS)) {
            return "reaches into the program";
        }
        Iterator<?> children = children(node);
        while (children.hasNext()) {
            String wrong = wrong(children.next());
            if (wrong != null) {
                return wrong;
            }
        }
        return null;
    }

    /** Names that are given from outside; what the expression itself names, such as the item of a loop, is not. */
    private static void names(Object node, Set<String> inside, Set<String> names) {
        Set<String> within = new HashSet<>(inside);
        if (node instanceof Ref reference) {
            String first = reference.names().head();
            if (!inside.contains(first)) {
                names.add(first);
            }
            return;
        } else if (node instanceof Filter filter) {
            // a condition on items may name any of their fields
            names(filter.list(), inside, names);
            return;
        } else if (node instanceof For loop) {
            first(loop.iterators(), within);
            within.add("partial");
        } else if (node instanceof SomeItem some) {
            first(some.iterators(), within);
        } else if (node instanceof EveryItem every) {
            first(every.iterators(), within);
        } else if (node instanceof ConstContext context) {
            first(context.entries(), within);
        } else if (node instanceof FunctionDefinition function) {
            addAll(function.parameters(), within);
        }
        Iterator<?> children = children(node);
        while (children.hasNext()) {
            names(children.next(), within, names);
        }
    }

    private static void first(Iterable<Tuple2<String, Exp>> pairs, Set<String> names) {
        Iterator<Tuple2<String, Exp>> all = pairs.iterator();
        while (all.hasNext()) {
            names.add(all.next()._1());
        }
    }

    private static void addAll(Iterable<String> some, Set<String> names) {
        Iterator<String> all = some.iterator();
        while (all.hasNext()) {
            names.add(all.next());
        }
    }

    private static Iterator<?> children(Object node) {
        if (node instanceof Iterable<?> several) {
            return several.iterator();
        }
        return node instanceof Product product
                ? product.productIterator()
                : List$.MODULE$.empty().iterator();
    }

    private static Set<String> own() {
        Set<String> names = new HashSet<>();
        addAll(
                new BuiltinFunctions(FeelEngineClock.SystemClock$.MODULE$, ValueMapper.defaultValueMapper())
                        .functionNames(),
                names);
        return Set.copyOf(names);
    }

    /**
     * What was read once.
     *
     * @param names that are given from outside
     */
    private record Read(Optional<Fault> fault, Set<String> names) {

        static final Read NOTHING = new Read(Optional.empty(), Set.of());

        static Read wrong(Fault fault) {
            return new Read(Optional.of(fault), Set.of());
        }
    }

    private static boolean contains(Iterable<String> names, Set<String> wanted) {
        Iterator<String> all = names.iterator();
        while (all.hasNext()) {
            if (wanted.contains(all.next())) {
                return true;
            }
        }
        return false;
    }
}
