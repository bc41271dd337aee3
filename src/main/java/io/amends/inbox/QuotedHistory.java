package io.amends.inbox;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Tells what was newly written from what came along: the letter that is answered, the signature. Every line goes to one side or the
 * other, so nothing is lost. Answers between quoted lines are newly written.
 */
final class QuotedHistory {

    /** @param quoted in the order in which it stood, an empty string where there is none */
    record Split(String text, String quoted) {}

    /** People do not write more; what stands below it stays where the lines above it are. */
    private static final int MOST_LINES = 20_000;

    private static final int LONGEST_LINE = 2_000;
    private static final int LONGEST_ATTRIBUTION = 4;
    private static final int LONGEST_HEADER_BLOCK = 14;
    private static final int LONGEST_SIGNATURE = 20;
    private static final int LONGEST_CARELESS_SIGNATURE = 8;

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** Lines that begin with {@code >From} come from mailboxes that escape {@code From}. */
    private static final Pattern QUOTED = Pattern.compile("^\\s{0,3}(>(?!From )|＞).*");

    private static final Pattern SEPARATOR = Pattern.compile(
            "^\\s*(?:[-_=—]{2,}\\s*(?:original message|original mail|original appointment|forwarded message|forwarded by .{1,150}|replied message"
                    + "|原始邮件|原始郵件|原邮件|回复的原邮件|回复的邮件|回覆的原郵件|转发的邮件|转发邮件|转发信息|轉寄郵件|轉寄的郵件|元のメッセージ|원본 메일|원본 메시지"
                    + "|ursprüngliche nachricht|weitergeleitete nachricht|message d'origine|message original|message transféré|mensaje original"
                    + "|mensaje reenviado|messaggio originale|messaggio inoltrato|mensagem original|mensagem encaminhada"
                    + "|oorspronkelijk bericht|doorgestuurd bericht|ursprungligt meddelande|oprindelig meddelelse|opprinnelig melding"
                    + "|исходное сообщение|пересылаемое сообщение|wiadomość oryginalna)\\s*[-_=—]{2,}"
                    + "|begin forwarded message\\s?:|anfang der weitergeleiteten nachricht\\s?:|début du message transféré\\s?:"
                    + "|inicio del mensaje reenviado\\s?:|(?:开始转发的邮件|下面是被转发的邮件|以下是转发的邮件|開始轉寄郵件)\\s?[:：])\\s*$",
            FLAGS);

    private static final Pattern ATTRIBUTION = Pattern.compile(
            "^(?:on\\b.{4,300}\\b(?:wrote|writes)|am\\b.{4,300}\\bschrieb(?:\\b.{0,150})?|le\\b.{4,300}\\ba écrit|el\\b.{4,300}\\bescribió"
                    + "|il\\b.{4,300}\\bha scritto|(?:em|no dia|a)\\b.{4,300}\\bescreveu|op\\b.{4,300}\\b(?:schreef|geschreven)(?:\\b.{0,150})?"
                    + "|(?:den|på|am)\\b.{4,300}\\bskrev(?:\\b.{0,150})?|(?:w dniu|dnia)\\b.{4,300}(?:napisał|pisze)\\S{0,5}"
                    + "|.{4,300}(?:написал|пишет|писал)\\S{0,5}|.{3,300}(?:写道|寫道|写到|写的|写信说)|.{3,300}(?:のメール|書きました|작성)"
                    + "|.{1,150}@.{1,150}\\b(?:wrote|writes|schrieb)|\\d{4}年.{4,200}<[^<>\\s]{3,200}>)\\s?[:：]$",
            FLAGS);

    /** A person tells of a date and says {@code wrote}; a mail program gives the time or the address as well. */
    private static final Pattern PRECISE = Pattern.compile("@|\\d{1,2}[:：.h]\\d{2}");

    private static final Pattern RULE = Pattern.compile("^\\s*_{20,}\\s*$");
    private static final Pattern LINE = Pattern.compile("^\\s*[-_=*]{3,}\\s*$");
    private static final Pattern ANY_FIELD = Pattern.compile("^\\s*[*_]{0,2}[\\p{L} .-]{1,30}[*_]{0,2}\\s?[:：].*\\S.*");

