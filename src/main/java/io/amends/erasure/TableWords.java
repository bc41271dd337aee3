package io.amends.erasure;

import io.amends.casefile.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What rows of a table are, for people. */
final class TableWords {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("case_file", "entry of the register"),
            Map.entry("case_word", "words of the search"),
            Map.entry("case_report", "reports of staff"),
            Map.entry("case_handover", "reasons of handovers"),
            Map.entry("letter", "letters"),
            Map.entry("letter_link", "links in letters"),
            Map.entry("tone_hint_word", "hints on words"),
            Map.entry("complaint", "the complaint"),
            Map.entry("complaint_word", "words on contacts"),
            Map.entry("enquiry", "questions to departments"),
            Map.entry("promise", "promises"),
            Map.entry("promise_move", "reasons of moved promises"),
            Map.entry("survey", "surveys"),
            Map.entry("customer_contact", "contacts"),
            Map.entry("contact_change", "reasons of changed wishes"),
            Map.entry("lost_customer", "notes on the lost customer"),
            Map.entry("lost_customer_call", "notes on calls"),
            Map.entry("lost_customer_reply", "answers to the letter"),
            Map.entry("media_event", "events of a media crisis"),
            Map.entry("media_threat", "threats to go public"),
            Map.entry("escalation_call", "notes on calls for help"),
            Map.entry("inbox_mail", "mails"),
            Map.entry("inbox_attachment", "names of attachments of mail"),
            Map.entry("inbox_piece", "originals and attachments of mail"),
            Map.entry("reading", "words that auditors searched by"),
            Map.entry("customer", "entry of the directory"),
            Map.entry("customer_consent", "consents"),
            Map.entry("act_hi_taskinst", "descriptions of tasks"),
            Map.entry("act_hi_varinst", "facts in words"),
            Map.entry("act_hi_detail", "changes of facts in words"),
            Map.entry("act_hi_comment", "comments"),
            Map.entry("act_hi_attachment", "attachments of tasks"),
            Map.entry("act_hi_op_log", "values in the log of operations"),
            Map.entry("act_hi_incident", "messages of incidents"),
            Map.entry("act_hi_job_log", "messages of failed work"),
            Map.entry("act_hi_ext_task_log", "messages of failed work"),
            Map.entry("act_ge_bytearray", "long texts and files of the engine"));

    /** Of a single row, where that is not the same. */
    private static final Map<String, String> ONE = Map.ofEntries(
            Map.entry("case_report", "report of staff"),
            Map.entry("case_handover", "reason of a handover"),
            Map.entry("letter", "letter"),
            Map.entry("letter_link", "link in a letter"),
            Map.entry("tone_hint_word", "hint on words"),
            Map.entry("complaint_word", "word on a contact"),
            Map.entry("enquiry", "question to a department"),
            Map.entry("promise", "promise"),
            Map.entry("promise_move", "reason of a moved promise"),
            Map.entry("survey", "survey"),
            Map.entry("customer_contact", "contact"),
            Map.entry("contact_change", "reason of a changed wish"),
            Map.entry("lost_customer", "note on the lost customer"),
            Map.entry("lost_customer_call", "note on a call"),
            Map.entry("lost_customer_reply", "answer to the letter"),
            Map.entry("media_event", "event of a media crisis"),
            Map.entry("media_threat", "threat to go public"),
            Map.entry("escalation_call", "note on a call for help"),
            Map.entry("inbox_mail", "mail"),
            Map.entry("inbox_attachment", "name of an attachment of mail"),
            Map.entry("inbox_piece", "original or attachment of mail"),
            Map.entry("reading", "search of an auditor"),
            Map.entry("customer_consent", "consent"),
            Map.entry("act_hi_taskinst", "description of a task"),
            Map.entry("act_hi_varinst", "fact in words"),
            Map.entry("act_hi_detail", "change of a fact in words"),
            Map.entry("act_hi_comment", "comment"),
            Map.entry("act_hi_attachment", "attachment of a task"),
            Map.entry("act_hi_op_log", "value in the log of operations"),
            Map.entry("act_hi_incident", "message of an incident"),
            Map.entry("act_hi_job_log", "message of failed work"),
            Map.entry("act_hi_ext_task_log", "message of failed work"),
            Map.entry("act_ge_bytearray", "long text or file of the engine"),
            Map.entry("case_word", "word of the search"));

    private TableWords() {}

    static String of(String table) {
        String words = WORDS.get(table);
        return words == null ? Words.label(table).toLowerCase(Locale.ROOT) : words;
    }

    private static String of(String table, int rows) {
        String one = ONE.get(table);
        return rows == 1 && one != null ? one : of(table);
    }

    /** The most rows first. */
    static List<Line> lines(Map<String, Integer> rows) {
        return rows.entrySet().stream()
                .map(one -> new Line(of(one.getKey(), one.getValue()), one.getKey(), one.getValue()))
                .sorted(Comparator.comparingInt(Line::rows).reversed().thenComparing(Line::words))
                .toList();
    }

    /** Rows of a table. */
    record Line(String words, String table, int rows) {}
}
