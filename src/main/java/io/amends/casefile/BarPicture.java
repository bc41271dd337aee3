package io.amends.casefile;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers as bars from left to right. Places are those of an SVG of {@value #WIDTH} by {@value #HEIGHT}.
 *
 * @param inWords the same, for whoever does not see it
 */
public record BarPicture(String label, String inWords, List<Bar> bars) {

    static final int WIDTH = 320;
    static final int HEIGHT = 120;

    private static final int TOP = 20;
    private static final int FLOOR = 98;
    private static final int WIDEST = 36;
    private static final String PERCENT = "%";

    /** @param x left side; the number and the step stand at {@code middle} */
    public record Bar(int x, int y, int width, int height, int middle, String number, String step) {}

    static BarPicture of(CaseDetails.Chart chart, List<String> steps) {
        int room = WIDTH / Math.max(1, steps.size());
        int width = Math.min(WIDEST, Math.max(2, room - 8));
        int most = chart.unit().equals(PERCENT)
                ? 100
                : Math.max(
                        1,
                        chart.values().stream()
                                .mapToInt(Integer::intValue)
                                .max()
                                .orElse(1));
        List<Bar> bars = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            int value = chart.values().get(i);
            int height = Math.round((float) value * (FLOOR - TOP) / most);
            int middle = i * room + room / 2;
            String number = value + chart.unit();
            bars.add(new Bar(middle - width / 2, FLOOR - height, width, height, middle, number, steps.get(i)));
            words.add(steps.get(i) + ": " + number);
        }
        return new BarPicture(chart.label(), chart.label() + ". " + String.join(", ", words), List.copyOf(bars));
    }
}
