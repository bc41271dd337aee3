package io.amends.inbox;

import org.jspecify.annotations.Nullable;

/**
 * A file that came with a mail.
 *
 * @param nr from 1
 * @param name safe to show; no path
 * @param type media type
 * @param size in bytes
 * @param leftOut why its content is not kept here, or null where it is; the original has it either way
 */
record MailAttachment(
        int nr,
        String name,
        String type,
        long size,
        @Nullable String leftOut) {

    boolean kept() {
        return leftOut == null;
    }
}
