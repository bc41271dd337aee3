package io.amends.audit;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.GeneralPath;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.jspecify.annotations.Nullable;

/**
 * A diagram drawn as it was laid out, with the way that a case took through it. It is drawn by the server itself, for paper; the pages
 * have a viewer that does it better.
 */
final class DiagramDrawing {

    private static final Color INK = new Color(0x12303a);
    private static final Color FAINT = new Color(0x8a9aa1);
    private static final Color DONE = new Color(0x1f6f54);
    private static final Color DONE_PAPER = new Color(0xe2f2ea);
    private static final Color ACTIVE = new Color(0x0b5d86);
    private static final Color ACTIVE_PAPER = new Color(0xd6ebf7);
    private static final Color OFF = new Color(0x8a7a52);
    private static final Color OFF_PAPER = new Color(0xf1efe9);
    private static final double MARGIN = 24;
    private static final double TEXT = 11;

    private final BpmnModelInstance model;
    private final Map<String, DeskPage.Step> steps = new HashMap<>();
    private final Set<String> flows;
    private final Lettering letters;
    private final Rectangle2D frame;

    private DiagramDrawing(BpmnModelInstance model, DeskPage.Run run, Lettering letters) {
        this.model = model;
        this.flows = new HashSet<>(run.flows());
        this.letters = letters;
        run.steps().forEach(step -> steps.put(step.id(), step));
        this.frame = frame(model);
    }

    static DiagramDrawing of(BpmnModelInstance model, DeskPage.Run run, Lettering letters) {
        return new DiagramDrawing(model, run, letters);
    }

    /** Width and height as laid out, with a margin. */
    double width() {
        return frame.getWidth();
    }

    double height() {
        return frame.getHeight();
    }

    private static Rectangle2D frame(BpmnModelInstance model) {
        Rectangle2D all = new Rectangle2D.Double(0, 0, -1, -1);
        List<Rectangle2D> parts = new ArrayList<>();
        model.getModelElementsByType(Bounds.class).forEach(it -> parts.add(box(it)));
        model.getModelElementsByType(Waypoint.class)
                .forEach(it -> parts.add(new Rectangle2D.Double(it.getX(), it.getY(), 0.1, 0.1)));
        if (!parts.isEmpty()) {
            all = parts.get(0);
            for (Rectangle2D part : parts) {
                all = all.createUnion(part);
            }
        }
        return new Rectangle2D.Double(
                all.getX() - MARGIN, all.getY() - MARGIN, all.getWidth() + 2 * MARGIN, all.getHeight() + 2 * MARGIN);
    }

    /** Fills the given width and height, whichever it reaches first. */
    void draw(Graphics2D page, double width, double height) {
        AffineTransform before = page.getTransform();
        double scale = Math.min(width / width(), height / height());
        page.scale(scale, scale);
        page.translate(-frame.getX(), -frame.getY());
        Collection<BpmnShape> shapes = model.getModelElementsByType(BpmnShape.class);
        shapes.stream().filter(DiagramDrawing::holdsOthers).forEach(it -> shape(page, it));
        model.getModelElementsByType(BpmnEdge.class).forEach(it -> edge(page, it));
        shapes.stream().filter(it -> !holdsOthers(it)).forEach(it -> shape(page, it));
        shapes.forEach(it -> badges(page, it));
        page.setTransform(before);
    }

    private static boolean holdsOthers(BpmnShape shape) {
        BaseElement element = shape.getBpmnElement();
        return element instanceof Participant || element instanceof Lane || element instanceof SubProcess;
    }

