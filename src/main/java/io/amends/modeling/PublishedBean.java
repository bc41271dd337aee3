package io.amends.modeling;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A bean that expressions of diagrams may ask, such as {@code clocks}.
 *
 * @param name as in expressions
 * @param methods how many arguments each takes, by name
 * @param bounds of a constant as the first argument, by name: they throw an {@link IllegalArgumentException} for what cannot be
 */
public record PublishedBean(String name, Map<String, Integer> methods, Map<String, Consumer<Object>> bounds) {

    /** Everything that the type itself offers to all. */
    public static PublishedBean of(String name, Class<?> type) {
        Map<String, Integer> methods = new HashMap<>();
        for (Method method : type.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers())) {
                methods.put(method.getName(), method.getParameterCount());
            }
        }
        return new PublishedBean(name, Map.copyOf(methods), Map.of());
    }

    /** The same with bounds. */
    public PublishedBean within(Map<String, Consumer<Object>> bounds) {
        return new PublishedBean(name, methods, Map.copyOf(bounds));
    }
}
