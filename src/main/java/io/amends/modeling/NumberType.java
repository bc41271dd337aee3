package io.amends.modeling;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A number: kept as Integer, or as Double where the form allows decimals. */
record NumberType(
        int decimals, @Nullable Bound min, @Nullable Bound max) implements FieldType {

    private static final BigDecimal LARGEST = BigDecimal.valueOf(Integer.MAX_VALUE);

    @Override
    public Object read(Object value, FormContext context) throws BadValue {
        BigDecimal number = number(value);
        if (number.stripTrailingZeros().scale() > decimals) {
            throw new BadValue(
                    decimals == 0 ? "must be a whole number" : "must have at most " + decimals + " decimal digits");
        }
        checkRange(number, context);
        if (decimals > 0) {
            return number.doubleValue();
        }
        if (number.abs().compareTo(LARGEST) > 0) {
            throw new BadValue("must be at most " + LARGEST);
        }
        return number.intValueExact();
    }

    private void checkRange(BigDecimal number, FormContext context) throws BadValue {
        BigDecimal least = min == null ? null : min.in(context);
        if (least != null && number.compareTo(least) < 0) {
            throw new BadValue("must be at least " + least.toPlainString());
        }
        BigDecimal most = max == null ? null : max.in(context);
        if (most != null && number.compareTo(most) > 0) {
            throw new BadValue("must be at most " + most.toPlainString());
        }
    }

    private static BigDecimal number(Object value) throws BadValue {
        if (value instanceof Number number) {
            try {
                return new BigDecimal(number.toString());
            } catch (NumberFormatException notFinite) {
                throw new BadValue("must be a number");
            }
        }
        throw new BadValue("must be a number");
    }
}