    private static final Pattern FROM = field("from|von|de|da|van|från|fra|od|от|发件人|寄件者|寄件人|發件人|差出人|보낸 사람|보낸사람");
    private static final Pattern SENT = field(
            "sent|date|gesendet|datum|envoyé|enviado(?: el)?|enviada(?: em)?|fecha|data|inviato|verzonden|skickat|sendt|wysłano|отправлено|дата"
                    + "|发送时间|发送日期|日期|时间|寄件日期|傳送時間|發送時間|日時|送信日時|보낸 날짜|날짜");
    private static final Pattern TO = field("to|an|à|para|a|aan|till|til|do|кому|收件人|收件者|宛先|받는 사람|받는사람");
    private static final Pattern SUBJECT =
            field("subject|betreff|objet|asunto|oggetto|assunto|onderwerp|ämne|emne|temat|тема|主题|主題|主旨|标题|件名|제목");

    private static final Pattern FOOTER = Pattern.compile(
            "^\\s*(?:sent from (?:my |mail for |yahoo|outlook|proton|gmail|a ).{0,80}|sent via .{1,40}|get outlook for .{1,80}|发自我的.{0,30}"
                    + "|发自.{1,20}(?:手机|邮箱|大师|mail).{0,20}|从我的.{1,30}发送|來自我的.{0,30}|從我的.{1,30}傳送|来自我的.{0,30}|(?:iPhone|iPad)から送信"
                    + "|von meinem .{1,40} gesendet|envoyé de(?:puis)? mon .{1,40}|enviado desde mi .{1,40}|inviato da(?:l mio)? .{1,40}"
                    + "|отправлено с .{1,40})\\s*$",
            FLAGS);

    private final String[] lines;
    private final boolean[] old;
    private final int looked;

    private QuotedHistory(String body) {
        lines = body.split("\n", -1);
        old = new boolean[lines.length];
        looked = Math.min(lines.length, MOST_LINES);
    }

    static Split split(String body) {
        QuotedHistory history = new QuotedHistory(body);
        history.markQuotes();
        history.markHistory();
        history.markSignature();
        history.markFooter();
        return new Split(history.side(false), history.side(true));
    }

    private static Pattern field(String names) {
        return Pattern.compile(
                "^\\s*[*_|]{0,2}\\s?(?:" + names + ")\\s?[*_|]{0,2}\\s?(?:[:：][*_]{0,2}|\\|)\\s*(.*)$", FLAGS);
    }

    private void markQuotes() {
        for (int i = 0; i < looked; i++) {
            old[i] = QUOTED.matcher(lines[i]).matches();
        }
    }

    private void markHistory() {
        for (int i = 0; i < looked; i++) {
            boolean may = !old[i] && !lines[i].isBlank() && lines[i].length() <= LONGEST_LINE;
            int end = may ? introductionEnd(i) : i;
            if (end > i) {
                int next = nextFilled(end);
                // after an introduction that stands before quoted lines, answers may follow between them
                boolean quotedLines = next < lines.length && old[next];
                Arrays.fill(old, startOfRule(i), quotedLines ? end : lines.length, true);
                if (!quotedLines) {
                    return;
                }
            }
        }
    }

    /** A rule above an introduction belongs to it. */
    private int startOfRule(int introduction) {
        int above = introduction - 1;
        while (above > 0 && lines[above].isBlank()) {
            above--;
        }
        return above >= 0 && !old[above] && LINE.matcher(lines[above]).matches() ? above : introduction;
    }

    /** Where the introduction of a history ends that begins here; the same line where none does. */
    private int introductionEnd(int at) {
        if (SEPARATOR.matcher(lines[at]).matches()) {
            return Math.max(at + 1, headerBlockEnd(nextFilled(at + 1)));
        }
        if (RULE.matcher(lines[at]).matches() && fieldsFrom(nextFilled(at + 1)) >= 3) {
            return Math.max(at + 1, headerBlockEnd(nextFilled(at + 1)));
        }
        int first = LINE.matcher(lines[at]).matches() ? nextFilled(at + 1) : at;
        int block = headerBlockEnd(first);
        return block > first ? block : attributionEnd(at);
    }

