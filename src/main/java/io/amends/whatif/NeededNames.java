package io.amends.whatif;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.Tuple2;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.collection.Iterator;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.Ref;

/**
 * Which variables a FEEL text asks for. FEEL takes one that is not there for null and goes on, so whoever wants to know looks before.
 */
final class NeededNames {

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    private static final Pattern LITERAL = Pattern.compile("-|-?\\d+(\\.\\d+)?|true|false|null|\"[^\"\\\\]*\"|");

    /** What a cell calls the value of its column. */
    private static final Set<String> THE_CELL = Set.of("?", "cellInput", "item", "partial");

    private final Set<String> asked = new TreeSet<>();
    private final Set<String> bound = new HashSet<>();

    private NeededNames() {}

    static Set<String> ofExpression(String text) {
        return of(text.strip(), false);
    }

    static Set<String> ofCell(String text) {
        return of(text.strip(), true);
    }

    private static Set<String> of(String text, boolean cell) {
        if (LITERAL.matcher(text).matches()) {
            return Set.of();
        }
        if (!cell && NAME.matcher(text).matches()) {
            return Set.of(text);
        }
        ParseResult parsed = cell ? FEEL.parseUnaryTests(text) : FEEL.parseExpression(text);
        if (parsed.isFailure()) {
            return Set.of();
        }
        NeededNames names = new NeededNames();
        names.look(parsed.parsedExpression().expression());
        names.asked.removeAll(names.bound);
        names.asked.removeAll(THE_CELL);
        return names.asked;
    }

    private void look(Object node) {
        if (node instanceof Ref variable) {
            asked.add(variable.names().head());
        } else if (node instanceof Filter filter) {
            // inside, names are those of the list's items
            look(filter.list());
        } else {
            if (node instanceof Tuple2<?, ?> named && named._1() instanceof String name) {
                bound.add(name);
            }
            if (node instanceof FunctionDefinition function) {
                Iterator<String> parameters = function.parameters().iterator();
                while (parameters.hasNext()) {
                    bound.add(parameters.next());
                }
            }
            Iterator<?> parts = node instanceof Iterable<?> several
                    ? several.iterator()
                    : node instanceof Product product ? product.productIterator() : null;
            while (parts != null && parts.hasNext()) {
                look(parts.next());
            }
        }
    }
}
