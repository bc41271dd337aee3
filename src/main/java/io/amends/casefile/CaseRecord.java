package io.amends.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.amends.escalation.EscalationView;
import io.amends.letter.LetterView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is on record of one case, as it is exported: machine values, moments in UTC, people by user id. What is not known is
 * left out.
 *
 * @param format always {@link #FORMAT}
 * @param formatVersion always {@link #VERSION}; another one when a reader of this one would be misled
 * @param zone in which the house reckons days
 * @param facts what the head of the case says of it, in the order of its page
 * @param people names of everybody whose user id stands anywhere in it, as they are called now
 * @param entries everything that happened, oldest first
 * @param processes every run of a process for the case, oldest first
 * @param tables every decision table that decided, once for each version
 * @param forms what people saw and answered, in the order in which they answered
 * @param values every value that its processes were given, under the variable's name and as the engine keeps it, oldest first
 * @param seals of the case, with the head of the chain when this was written
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"$schema", "format", "formatVersion", "writtenAt", "zone", "case"})
public record CaseRecord(
        String format,
        int formatVersion,
        Instant writtenAt,
        String zone,
        @JsonProperty("case") Head head,
        List<Named> facts,
        List<CaseLink> links,
        List<Person> people,
        List<TimelineEntry> entries,
        List<Run> processes,
        List<Table> tables,
        List<Decision> decisions,
        List<Form> forms,
        List<LetterView> letters,
        List<Mail> mails,
        List<ClockView> clocks,
        List<EscalationView> escalations,
        List<PromiseView> promises,
        List<CaseScores.Score> scores,
        List<CaseScores.Survey> surveys,
        List<Comment> comments,
        List<File> files,
        CaseSeals.Sealed seals,
        List<VariableValue> values) {

    /** What the export calls itself. */
    public static final String FORMAT = "amends-case-record";

    public static final int VERSION = 1;

    /** Where its schema is served. */
    public static final String SCHEMA = "/audit/case.schema.json";

    /** Names the schema, for editors and validators. */
    @JsonProperty("$schema")
    public String schema() {
        return SCHEMA;
    }

    /** A name in words and its value as text. */
    public record Named(String name, String value) {}

    /**
     * @param party whom or what it is about, in words
     * @param level of a media crisis (M-2), else null
     * @param mark a word that everybody has to see at once, such as that it was an exercise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Head(
            String number,
            String process,
            String subject,
            String state,
            @Nullable String outcome,
            @Nullable String owner,
            @Nullable String severity,
            @Nullable Integer level,
            @Nullable String customerNumber,
            @Nullable String party,
            @Nullable String mark,
            Instant openedAt,
            @Nullable Instant closedAt) {}

    public record Person(String id, String name) {}

    /**
     * One run of a process in the version that it ran on.
     *
     * @param calledBy the run that called it, or null
     * @param state {@code running}, {@code ended} or {@code stopped}
     * @param beganOnVersion the version that it ran on before it was moved to {@code version}, or null when it was not
     * @param main whether it is the case's own
     * @param flows ids of the sequence flows that were taken
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Run(
            String id,
            @Nullable String calledBy,
            String key,
            String name,
            int version,
            @Nullable Integer beganOnVersion,
            String definitionId,
            String state,
            boolean main,
            @Nullable String startedBy,
            Instant startedAt,
            @Nullable Instant endedAt,
            List<Step> steps,
            List<String> flows) {}

    /**
     * A step of a diagram that the case came to, in the order of its first visit.
     *
     * @param id of its element in the diagram
     * @param name blank where the diagram gives it none
     * @param type {@code userTask} and the like
     * @param state {@code done}, {@code active} or {@code cancelled}
     * @param seconds in which the case was there, until now where it still is; visits at the same time count once
     */
    public record Step(
            String id, String name, String type, String state, int count, long seconds, List<Visit> visits) {}

    /**
     * @param state {@code done}, {@code active} or {@code cancelled}
     * @param who had the task, or null
     * @param called id of the run that it called, or null
     * @param waits what it waits for while it is active, in words, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Visit(
            Instant startedAt,
            @Nullable Instant endedAt,
            String state,
            @Nullable String who,
            @Nullable String called,
            @Nullable String waits) {}

    /**
     * A decision table as it stood when it decided.
     *
     * @param id of this version of the table
     * @param hitPolicy {@code FIRST}, {@code COLLECT} and the like; {@code EXPRESSION} where it is no table but one expression
     * @param expression of one that is no table, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Table(
            String id,
            String key,
            String name,
            int version,
            String hitPolicy,
            List<Column> inputs,
            List<Column> outputs,
            List<Row> rows,
            @Nullable String expression) {}

    /** @param expression what an input asks for, or the name of an output */
    public record Column(String id, String label, String expression) {}

    /**
     * @param number as people count, from 1
     * @param inputs one for each input of the table; blank means any
     * @param note what its author wrote beside it, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            int number,
            String id,
            List<String> inputs,
            List<String> outputs,
            @Nullable String note) {}

    /**
     * A table decided.
     *
     * @param table id of its version
     * @param asked the facts that it was asked with, one for each input that was looked at
     * @param answered what it answered, in the order of its rows
     * @param rows numbers of the rows that matched
     * @param result what a table that adds up or takes the highest made of the answers of its rows, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Decision(
            String id,
            Instant at,
            String processInstanceId,
            @Nullable String stepId,
            @Nullable String step,
            String table,
            List<Value> asked,
            List<Answer> answered,
            List<Integer> rows,
            @Nullable String result) {}

    /** @param column id of the column of the table, blank where it is none */
    public record Value(String column, String name, String value) {}

    /**
     * @param column id of the column of the table, blank where it is none
     * @param row number of the row that gave it, or null for what no row gave
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answer(
            String column,
            String name,
            String value,
            @Nullable Integer row) {}

    /**
     * A form that somebody answered: in which version, what stood in it, what they put in.
     *
     * @param form key of the form, or null where the task had none
     * @param file under which it was deployed, or null
     * @param by user id, or null when unknown
     * @param saw facts of the process that its texts showed, as they were then
     * @param drawn names of what it drew from the case's own tables when it was opened, such as {@code clockRows}; those are on record where they belong
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Form(
            String task,
            String step,
            String processInstanceId,
            String stepId,
            @Nullable String form,
            @Nullable Integer version,
            @Nullable String file,
            Instant openedAt,
            Instant answeredAt,
            @Nullable String by,
            List<Named> saw,
            List<String> drawn,
            List<Field> fields) {}

    /**
     * @param type such as {@code textarea}; {@code none} for what was recorded with the answer beside the form
     * @param before what stood there when it was answered, or null
     * @param answer what was answered, or null
     * @param answerLabel how the form calls that choice, or null
     * @param answered whether it was answered at all: hidden fields and fields only shown are not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Field(
            String key,
            String label,
            String type,
            @Nullable String before,
            @Nullable String answer,
            @Nullable String answerLabel,
            boolean answered) {}

    /**
     * A process was given a value.
     *
     * @param type of the engine, such as {@code boolean} or {@code json}
     * @param value as kept: codes, JSON for lists, ISO 8601 in UTC for moments; null for none
     * @param stepId id of the step in that process's diagram, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record VariableValue(
            Instant at,
            String variable,
            String type,
            @Nullable String value,
            String processInstanceId,
            @Nullable String stepId) {}

    /** A mail that came in (T-3). */
    public record Mail(
            String number,
            Instant receivedAt,
            String from,
            String subject,
            String kind,
            String how,
            String unread,
            String text,
            String quoted,
            List<MailFile> files) {}

    /**
     * @param leftOut why only the original has it, or null
     * @param content in Base64 where the export was asked for it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MailFile(
            int nr,
            String name,
            String type,
            long size,
            @Nullable String leftOut,
            @Nullable String content) {}

    /** What somebody wrote on a task. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Comment(
            String id,
            Instant at,
            @Nullable String who,
            String text,
            @Nullable String step,
            @Nullable String stepId,
            @Nullable String processInstanceId) {}

    /**
     * A file or an address that somebody put to a task.
     *
     * @param who user id, or null when unknown
     * @param url where it lies, for what is no file of ours
     * @param sha256 of its bytes, in hexadecimal digits
     * @param content in Base64 where the export was asked for it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record File(
            String id,
            String name,
            @Nullable String type,
            @Nullable String description,
            @Nullable Instant at,
            @Nullable String who,
            @Nullable String step,
            @Nullable String stepId,
            @Nullable String processInstanceId,
            @Nullable String url,
            @Nullable Long size,
            @Nullable String sha256,
            @Nullable String content) {}
}
