package io.amends.audit;

import io.amends.casefile.CasePage;
import io.amends.casefile.ClockBar;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** A clock as a bar, for paper, drawn as on the pages: time used, time too late, time that it stood, and the marks across. */
final class ClockDrawing {

    private static final Color TRACK = new Color(0xd3dee3);
    private static final Color USED = new Color(0x5b93a3);
    private static final Color OVER = new Color(0xa32020);
    private static final Color STOOD = new Color(0xb58a2e);
    private static final Color MARK = new Color(0x12303a);
    private static final Color WARNING = new Color(0xc05f00);
    private static final Color NOW = new Color(0x6a4c93);
    private static final double TOP = 3;

    private ClockDrawing() {}

    static void draw(Graphics2D page, CasePage.Clock clock, double width, double height) {
        double thick = height - 2 * TOP;
        page.setColor(TRACK);
        page.fill(new Rectangle2D.Double(0, TOP, width, thick));
        for (ClockBar.Part part : clock.bar().parts()) {
            Rectangle2D box =
                    new Rectangle2D.Double(share(part.from()) * width, TOP, share(part.length()) * width, thick);
            if (part.kind().equals("stood")) {
                hatch(page, box);
            } else {
                page.setColor(part.kind().equals("over") ? OVER : USED);
                page.fill(box);
            }
        }
        for (ClockBar.Mark mark : clock.bar().marks()) {
            double x = share(mark.at()) * width;
            page.setColor(
                    switch (mark.kind()) {
                        case "now" -> NOW;
                        case "warning" -> WARNING;
                        default -> MARK;
                    });
            page.setStroke(
                    mark.kind().equals("warning")
                            ? new BasicStroke(
                                    1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {1.5f, 1.5f}, 0)
                            : new BasicStroke(1.3f));
            page.draw(new Line2D.Double(x, 0.5, x, height - 0.5));
            if (mark.kind().equals("now")) {
                page.fill(new Ellipse2D.Double(x - 2, 0, 4, 4));
            }
        }
    }

    private static void hatch(Graphics2D page, Rectangle2D box) {
        page.setColor(Color.WHITE);
        page.fill(box);
        Shape before = page.getClip();
        page.clip(box);
        page.setColor(STOOD);
        page.setStroke(new BasicStroke(1.4f));
        for (double x = box.getX() - box.getHeight(); x < box.getMaxX(); x += 4) {
            page.draw(new Line2D.Double(x, box.getMaxY(), x + box.getHeight(), box.getY()));
        }
        page.setClip(before);
    }

    /** {@code 12.50%} as 0.125. */
    private static double share(String percent) {
        return Double.parseDouble(percent.replace("%", "")) / 100;
    }
}
