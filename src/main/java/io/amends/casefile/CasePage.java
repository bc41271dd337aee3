package io.amends.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One case as its page shows it, in words. */
public record CasePage(
        CaseFile file,
        String processName,
        String party,
        String ownerName,
        String openedAt,
        String openedAgo,
        @Nullable String closedAt,
        Map<String, String> facts,
        List<Clock> clocks,
        List<Escalation> escalations,
        List<Task> tasks,
        List<CaseLink> links,
        List<Promise> promises,
        List<Letter> letters,
        List<Mail> mails,
        @Nullable Satisfaction satisfaction,
        List<Diagram> diagrams,
        List<CaseDetails.Action> actions,
        @Nullable String mark,
        @Nullable String rank,
        Map<String, String> pages,
        @Nullable Pictures pictures) {

    /**
     * Numbers step by step.
     *
     * @param table the same numbers in rows, one for each step
     */
    public record Pictures(String heading, String note, String stepLabel, List<BarPicture> bars, List<Row> table) {

        public record Row(String step, List<String> numbers) {}

        static Pictures of(CaseDetails.Charts charts) {
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < charts.steps().size(); i++) {
                int step = i;
                rows.add(new Row(
                        charts.steps().get(i),
                        charts.charts().stream()
                                .map(chart -> chart.values().get(step) + chart.unit())
                                .toList()));
            }
            return new Pictures(
                    charts.heading(),
                    charts.note(),
                    charts.stepLabel(),
                    charts.charts().stream()
                            .map(chart -> BarPicture.of(chart, charts.steps()))
                            .toList(),
                    rows);
        }
    }

    /**
     * @param terms how much time it grants and when it is due
     * @param notes what happened to it: warnings, pauses, what it had promised lately
     * @param earlier what it had promised before that, newest first; folded away
     */
    public record Clock(
            String name,
            String state,
            String tone,
            String terms,
            List<String> notes,
            List<String> earlier,
            ClockBar bar,
            boolean ended) {}

    /**
     * A call for help.
     *
     * @param ended how and when, or null while it lasts
     */
    public record Escalation(
            String clock, String began, @Nullable String ended, List<Call> calls) {

        /** @param acknowledged who, when and what they do, or that nobody did */
        public record Call(int level, String group, String told, String acknowledged, boolean open) {}
    }

    public record Task(String id, String name, String who, String due, boolean late) {}

    /** @param moves the dates that it had before */
    public record Promise(
            String what, String to, String keeper, String due, List<String> moves, String state, boolean late) {}

    public record Letter(
            String id, String name, String subject, String recipient, String fate, String when, String problem) {}

    /**
     * A mail that came in.
     *
     * @param kind blank where a person wrote it
     * @param how how it found the case
     * @param unread why its words could not be read, or blank
     * @param quoted the history that it repeats, or blank
     */
    public record Mail(
            String number,
            String from,
            String subject,
            String when,
            String kind,
            String how,
            String unread,
            String text,
            String quoted,
            List<MailFile> files) {}

    /**
     * @param leftOut why only the original has it, or blank
     * @param picture whether it can be seen in the page
     */
    public record MailFile(int nr, String name, String size, boolean kept, String leftOut, boolean picture) {}

    /**
     * @param verdict how it stands against the aim
     * @param tone {@code good}, {@code warn}, {@code bad} or blank
     * @param survey when it was sent and answered
     * @param words the customer's own, or blank
     */
    public record Satisfaction(
            ScorePicture picture, String verdict, String tone, String survey, List<Gap> gaps, String words) {}

    /** @param value 1 to 5 */
    public record Gap(String name, int value) {}

    /** @param state {@code running}, {@code ended} or {@code stopped} */
    public record Diagram(
            String processInstanceId, String name, int version, String state, String began, boolean main) {}
}
