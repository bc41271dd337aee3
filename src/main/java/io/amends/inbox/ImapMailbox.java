package io.amends.inbox;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.AndTerm;
import jakarta.mail.search.FlagTerm;
import jakarta.mail.search.SearchTerm;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.function.Predicate;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.integration.expression.FunctionExpression;
import org.springframework.integration.mail.ImapMailReceiver;
import org.springframework.scheduling.TaskScheduler;

/**
 * The mailbox, over Spring Integration. That would mark a message when it is received, so that a crash could lose it; here
 * every new message goes to a taker first, which marks it itself when it is safe, and the receiver is told to let go of it.
 */
class ImapMailbox extends ImapMailReceiver {

    private static final int AT_ONCE = 200;
    private static final long LONGEST_IDLE_SECONDS = 5;

    /**
     * @param taker gets every new message, oldest first, while the folder is open; what it throws ends the round
     */
    ImapMailbox(InboxProperties properties, TaskScheduler scheduler, BeanFactory beans, Predicate<Message> taker) {
        super(url(properties));
        setJavaMailProperties(settings(properties));
        setSearchTermStrategy((supported, folder) -> unread(folder));
        setSelectorExpression(new FunctionExpression<MimeMessage>(taker::test));
        setShouldMarkMessagesAsRead(false);
        setShouldDeleteMessages(false);
        setFlaggedAsFallback(false);
        setAutoCloseFolder(false);
        setMaxFetchSize(AT_ONCE);
        setCancelIdleInterval(longestIdle(properties));
        setTaskScheduler(scheduler);
        setBeanFactory(beans);
        afterPropertiesSet();
    }

    /** Does not wait where a message came while the ones before it were taken: not every server says so again when IDLE begins. */
    @Override
    public void waitForNewMessages() throws MessagingException {
        openFolder();
        if (searchForNewMessages().length == 0) {
            super.waitForNewMessages();
        }
    }

    /** No more than is needed: a server that cannot take a message apart must not hold up the others. */
    @Override
    protected void fetchMessages(Message[] messages) throws MessagingException {
        FetchProfile profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(FetchProfile.Item.SIZE);
        getFolder().fetch(messages, profile);
    }

    /** A silent IDLE must end before its connection counts as dead, and soon enough for what a server forgot to say. */
    private static long longestIdle(InboxProperties properties) {
        return Math.max(1, Math.min(LONGEST_IDLE_SECONDS, properties.timeout().toSeconds() * 3 / 4));
    }

    private static SearchTerm unread(Folder folder) {
        return new AndTerm(
                new FlagTerm(TakenMark.in(folder), false), new FlagTerm(new Flags(Flags.Flag.DELETED), false));
    }

    private static String url(InboxProperties properties) {
        String login = properties.username().isBlank()
                ? ""
                : encoded(properties.username()) + ":" + encoded(properties.password()) + "@";
        return (properties.ssl() ? "imaps" : "imap") + "://" + login + properties.host() + ":" + properties.port() + "/"
                + properties.folder();
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Properties settings(InboxProperties properties) {
        String prefix = properties.ssl() ? "mail.imaps." : "mail.imap.";
        String millis = String.valueOf(properties.timeout().toMillis());
        Properties settings = new Properties();
        settings.put(prefix + "connectiontimeout", millis);
        settings.put(prefix + "timeout", millis);
        settings.put(prefix + "writetimeout", millis);
        settings.put(prefix + "ssl.checkserveridentity", "true");
        settings.put(prefix + "starttls.enable", String.valueOf(properties.startTls()));
        settings.put(prefix + "starttls.required", String.valueOf(properties.startTls()));
        // whole messages at once, and none of them marked as read by that
        settings.put(prefix + "peek", "true");
        settings.put(prefix + "fetchsize", "262144");
        return settings;
    }
}
