package io.amends.inbox;

import io.amends.inbox.Returned.Fate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a bounce that is written for people: qmail, Exim, Postfix, Sendmail, Exchange, Gmail, Yahoo, 163, QQ and others of their kind. Whose
 * letter it was is told by the addresses that stand on lines of their own or before a colon, why by the lines that follow.
 */
final class FreeFormBounce {

    private static final int LONGEST_REASON = 300;
    private static final int LONGEST_HEAD = 20_000;
    private static final int MOST_RECIPIENTS = 50;
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern SAYS_SO = Pattern.compile(
            "undeliver|delivery status notification|delivery (?:failure|has failed|failed|incomplete|problem|notification|report|delayed)"
                    + "|failure notice|returned mail|mail (?:delivery )?(?:failed|failure|error)|returned to sender|returning message"
                    + "|(?:could not|couldn't|cannot|can't|wasn't|was not|not be|not yet been|has not been|unable to be) (?:be )?deliver"
                    + "|(?:unable|not able|failed|wasn't able) to deliver|did not reach|could not send message|permanent (?:fatal )?error"
                    + "|message (?:not delivered|delayed)|delivery to the following|退信|被退回|邮件退回|退件|无法投递|投递失败|发送失败|无法送达|未能送达|投递延迟|無法傳遞|無法遞送"
                    + "|unzustellbar|nicht zugestellt|non remis|n'a pas pu être|no se (?:ha podido|pudo) entregar|mancata consegna|não foi entregue"
                    + "|配信できません|届けられません|не доставлен|недоставлен",
            FLAGS);

    private static final Pattern STILL_TRYING = Pattern.compile(
            "has been delayed|message delayed|delivery delayed|delivery incomplete|not yet been delivered|still (?:being )?(?:undelivered|trying|retr)"
                    + "|will (?:keep|continue) (?:trying|to try|to be)|will (?:be )?retr(?:y|ied)|keep trying|do not need to resend|no action is required"
                    + "|transient non-fatal|warning: (?:could not|message)|delivery will continue|继续尝试|正在重试|稍后重试|延迟投递|投递延迟|尚未送达",
            FLAGS);

    private static final Pattern GAVE_UP = Pattern.compile(
            "permanent (?:fatal |delivery )?(?:error|failure)|failed permanently|permanently (?:failed|rejected)|gave up|giving up|given up"
                    + "|will not be (?:retried|attempted)|too long in (?:the )?queue|expired",
            FLAGS);

    /** Below it stands what was sent. */
    private static final Pattern COPY = Pattern.compile(
            "(?m)^\\s*(?:-{2,}.{0,20}(?:below this line|this is a copy|original message|the header|message header|unsent message|returned message|original mail).{0,80}"
                    + "|original message headers?:?|-{5,} ?message text follows.{0,20}|原邮件信头.{0,20}|return-path:.{0,200}|received: from.{0,200})$",
            FLAGS);

    private static final String ADDRESS =
            "[^\\s<>\"'(),:;\\[\\]@]{1,100}@[\\p{L}\\p{N}_-][\\p{L}\\p{N}_.-]{0,200}[\\p{L}\\p{N}]";

    private static final Pattern OWN_LINE = Pattern.compile(
            "^\\s*(?:[-*•]\\s*)?(?:(?:failed recipient|recipient|to|收件人(?:地址)?|收信人)\\s*[:：]\\s*)?(?:[^<>@:]{1,80}[ (<])?[<(]?(?:mailto:)?("
                    + ADDRESS + ")[>)]?" + "(?:\\s*<mailto:[^>]{1,200}>)?\\s*(?:(?:[:：]|\\.\\.\\.)\\s*(.*))?$",
            FLAGS);

    private static final Pattern IN_SENTENCE = Pattern.compile(
            "(?:deliver(?:ed|y)?|sent|reach|message|recipient|address|投递到|发送到|发送给|送达|收件人)\\b?.{0,40}?[\\s<(“\"'：:到至]+("
                    + ADDRESS + ")",
            FLAGS);

    private static final Pattern REASON = Pattern.compile(
            "(?m)^\\s*(?:the (?:response|error)(?: (?:from the remote server|that the other server returned))? (?:was|is)\\s*[:：]|\\(?reason\\s*[:：]|remote server returned:?"
                    + "|退信原因(?:说明)?\\s*[:：]|出错信息\\s*[:：]|错误信息\\s*[:：]|原因\\s*[:：])\\s*(\\S.{0,400})",
            FLAGS);

    private static final Pattern CODE =
            Pattern.compile("(?<![\\d.])[45]\\d\\d[ -].*|(?<![\\d.])[45]\\.\\d{1,3}\\.\\d{1,3}\\b.*");

