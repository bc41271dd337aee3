package io.amends.modeling;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Any number of several options. */
record ChoicesType(Options options) implements FieldType {

    @Override
    public Object read(Object value, FormContext context) throws BadValue {
        if (!(value instanceof List<?> list)) {
            throw new BadValue("must be a list of its options");
        }
        Set<Object> chosen = new LinkedHashSet<>();
        for (Object choice : list) {
            if (choice == null || !options.offer(choice, context)) {
                throw new BadValue("holds what is not one of its options");
            }
            chosen.add(choice);
        }
        // the engine writes the class name beside the JSON, and ArrayList is one that it always reads back
        return new ArrayList<>(chosen);
    }

    @Override
    public boolean many() {
        return true;
    }
}
