package io.amends.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Mail that came in on a case (T-3); the module that takes mail in has it. */
public interface CaseMail {

    /** Whether this is the number of a mail, whichever case it belongs to, if any. */
    boolean knows(String mailNumber);

    /** Mails of a case, oldest first. */
    List<Received> of(String caseNumber);

    /** A file of a mail of this case; empty where there is none, where it was left out, and for mails of other cases. */
    Optional<Content> attachment(String caseNumber, String mailNumber, int nr);

    /**
     * @param number {@code MAIL-2026-000012}
     * @param from name and address, as far as they are known
     * @param kind in words, or blank where a person wrote it
     * @param how how it found the case, or blank
     * @param unread why its words could not be read, or blank
     * @param text what was newly written
     * @param quoted the history that came with it, or blank
     */
    record Received(
            String number,
            Instant receivedAt,
            String from,
            String subject,
            String kind,
            String how,
            String unread,
            String text,
            String quoted,
            List<File> files) {}

    /**
     * A file that came with a mail.
     *
     * @param nr from 1
     * @param name safe to show; no path
     * @param size in bytes
     * @param leftOut why only the original has it, or null where it is kept
     */
    record File(
            int nr,
            String name,
            String type,
            long size,
            @Nullable String leftOut) {}

    /** A file and what is in it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Content(String name, String type, byte[] bytes) {}
}
