package io.amends.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

    /** Its letters by who reads them. */
    public List<LetterGroup> letterGroups() {
        return LetterGroup.of(letters);
    }

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

    /** @param toMedia whether the media read it, and not the customer or a colleague */
    public record Letter(
            String id,
            String name,
            String subject,
            String recipient,
            String fate,
            String when,
            String problem,
            boolean toMedia) {}

    /**
     * Letters that stand together, oldest first.
     *
     * @param readers its heading, or blank where the page has only one group
     * @param earlier those before the last, folded away; empty where the group is short
     */
    public record LetterGroup(String readers, List<Letter> earlier, List<Letter> last) {

        private static final int MOST_OF_OTHERS = 12;
        private static final int MOST_TO_MEDIA = 40;

        /** So few would not be worth a fold. */
        private static final int FEW = 4;

        /** What the media were told stands by itself, above what it takes among colleagues. */
        static List<LetterGroup> of(List<Letter> letters) {
            List<Letter> toMedia = letters.stream().filter(Letter::toMedia).toList();
            List<Letter> others =
                    letters.stream().filter(letter -> !letter.toMedia()).toList();
            return Stream.of(
                            group("To the media", toMedia, MOST_TO_MEDIA),
                            group(toMedia.isEmpty() ? "" : "To colleagues", others, MOST_OF_OTHERS))
                    .filter(group -> !group.last().isEmpty())
                    .toList();
        }

        private static LetterGroup group(String readers, List<Letter> letters, int most) {
            int earlier = letters.size() > most + FEW ? letters.size() - most : 0;
            return new LetterGroup(readers, letters.subList(0, earlier), letters.subList(earlier, letters.size()));
        }
    }

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
