package io.amends.modeling.guard;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.collection.Iterator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.JavaFunctionInvocation;
import org.camunda.feel.syntaxtree.PathExpression;
import org.camunda.feel.syntaxtree.Ref;
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

    private final Map<String, Optional<Fault>> expressions = new HashMap<>();
    private final Map<String, Optional<Fault>> tests = new HashMap<>();

    Optional<Fault> expression(String text) {
        return LITERAL.matcher(text).matches()
                ? Optional.empty()
                : expressions.computeIfAbsent(text, it -> fault(it, false));
    }

    Optional<Fault> unaryTests(String text) {
        return LITERAL.matcher(text).matches() ? Optional.empty() : tests.computeIfAbsent(text, it -> fault(it, true));
    }

    private static Optional<Fault> fault(String text, boolean tests) {
        if (text.length() > LONGEST) {
            return Optional.of(
                    new Fault("a FEEL expression is longer than " + LONGEST + " characters", "cut it into several"));
        }
        ParseResult parsed = tests ? ENGINE.parseUnaryTests(text) : ENGINE.parseExpression(text);
        if (parsed.isFailure()) {
            return Optional.of(new Fault("'" + text.strip() + "' is no FEEL", "write it in FEEL"));
        }
        String wrong = wrong(parsed.parsedExpression().expression());
        return wrong == null
                ? Optional.empty()
                : Optional.of(
                        new Fault("'" + text.strip() + "' " + wrong, "compare values, or use FEEL's own functions"));
    }

    private static @Nullable String wrong(Object node) {
        if (node instanceof JavaFunctionInvocation java) {
            return "calls the Java function " + java.className() + "." + java.methodName();
        }
        if (node instanceof PathExpression path && INNARDS.contains(path.key())) {
            return "reaches into '" + path.key() + "'";
        }
        if (node instanceof Ref names && contains(names.names(), INNARDS)) {
            return "reaches into the program";
        }
        Iterator<?> children = node instanceof Product product
                ? product.productIterator()
                : node instanceof Iterable<?> several ? several.iterator() : null;
        while (children != null && children.hasNext()) {
            String wrong = wrong(children.next());
            if (wrong != null) {
                return wrong;
            }
        }
        return null;
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
