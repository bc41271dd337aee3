package io.amends.modeling;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** A date, a time or both, kept as the text that the form sends. */
record WhenType(Part part, boolean noPassedDates) implements FieldType {

    @Override
    public Object read(Object value, FormContext context) throws BadValue {
        if (!(value instanceof String text)) {
            throw new BadValue("must be " + part.words);
        }
        LocalDate date;
        try {
            date = part.date(text);
        } catch (DateTimeException unreadable) {
            throw new BadValue("must be " + part.words);
        }
        if (noPassedDates && date != null && date.isBefore(earliest(context))) {
            throw new BadValue("must not have passed");
        }
        return text;
    }

    private LocalDate earliest(FormContext context) {
        return part == Part.DATE ? context.today() : context.earliestToday();
    }

    /** What of a moment is asked. */
    enum Part {
        DATE("a date such as 2026-11-22") {
            @Override
            LocalDate date(String text) {
                return LocalDate.parse(text);
            }
        },
        TIME("a time such as 10:00") {
            @Override
            @Nullable
            LocalDate date(String text) {
                DateTimeFormatter.ISO_TIME.parse(text, LocalTime::from);
                return null;
            }
        },
        DATE_TIME("a date and time such as 2026-11-22T10:00Z") {
            @Override
            LocalDate date(String text) {
                return DateTimeFormatter.ISO_DATE_TIME
                        .parse(text, LocalDateTime::from)
                        .toLocalDate();
            }
        };

        private final String words;

        Part(String words) {
            this.words = words;
        }

        abstract @Nullable LocalDate date(String text);
    }
}
