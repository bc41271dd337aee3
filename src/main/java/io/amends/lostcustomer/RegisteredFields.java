package io.amends.lostcustomer;

import io.amends.customer.Contact;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was typed into the form, cleaned of what no table can keep; the form's own check came before. */
record RegisteredFields(Map<String, @Nullable Object> fields) {

    private static final String NO_AGREEMENT = "none";

    /** Or null where nothing was entered. */
    @Nullable
    String text(String field) {
        String typed = Objects.toString(fields.get(field), "")
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .map(c -> cannotBeStored(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return typed.isEmpty() ? null : typed;
    }

    /** In one line. */
    @Nullable
    String line(String field) {
        String text = text(field);
        return text == null ? null : text.replaceAll("\\s+", " ");
    }

    @Nullable
    String endingKind() {
        String kind = text("endingKind");
        return NO_AGREEMENT.equals(kind) ? null : kind;
    }

    /** Or null for what is no day. */
    @Nullable
    LocalDate day(String field) {
        String text = text(field);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    Contact contact() {
        return new Contact(
                null,
                Objects.requireNonNullElse(line("customerName"), ""),
                line("customerMail"),
                line("customerPhone"),
                null,
                Objects.requireNonNullElse(text("language"), "en"));
    }

    private static boolean cannotBeStored(int c) {
        return Character.getType(c) == Character.SURROGATE || (Character.isISOControl(c) && c != '\n' && c != '\t');
    }
}
