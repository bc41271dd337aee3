package io.amends.modeling;

/** One of several options. */
record ChoiceType(Options options) implements FieldType {

    @Override
    public Object read(Object value, FormContext context) throws BadValue {
        if (!(value instanceof String || value instanceof Number || value instanceof Boolean)) {
            throw new BadValue("must be one of its options");
        }
        if (!options.offer(value, context)) {
            throw new BadValue("is not one of its options");
        }
        return value;
    }
}
