package io.amends.inbox;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a mail says of itself that a mail server wrote it. */
final class MailServer {

    private static final Set<String> NAMES =
            Set.of("mailer-daemon", "mailerdaemon", "maildaemon", "mail-daemon", "mdaemon");
    private static final Pattern SYSTEM = Pattern.compile(
            "mail(er)?[ -]?(delivery|daemon|system|administrator)|post ?master|system administrator|microsoft outlook|mdaemon|系统退信|邮件系统|邮局",
            Pattern.CASE_INSENSITIVE);

    private MailServer() {}

    /** Nobody else has this name, and nobody answers to it. */
    static boolean surely(Mailbox from) {
        String local = local(from.address());
        return NAMES.contains(local)
                || local.startsWith("mailer-daemon")
                || local.startsWith("microsoftexchange329e71ec");
    }

    /** People may have such a name or an empty return path too, so the words of a bounce have to come with it. */
    static boolean perhaps(Headers headers, Mailbox from) {
        String name = from.name() == null ? "" : from.name();
        return surely(from)
                || local(from.address()).equals("postmaster")
                || SYSTEM.matcher(name).find()
                || returnsNowhere(headers)
                || headers.has("x-failed-recipients");
    }

    /** RFC 3834: what must not be answered comes from nobody. */
    static boolean returnsNowhere(Headers headers) {
        return headers.all("return-path").stream()
                .anyMatch(path -> path.replaceAll("\\s", "").equals("<>"));
    }

    private static String local(@Nullable String address) {
        return address == null
                ? ""
                : address.substring(0, address.lastIndexOf('@')).toLowerCase(Locale.ROOT);
    }
}
