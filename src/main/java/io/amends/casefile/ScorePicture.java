package io.amends.casefile;

import io.amends.casefile.CaseScores.Moment;
import io.amends.casefile.CaseScores.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Scores drawn from left to right: before, at the complaint, after, and the same once more where a case was reopened. Places are
 * those of an SVG of {@value #WIDTH} by {@value #HEIGHT}.
 *
 * @param lines between two scores that follow each other
 * @param aim height of the line to get above, or null where nobody knows how it was before
 */
public record ScorePicture(
        List<Dot> dots, List<Line> lines, @Nullable Integer aim) {

    static final int WIDTH = 360;
    static final int HEIGHT = 136;

    private static final int MARGIN = 44;
    private static final int TOP = 22;
    private static final int UNIT = 8;
    private static final int MIDDLE = 5;

    /**
     * @param score as shown, or {@code ?}
     * @param kind {@code before}, {@code at-complaint} or {@code after}, with {@code unknown} where there is no score
     */
    public record Dot(String label, String score, String kind, int x, int y) {}

    public record Line(int x1, int y1, int x2, int y2) {}

    static ScorePicture of(List<Score> scores) {
        List<Place> places = places(scores);
        int step = (WIDTH - 2 * MARGIN) / (places.size() - 1);
        List<Dot> dots = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            dots.add(places.get(i).dot(MARGIN + i * step));
            if (i > 0 && places.get(i).known() && places.get(i - 1).known()) {
                Dot from = dots.get(i - 1);
                Dot to = dots.get(i);
                lines.add(new Line(from.x(), from.y(), to.x(), to.y()));
            }
        }
        return new ScorePicture(
                List.copyOf(dots),
                List.copyOf(lines),
                places.get(0).known() ? dots.get(0).y() : null);
    }

    /** Each moment has its place, even while its score is not known. */
    private static List<Place> places(List<Score> scores) {
        List<Place> places = new ArrayList<>();
        places.add(new Place(Moment.BEFORE, 1, first(scores, Moment.BEFORE).orElse(null)));
        if (first(scores, Moment.AT_COMPLAINT).isEmpty()) {
            places.add(new Place(Moment.AT_COMPLAINT, 1, null));
        }
        scores.stream()
                .filter(score -> score.moment() != Moment.BEFORE)
                .forEach(score ->
                        places.add(new Place(score.moment(), 1 + count(places, score.moment()), score.score())));
        if (places.get(places.size() - 1).moment() != Moment.AFTER) {
            places.add(new Place(Moment.AFTER, 1 + count(places, Moment.AFTER), null));
        }
        return places;
    }

    private static Optional<Integer> first(List<Score> scores, Moment moment) {
        return scores.stream()
                .filter(score -> score.moment() == moment)
                .map(Score::score)
                .findFirst();
    }

    private static int count(List<Place> places, Moment moment) {
        return (int) places.stream().filter(place -> place.moment() == moment).count();
    }

    /** In one sentence, for whoever does not see it: {@code Before 7, at the complaint 2, after not known}. */
    public String inWords() {
        String words = String.join(
                ", ",
                dots.stream()
                        .map(dot -> dot.label().toLowerCase(Locale.ROOT) + " "
                                + (dot.score().equals("?") ? "not known" : dot.score()))
                        .toList());
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private record Place(Moment moment, int time, @Nullable Integer score) {

        boolean known() {
            return score != null;
        }

        Dot dot(int x) {
            String kind = moment.name().toLowerCase(Locale.ROOT).replace('_', '-');
            int height = Objects.requireNonNullElse(score, MIDDLE);
            return new Dot(
                    label(),
                    score == null ? "?" : score.toString(),
                    known() ? kind : kind + " unknown",
                    x,
                    TOP + (10 - height) * UNIT);
        }

        private String label() {
            String first =
                    switch (moment) {
                        case BEFORE -> "Before";
                        case AT_COMPLAINT -> "Complaint";
                        case AFTER -> "After";
                    };
            return time == 1 ? first : first + " " + time;
        }
    }
}
