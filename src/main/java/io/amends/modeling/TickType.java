package io.amends.modeling;

/** A box to tick; an untouched one is false. */
record TickType(boolean required) implements FieldType {

    @Override
    public Object read(Object value, FormContext context) throws BadValue {
        if (!(value instanceof Boolean ticked)) {
            throw new BadValue("must be true or false");
        }
        if (required && !ticked) {
            throw new BadValue("must be ticked");
        }
        return ticked;
    }

    @Override
    public Object whenEmpty() {
        return false;
    }
}