    private FreeFormBounce() {}

    /** @param text the words of the bounce, with a copy of the letter perhaps */
    static boolean speaksOf(String subject, String text) {
        return SAYS_SO.matcher(subject).find() || SAYS_SO.matcher(head(text)).find();
    }

    /** Empty where nobody is named. */
    static List<Returned> read(Headers headers, String subject, String text, @Nullable String originalMessageId) {
        String head = head(text);
        Fate fate = fate(subject, head);
        Map<String, String> reasons = new LinkedHashMap<>();
        headers.all("x-failed-recipients").stream()
                .flatMap(value -> Mailbox.all(value).stream())
                .forEach(failed -> add(reasons, failed.address(), ""));
        onLines(head, reasons);
        if (reasons.isEmpty()) {
            inSentences(head, reasons);
        }
        String general = general(head);
        List<Returned> returned = new ArrayList<>();
        reasons.forEach((recipient, reason) -> returned.add(new Returned(
                recipient, originalMessageId, fate, OneLine.of(reason.isBlank() ? general : reason, LONGEST_REASON))));
        return returned;
    }

    static Returned nobodyNamed(String subject, String text, @Nullable String originalMessageId) {
        String head = head(text);
        return new Returned(null, originalMessageId, fate(subject, head), OneLine.of(general(head), LONGEST_REASON));
    }

    private static String head(String text) {
        String start = text.substring(0, Math.min(text.length(), LONGEST_HEAD));
        Matcher copy = COPY.matcher(start);
        // a bounce that begins with the copy has its words elsewhere
        return copy.find() && copy.start() > 0 ? start.substring(0, copy.start()) : start;
    }

    private static Fate fate(String subject, String head) {
        String words = subject + "\n" + head;
        return STILL_TRYING.matcher(words).find() && !GAVE_UP.matcher(words).find() ? Fate.DELAYED : Fate.FAILED;
    }

    private static void onLines(String head, Map<String, String> reasons) {
        String[] lines = head.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Matcher line = lines[i].length() > 1000 ? null : OWN_LINE.matcher(lines[i]);
            if (line != null && line.matches() && isAboutRecipient(lines[i])) {
                String rest = line.group(2) == null ? "" : line.group(2);
                add(reasons, line.group(1), reason(rest, lines, i + 1));
            }
        }
    }

    /** The lines of a letter's own header, which some bounces show, name its sender too. */
    private static boolean isAboutRecipient(String line) {
        return !line.strip().matches("(?i)(?:from|sender|reply-to|cc|发件人|发信人|寄件者|subject|主题|please contact|contact).*");
    }

    /** The rest of the line and those below it, up to a blank line or the next address; one blank line may come first. */
    private static String reason(String rest, String[] lines, int from) {
        StringBuilder reason = new StringBuilder(rest.strip());
        int at = from;
        if (rest.isBlank() && at < lines.length && lines[at].isBlank()) {
            at++;
        }
        for (int taken = 0; at < lines.length && taken < 6; at++, taken++) {
            if (lines[at].isBlank()
                    || (lines[at].length() < 1000 && OWN_LINE.matcher(lines[at]).matches())) {
                break;
            }
            reason.append(reason.isEmpty() ? "" : " ").append(lines[at].strip());
        }
        String words = reason.toString().replaceFirst("^\\(?(?i:reason|退信原因(?:说明)?|原因)\\s*[:：]\\s*", "");
        return words.length() > 1 && words.endsWith(")") && !words.contains("(")
                ? words.substring(0, words.length() - 1)
                : words;
    }

    private static void inSentences(String head, Map<String, String> reasons) {
        Matcher found = IN_SENTENCE.matcher(head);
        while (found.find()) {
            add(reasons, found.group(1), "");
        }
        String only = reasons.isEmpty() ? Mailbox.only(head) : null;
        add(reasons, only, "");
    }

    private static void add(Map<String, String> reasons, @Nullable String written, String reason) {
        String address = written == null ? null : Mailbox.bare(written);
        if (address != null && reasons.size() < MOST_RECIPIENTS) {
            reasons.merge(address, reason, (before, now) -> before.isBlank() ? now : before);
        }
    }

    /** What the mail server answered, else the line that says so. */
    private static String general(String head) {
        Matcher named = REASON.matcher(head);
        if (named.find()) {
            return named.group(1);
        }
        for (Pattern sign : List.of(CODE, SAYS_SO)) {
            for (String line : head.split("\n", -1)) {
                Matcher found = sign.matcher(line);
                if (found.find()) {
                    return sign == CODE ? found.group() : line;
                }
            }
        }
        return "";
    }
}
