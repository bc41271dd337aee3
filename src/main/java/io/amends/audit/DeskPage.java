package io.amends.audit;

import io.amends.casefile.CaseRecord;
import io.amends.casefile.TimelineEntry;
import java.util.List;

/** The record of a case in words, as the auditors' desk shows and prints it. What is not known is blank. */
final class DeskPage {

    private DeskPage() {}

    /**
     * @param key its place in the time line, see {@link EntryPage}
     * @param at where the house is
     * @param utc the same moment in UTC
     * @param changed whether it is a change, so that before and after are worth showing
     * @param facts what one step recorded in one moment, where that is more than one fact; empty otherwise
     */
    record Entry(
            String key,
            String at,
            String utc,
            String who,
            String kind,
            String kindLabel,
            String what,
            String before,
            String after,
            boolean changed,
            String process,
            String step,
            List<TimelineEntry.Detail> details,
            List<Fact> facts) {}

    /** @param before blank where nothing is worth showing there */
    record Fact(String name, String before, String after) {}

    /** @param took from its beginning to its end, or until now */
    record Run(
            String id,
            String name,
            String version,
            String key,
            String state,
            boolean main,
            String began,
            String ended,
            String startedBy,
            String took,
            List<Step> steps,
            List<String> flows) {}

    /**
     * @param unnamed whether the diagram gives it no name, as it does to most gateways
     * @param took how long the case was there, visits at the same time once; blank for what took no time
     */
    record Step(
            String id,
            String name,
            boolean unnamed,
            String type,
            String state,
            int count,
            String took,
            String waits,
            List<Visit> visits) {}

    /**
     * @param called id of the run that it called
     * @param calledName name of that run's process
     */
    record Visit(
            String from,
            String fromUtc,
            String to,
            String took,
            String state,
            String who,
            String waits,
            String called,
            String calledName) {}

    /**
     * A table that decided.
     *
     * @param expression of one that is no table
     * @param rows of the table, all of them
     * @param about which of several runs of a process it decided in, or blank
     * @param said what it answered, in one line
     * @param byRow what each row answered where several fitted and each counts; empty otherwise
     * @param collected what the table made of the answers of its rows, or blank
     * @param matched the rows that fitted, in words
     */
    record Decision(
            String at,
            String utc,
            String step,
            String about,
            String key,
            String name,
            int version,
            String policy,
            List<Column> inputs,
            List<Column> outputs,
            List<Row> rows,
            String expression,
            String said,
            List<Answered> byRow,
            String collected,
            String matched) {}

    record Answered(int row, String words) {}

    /** @param value that it was asked with, or what it answered */
    record Column(String label, String expression, String value) {}

    record Row(int number, List<String> inputs, List<String> outputs, String note, boolean matched) {}

    /**
     * @param drawn what it drew from the case's own tables
     * @param beside what was recorded in the same breath, beside the form
     * @param not labels of fields that were hidden or left as they were
     */
    record Form(
            String step,
            String form,
            int version,
            String file,
            String opened,
            String answered,
            String answeredUtc,
            String by,
            List<CaseRecord.Named> saw,
            List<String> drawn,
            List<Field> fields,
            List<Field> beside,
            List<String> not) {}

    record Field(String label, String before, String answer, boolean changed) {}

    record Comment(String at, String who, String text, String step) {}

    /** @param why what made it due */
    record Seal(String at, String utc, String why) {}

    record Attached(
            String id,
            String name,
            String description,
            String at,
            String who,
            String step,
            String url,
            String size,
            String sha256) {}
}
