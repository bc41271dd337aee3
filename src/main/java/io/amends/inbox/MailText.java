package io.amends.inbox;

/**
 * The words of a mail.
 *
 * @param text what was newly written
 * @param quoted the history that came with it, or an empty string
 */
record MailText(String text, String quoted) {}
