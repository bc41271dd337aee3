package io.amends.modeling;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text of one line or more, with the same checks as the browser makes. */
record TextType(
        boolean lines,
        @Nullable Bound minLength,
        @Nullable Bound maxLength,
        @Nullable Pattern pattern,
        @Nullable Format format)
        implements FieldType {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\t\\n\\r]]");
    private static final Pattern LINE_BREAK = Pattern.compile("[\\r\\n]");

    @Override
    public Object read(Object value, FormContext context) throws BadValue {
        if (!(value instanceof String text)) {
            throw new BadValue("must be text");
        }
        if (CONTROL.matcher(text).find()) {
            throw new BadValue("must not contain control characters");
        }
        if (!lines && LINE_BREAK.matcher(text).find()) {
            throw new BadValue("must be one line");
        }
        checkLength(text.strip().length(), context);
        if (pattern != null && !pattern.matcher(text).find()) {
            throw new BadValue("must match the pattern " + pattern.pattern());
        }
        if (format != null && !format.pattern.matcher(text).find()) {
            throw new BadValue("must be " + format.words);
        }
        return text;
    }

    private void checkLength(int length, FormContext context) throws BadValue {
        BigDecimal min = minLength == null ? null : minLength.in(context);
        if (min != null && length < min.intValue()) {
            throw new BadValue("must have at least " + min.intValue() + " characters");
        }
        BigDecimal max = maxLength == null ? null : maxLength.in(context);
        if (max != null && length > max.intValue()) {
            throw new BadValue("must have at most " + max.intValue() + " characters");
        }
    }

    /** Kinds of text that a form can ask for by name. */
    enum Format {
        EMAIL(
                "a mail address",
                "^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
                        + "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$"),
        // the customer module normalises numbers: here it only has to look like one
        PHONE("a phone number", "^(?=(?:\\D*\\d){5,20}\\D*$)[+(]?[\\d(][\\d ()./-]*$");

        private final String words;
        private final Pattern pattern;

        Format(String words, String pattern) {
            this.words = words;
            this.pattern = Pattern.compile(pattern);
        }
    }
}
