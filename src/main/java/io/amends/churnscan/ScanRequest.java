package io.amends.churnscan;

import io.amends.modeling.FormRefusal;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** What is asked for. */
record ScanRequest(
        @Schema(
                description = "The day as of which customers are looked at; today when missing",
                format = "date",
                example = "2011-12-09")
        @Nullable
        String asOf) {

    /**
     * Null for today.
     *
     * @throws FormRefusal naming {@code asOf} for what is no date
     */
    static @Nullable LocalDate day(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException mistyped) {
            throw new FormRefusal("asOf", "must be a date such as 2011-12-09");
        }
    }
}