    private int headerBlockEnd(int from) {
        if (from >= lines.length || old[from] || !FROM.matcher(lines[from]).matches()) {
            return from;
        }
        boolean sent = false;
        boolean to = false;
        boolean subject = false;
        int end = from + 1;
        for (int i = from + 1; i < Math.min(lines.length, from + LONGEST_HEADER_BLOCK); i++) {
            boolean sentHere = SENT.matcher(lines[i]).matches();
            boolean toHere = TO.matcher(lines[i]).matches();
            boolean subjectHere = SUBJECT.matcher(lines[i]).matches();
            sent |= sentHere;
            to |= toHere;
            subject |= subjectHere;
            end = sentHere || toHere || subjectHere ? i + 1 : end;
            if (i > end + 3) {
                break;
            }
        }
        boolean address = lines[from].indexOf('@') >= 0;
        return sent && (subject || (to && address)) ? end : from;
    }

    private int fieldsFrom(int from) {
        int fields = 0;
        for (int i = from; i < Math.min(lines.length, from + 6); i++) {
            fields += ANY_FIELD.matcher(lines[i]).matches() ? 1 : 0;
        }
        return fields;
    }

    /** An attribution may be wrapped, as mail programs do with long lines. */
    private int attributionEnd(int at) {
        StringBuilder words = new StringBuilder();
        for (int i = at; i < Math.min(lines.length, at + LONGEST_ATTRIBUTION); i++) {
            if (old[i] || lines[i].isBlank() || lines[i].length() + words.length() > LONGEST_LINE) {
                return at;
            }
            words.append(words.isEmpty() ? "" : " ").append(lines[i].strip());
            char last = words.charAt(words.length() - 1);
            if ((last == ':' || last == '：') && ATTRIBUTION.matcher(words).matches()) {
                int next = nextFilled(i + 1);
                boolean quotes = next < lines.length && old[next];
                return quotes || PRECISE.matcher(words).find() ? i + 1 : at;
            }
        }
        return at;
    }

    private void markSignature() {
        boolean somethingElse = anyOld();
        for (int i = 0; i < looked; i++) {
            boolean exact = lines[i].equals("-- ");
            boolean delimiter = !old[i] && (exact || lines[i].equals("--"));
            // a mail that is nothing but a signature is taken for what its sender wanted to say
            if (delimiter && somethingElse) {
                int end = signatureEnd(i, exact ? LONGEST_SIGNATURE : LONGEST_CARELESS_SIGNATURE);
                Arrays.fill(old, i, end, true);
            }
            somethingElse |= !lines[i].isBlank();
        }
    }

    /** Up to what is quoted below or to the end; the same line where that is too far for a signature. */
    private int signatureEnd(int delimiter, int longest) {
        int filled = 0;
        int end = delimiter + 1;
        while (end < lines.length && !old[end] && filled <= longest) {
            filled += lines[end].isBlank() ? 0 : 1;
            end++;
        }
        return filled <= longest ? end : delimiter;
    }

    private boolean anyOld() {
        for (boolean each : old) {
            if (each) {
                return true;
            }
        }
        return false;
    }

    /** What a telephone appends, at the end of what was newly written. */
    private void markFooter() {
        for (int i = lines.length - 1; i >= 0; i--) {
            boolean written = !old[i] && !lines[i].isBlank();
            if (written
                    && (lines[i].length() > LONGEST_LINE
                            || !FOOTER.matcher(lines[i]).matches())) {
                return;
            }
            old[i] |= written;
        }
    }

    private int nextFilled(int from) {
        int at = from;
        while (at < lines.length && lines[at].isBlank()) {
            at++;
        }
        return at;
    }

    private String side(boolean which) {
        StringBuilder side = new StringBuilder();
        int blank = 0;
        for (int i = 0; i < lines.length; i++) {
            if (old[i] != which) {
                continue;
            }
            blank = lines[i].isBlank() ? blank + 1 : 0;
            if (blank <= 2) {
                side.append(lines[i].stripTrailing()).append('\n');
            }
        }
        return side.toString().strip();
    }
}
