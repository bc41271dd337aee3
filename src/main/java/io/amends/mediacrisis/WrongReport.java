package io.amends.mediacrisis;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A report that is wrong (M-11).
 *
 * @param headline of the report, or null where it was not asked for yet
 * @param publishedOn on which day, or null where it was not asked for yet
 * @param what what is wrong and what is right
 * @param state {@code journalist} while it is with the journalist, {@code editor} while it is with the editor, {@code corrected} or
 *     {@code stands}
 * @param toJournalist what the journalist was asked in writing, or null
 * @param correction how it was corrected, or null
 */
record WrongReport(
        long id,
        String caseNumber,
        String outletId,
        String personId,
        @Nullable String headline,
        @Nullable LocalDate publishedOn,
        @Nullable String link,
        String what,
        String state,
        Instant foundAt,
        @Nullable String toJournalist,
        @Nullable Instant journalistAskedAt,
        @Nullable String editorId,
        @Nullable String toEditor,
        @Nullable Instant editorAskedAt,
        @Nullable Instant closedAt,
        @Nullable String correction) {

    static final String JOURNALIST = "journalist";
    static final String EDITOR = "editor";
    static final String CORRECTED = "corrected";
    static final String STANDS = "stands";
}
