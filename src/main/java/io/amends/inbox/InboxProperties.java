package io.amends.inbox;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where mail comes from, and how much of it is taken.
 *
 * @param host of the IMAP server; the inbox is off where there is none
 * @param ssl whether the connection is IMAPS from the first byte
 * @param startTls whether an open connection must be made secure before the password is sent
 * @param addresses those that are the house's own besides the one that letters come from
 * @param idle whether the server is asked to say when mail arrives; otherwise, and where it cannot, it is looked every {@code poll}
 * @param poll how often the mailbox is looked at where the server does not say when mail arrives
 * @param timeout of connecting, reading and writing; a connection that is lost without a word is found out after that time
 * @param retry the first wait after a lost connection; it doubles up to {@code longestRetry}
 * @param largestMessage larger ones stay in the mailbox, and somebody sorts them by hand
 * @param types media types of attachments that are kept, {@code image/*} for all of a kind
 * @param staffLanguage of letters among colleagues, {@code en} or {@code zh-CN}
 * @param guard what one sender may do in a day (T-3)
 */
@ConfigurationProperties("amends.inbox")
record InboxProperties(
        @Nullable String host,
        @DefaultValue("993") int port,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("true") boolean ssl,
        @DefaultValue("false") boolean startTls,
        @DefaultValue List<String> addresses,
        @DefaultValue("true") boolean idle,
        @DefaultValue("1m") Duration poll,
        @DefaultValue("60s") Duration timeout,
        @DefaultValue("5s") Duration retry,
        @DefaultValue("5m") Duration longestRetry,
        @DefaultValue("25MB") DataSize largestMessage,
        @DefaultValue("10MB") DataSize largestAttachment,
        @DefaultValue("20") int mostAttachments,
        @DefaultValue List<String> types,
        @DefaultValue("en") String staffLanguage,
        @DefaultValue Guard guard) {

    boolean on() {
        return host != null && !host.isBlank();
    }

    /**
     * @param opened complaints that mails of one sender may open; somebody sorts what comes beyond
     * @param openedByDomain complaints that mails from one domain may open, against programs that write from an address of
     *     its own each time
     * @param taken mails of one sender that are taken to cases or to a person; what comes beyond is only recorded
     */
    record Guard(
            @DefaultValue("5") int opened,
            @DefaultValue("100") int openedByDomain,
            @DefaultValue("50") int taken) {}
}
