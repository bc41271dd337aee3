package io.amends.inbox;

/**
 * A file that came with a mail.
 *
 * @param name safe to show and to store: no path, no control or direction characters, at most 150 characters
 * @param type media type as declared, in lower case and without parameters, such as {@code image/png}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Attached(String name, String type, byte[] content) {}