    private static Rectangle2D box(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    private void edge(Graphics2D page, BpmnEdge edge) {
        BaseElement element = edge.getBpmnElement();
        boolean taken = element != null && flows.contains(element.getId());
        boolean flow = element != null && element.getElementType().getTypeName().equals("sequenceFlow");
        List<Waypoint> points = List.copyOf(edge.getWaypoints());
        if (points.size() < 2) {
            return;
        }
        Path2D line = new Path2D.Double();
        line.moveTo(points.get(0).getX(), points.get(0).getY());
        points.subList(1, points.size()).forEach(it -> line.lineTo(it.getX(), it.getY()));
        page.setColor(taken ? DONE : FAINT);
        page.setStroke(flow ? solid(taken ? 2.6 : 1.4) : dashed(1.2));
        page.draw(line);
        if (flow) {
            arrow(page, points.get(points.size() - 2), points.get(points.size() - 1));
        }
        if (element instanceof FlowElement named
                && named.getName() != null
                && edge.getBpmnLabel() != null
                && edge.getBpmnLabel().getBounds() != null) {
            words(page, named.getName(), box(edge.getBpmnLabel().getBounds()), true, INK);
        }
    }

    private static void arrow(Graphics2D page, Waypoint from, Waypoint to) {
        double angle = Math.atan2(to.getY() - from.getY(), to.getX() - from.getX());
        Path2D head = new Path2D.Double();
        head.moveTo(0, 0);
        head.lineTo(-9, -4.5);
        head.lineTo(-9, 4.5);
        head.closePath();
        AffineTransform place = AffineTransform.getTranslateInstance(to.getX(), to.getY());
        place.rotate(angle);
        page.fill(place.createTransformedShape(head));
    }

    private void shape(Graphics2D page, BpmnShape shape) {
        BaseElement element = shape.getBpmnElement();
        if (element == null || shape.getBounds() == null) {
            return;
        }
        Rectangle2D box = box(shape.getBounds());
        DeskPage.Step step = steps.get(element.getId());
        if (element instanceof Event event) {
            event(page, event, box, step);
        } else if (element instanceof Gateway gateway) {
            gateway(page, gateway, box, step);
        } else if (element instanceof SubProcess part) {
            body(
                    page,
                    new RoundRectangle2D.Double(box.getX(), box.getY(), box.getWidth(), box.getHeight(), 16, 16),
                    step,
                    part.triggeredByEvent() ? dashed(1.3) : solid(1.5));
            words(
                    page,
                    part.getName(),
                    new Rectangle2D.Double(box.getX() + 6, box.getY() + 4, box.getWidth() - 12, 30),
                    true,
                    INK);
            return;
        } else if (element instanceof Activity activity) {
            body(
                    page,
                    new RoundRectangle2D.Double(box.getX(), box.getY(), box.getWidth(), box.getHeight(), 16, 16),
                    step,
                    solid(element.getElementType().getTypeName().equals("callActivity") ? 3 : 1.5));
            words(page, activity.getName(), inner(box), false, INK);
            kind(page, element, box);
        } else if (element instanceof TextAnnotation note) {
            page.setColor(FAINT);
            page.setStroke(solid(1.2));
            page.draw(new Line2D.Double(box.getX(), box.getY(), box.getX(), box.getMaxY()));
            words(page, note.getText() == null ? "" : note.getText().getTextContent(), inner(box), false, INK);
        } else {
            page.setColor(FAINT);
            page.setStroke(solid(1));
            page.draw(box);
            words(
                    page,
                    element instanceof Participant pool
                            ? pool.getName()
                            : element instanceof Lane lane ? lane.getName() : "",
                    new Rectangle2D.Double(box.getX() + 4, box.getY() + 4, 120, 30),
                    true,
                    INK);
        }
        if ((element instanceof Event || element instanceof Gateway) && element instanceof FlowElement named) {
            label(page, shape, named, box);
        }
    }

    private void label(Graphics2D page, BpmnShape shape, FlowElement named, Rectangle2D box) {
        Rectangle2D place = shape.getBpmnLabel() != null && shape.getBpmnLabel().getBounds() != null
                ? box(shape.getBpmnLabel().getBounds())
                : new Rectangle2D.Double(box.getCenterX() - 50, box.getMaxY() + 4, 100, 28);
        // labels are laid out for another font: leave them room
        words(
                page,
                named.getName(),
                new Rectangle2D.Double(place.getX() - 8, place.getY(), place.getWidth() + 16, place.getHeight()),
                true,
                INK);
    }

    private static Rectangle2D inner(Rectangle2D box) {
        return new Rectangle2D.Double(box.getX() + 6, box.getY() + 6, box.getWidth() - 12, box.getHeight() - 12);
    }

    private static void body(Graphics2D page, Shape outline, DeskPage.@Nullable Step step, BasicStroke stroke) {
        page.setColor(paper(step));
        page.fill(outline);
        page.setColor(line(step));
        page.setStroke(step != null && step.state().equals("cancelled") ? dashed(stroke.getLineWidth()) : stroke);
        page.draw(outline);
    }

    private static void event(Graphics2D page, Event event, Rectangle2D box, DeskPage.@Nullable Step step) {
        Ellipse2D circle = new Ellipse2D.Double(box.getX(), box.getY(), box.getWidth(), box.getHeight());
        boolean quiet = (event instanceof BoundaryEvent beside && !beside.cancelActivity())
                || (event instanceof StartEvent start && !start.isInterrupting());
        body(page, circle, step, event instanceof EndEvent ? solid(3.4) : quiet ? dashed(1.4) : solid(1.4));
        if (!(event instanceof EndEvent) && !(event instanceof StartEvent)) {
            page.setStroke(quiet ? dashed(1) : solid(1));
            page.draw(
                    new Ellipse2D.Double(box.getX() + 3.5, box.getY() + 3.5, box.getWidth() - 7, box.getHeight() - 7));
        }
        page.setStroke(solid(1.2));
        sign(page, event, box);
    }

    /** What makes it happen, drawn inside. */
    private static void sign(Graphics2D page, Event event, Rectangle2D box) {
        String what = event.getChildElementsByType(org.camunda.bpm.model.bpmn.instance.EventDefinition.class).stream()
                .findFirst()
                .map(it -> it.getElementType().getTypeName())
                .orElse("");
        double x = box.getCenterX();
        double y = box.getCenterY();
        switch (what) {
            case "timerEventDefinition" -> {
                page.draw(new Ellipse2D.Double(x - 9, y - 9, 18, 18));
                page.draw(new Line2D.Double(x, y, x + 1.5, y - 6));
                page.draw(new Line2D.Double(x, y, x + 5, y + 0.5));
            }
            case "messageEventDefinition" -> {
                page.draw(new Rectangle2D.Double(x - 8, y - 5.5, 16, 11));
                page.draw(new Line2D.Double(x - 8, y - 5.5, x, y + 1));
                page.draw(new Line2D.Double(x + 8, y - 5.5, x, y + 1));
            }
            case "errorEventDefinition" ->
                page.draw(path(
                        x - 7, y + 6, x - 2.5, y - 6, x + 2, y + 1, x + 7, y - 7, x + 2.5, y + 5, x - 2, y - 1, x - 7,
                        y + 6));
            case "escalationEventDefinition" ->
                page.draw(path(x - 6, y + 6, x, y - 8, x + 6, y + 6, x, y + 0.5, x - 6, y + 6));
            case "signalEventDefinition" -> page.draw(path(x - 7, y + 5, x, y - 7.5, x + 7, y + 5, x - 7, y + 5));
            case "terminateEventDefinition" -> page.fill(new Ellipse2D.Double(x - 9, y - 9, 18, 18));
            case "conditionalEventDefinition" -> page.draw(new Rectangle2D.Double(x - 6, y - 8, 12, 16));
            default -> {
                // nothing makes it happen but the flow
            }
        }
    }

    private static Path2D path(double... places) {
        Path2D path = new Path2D.Double();
        path.moveTo(places[0], places[1]);
        for (int i = 2; i < places.length; i += 2) {
            path.lineTo(places[i], places[i + 1]);
        }
        return path;
    }

    private static void gateway(Graphics2D page, Gateway gateway, Rectangle2D box, DeskPage.@Nullable Step step) {
        double x = box.getCenterX();
        double y = box.getCenterY();
        body(
                page,
                path(x, box.getY(), box.getMaxX(), y, x, box.getMaxY(), box.getX(), y, x, box.getY()),
                step,
                solid(1.5));
        page.setStroke(solid(2.4));
        switch (gateway.getElementType().getTypeName()) {
            case "parallelGateway" -> {
                page.draw(new Line2D.Double(x - 10, y, x + 10, y));
                page.draw(new Line2D.Double(x, y - 10, x, y + 10));
            }
            case "inclusiveGateway" -> page.draw(new Ellipse2D.Double(x - 9, y - 9, 18, 18));
            case "eventBasedGateway" -> {
                page.setStroke(solid(1.2));
                page.draw(new Ellipse2D.Double(x - 12, y - 12, 24, 24));
                page.draw(path(x, y - 7, x + 7, y - 1, x + 4.5, y + 7, x - 4.5, y + 7, x - 7, y - 1, x, y - 7));
            }
            default -> {
                page.draw(new Line2D.Double(x - 7, y - 7, x + 7, y + 7));
                page.draw(new Line2D.Double(x - 7, y + 7, x + 7, y - 7));
            }
        }
    }

    /** A small word in the corner instead of the pictures that viewers have. */
    private void kind(Graphics2D page, BaseElement element, Rectangle2D box) {
        String word =
                switch (element.getElementType().getTypeName()) {
                    case "userTask" -> "person";
                    case "serviceTask" -> "system";
                    case "businessRuleTask" -> "table";
                    case "sendTask" -> "letter";
                    case "receiveTask" -> "word";
                    case "callActivity" -> "process";
                    default -> "";
                };
        page.setColor(FAINT);
        page.fill(letters.outline(word, box.getX() + 6, box.getY() + 10, 7));
    }

    /** How often it came here, how long it stayed, what it waits for. */
    private void badges(Graphics2D page, BpmnShape shape) {
        BaseElement element = shape.getBpmnElement();
        DeskPage.Step step = element == null ? null : steps.get(element.getId());
        if (step == null || shape.getBounds() == null) {
            return;
        }
        Rectangle2D box = box(shape.getBounds());
        if (step.count() > 1) {
            badge(page, step.count() + " ×", box.getMaxX() - 16, box.getY() - 8, DONE, Color.WHITE);
        }
        if (!step.took().isEmpty() && element instanceof Activity) {
            boolean holds = element instanceof SubProcess;
            badge(
                    page,
                    step.took(),
                    holds ? box.getX() + 8 : box.getMaxX() - width(step.took()) - 4,
                    box.getY() + (holds ? 5 : 3),
                    Color.WHITE,
                    INK);
        }
        if (step.state().equals("active")) {
            badge(
                    page,
                    "waits " + (step.waits().isEmpty() ? "here" : step.waits()),
                    box.getX(),
                    hasEvent(element) ? box.getY() - (step.count() > 1 ? 24 : 16) : box.getMaxY() + 3,
                    ACTIVE,
                    Color.WHITE);
        }
    }

    private void badge(Graphics2D page, String text, double x, double y, Color ground, Color ink) {
        double width = width(text);
        Shape plate = new RoundRectangle2D.Double(x, y, width, 13, 6, 6);
        page.setColor(ground);
        page.fill(plate);
        page.setColor(ground.equals(Color.WHITE) ? FAINT : ground);
        page.setStroke(solid(0.8));
        page.draw(plate);
        page.setColor(ink);
        page.fill(letters.outline(text, x + 4, y + 9.8, 9));
    }

    /** Whether an event hangs on its lower edge, where its label stands as well. */
    private boolean hasEvent(@Nullable BaseElement element) {
        return element != null
                && model.getModelElementsByType(BoundaryEvent.class).stream()
                        .anyMatch(it -> element.equals(it.getAttachedTo()));
    }

    private double width(String badge) {
        return letters.width(badge, 9) + 8;
    }

    private void words(Graphics2D page, @Nullable String text, Rectangle2D box, boolean fromTop, Color ink) {
        if (text == null || text.isBlank()) {
            return;
        }
        double size = TEXT;
        List<String> lines = letters.lines(text.replaceAll("\\s+", " "), size, box.getWidth());
        while (!fromTop && size > 7 && lines.size() * size * 1.2 > box.getHeight()) {
            size -= 0.5;
            lines = letters.lines(text.replaceAll("\\s+", " "), size, box.getWidth());
        }
        double y = fromTop ? box.getY() + size : box.getCenterY() - lines.size() * size * 0.6 + size * 0.95;
        page.setColor(ink);
        for (String line : lines) {
            GeneralPath outline = letters.outline(line, box.getCenterX() - letters.width(line, size) / 2, y, size);
            page.fill(outline);
            y += size * 1.2;
        }
    }

    private static Color line(DeskPage.@Nullable Step step) {
        return step == null
                ? FAINT
                : switch (step.state()) {
                    case "active" -> ACTIVE;
                    case "cancelled" -> OFF;
                    default -> DONE;
                };
    }

    private static Color paper(DeskPage.@Nullable Step step) {
        return step == null
                ? Color.WHITE
                : switch (step.state().toLowerCase(Locale.ROOT)) {
                    case "active" -> ACTIVE_PAPER;
                    case "cancelled" -> OFF_PAPER;
                    default -> DONE_PAPER;
                };
    }

    private static BasicStroke solid(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    private static BasicStroke dashed(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {4, 3}, 0);
    }
}
