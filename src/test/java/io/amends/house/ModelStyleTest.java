package io.amends.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Diagrams are read by people: labelled, small, drawn from left to right, nothing crossing. What may stand in them the guard tells (WiringTest). */
class ModelStyleTest {

    private static final int NODES_AT_MOST = 20;

    @TestFactory
    List<DynamicTest> every_diagram_follows_the_house_style() {
        return Models.diagrams().stream()
                .map(file -> DynamicTest.dynamicTest(
                        Models.baseName(file), () -> assertThat(findings(file)).isEmpty()))
                .toList();
    }

    private static List<String> findings(Path file) {
        BpmnModelInstance model = Models.bpmn(file);
        List<String> found = new ArrayList<>();
        Collection<FlowNode> nodes = model.getModelElementsByType(FlowNode.class);
        nodes.forEach(node -> check(node, found));
        nodes.stream()
                .filter(node -> !(node instanceof SubProcess))
                .collect(Collectors.groupingBy(FlowNode::getParentElement, Collectors.counting()))
                .forEach((scope, count) -> {
                    if (count > NODES_AT_MOST) {
                        found.add(count + " nodes in one scope");
                    }
                });
        drawing(model, found);
        return found;
    }

    private static void check(FlowNode node, List<String> found) {
        boolean merge = node instanceof Gateway && node.getOutgoing().size() < 2;
        if (!merge && (node.getName() == null || node.getName().isBlank())) {
            found.add("no label: " + node.getId());
        }
        String prefix = prefix(node);
        if (!node.getId().startsWith(prefix)) {
            found.add("id must begin with " + prefix + ": " + node.getId());
        }
        boolean begins = node instanceof StartEvent || node instanceof BoundaryEvent || node instanceof SubProcess;
        boolean ends = node instanceof EndEvent || node instanceof SubProcess;
        if ((!begins && node.getIncoming().isEmpty())
                || (!ends && node.getOutgoing().isEmpty())) {
            found.add("not connected: " + node.getId());
        }
        if (node instanceof ExclusiveGateway split && split.getOutgoing().size() > 1) {
            split.getOutgoing().stream()
                    .filter(flow -> flow.getName() == null)
                    .forEach(flow -> found.add("no answer on " + flow.getId()));
            if (split.getDefault() == null) {
                found.add("no default way: " + split.getId());
            }
        }
    }

    private static String prefix(FlowNode node) {
        if (node instanceof StartEvent) {
            return "StartEvent_";
        }
        if (node instanceof EndEvent) {
            return "EndEvent_";
        }
        if (node instanceof BoundaryEvent) {
            return "BoundaryEvent_";
        }
        if (node instanceof IntermediateCatchEvent) {
            return "IntermediateEvent_";
        }
        if (node instanceof Gateway) {
            return "Gateway_";
        }
        if (node instanceof SubProcess) {
            return "SubProcess_";
        }
        return node.getElementType().getTypeName().equals("callActivity") ? "CallActivity_" : "Task_";
    }

    // ------------------------------------------------------------ the drawing

    private static void drawing(BpmnModelInstance model, List<String> found) {
        Map<FlowNode, Rectangle2D> boxes = model.getModelElementsByType(BpmnShape.class).stream()
                .filter(shape -> shape.getBpmnElement() instanceof FlowNode)
                .collect(Collectors.toMap(shape -> (FlowNode) shape.getBpmnElement(), shape -> box(shape.getBounds())));
        List<BpmnEdge> edges = List.copyOf(model.getModelElementsByType(BpmnEdge.class));
        for (BpmnEdge edge : edges) {
            SequenceFlow flow = (SequenceFlow) edge.getBpmnElement();
            boxes.forEach((node, box) -> {
                if (passesThrough(edge, flow, node, box)) {
                    found.add("flow " + flow.getId() + " runs through " + node.getId());
                }
            });
        }
        for (int i = 0; i < edges.size(); i++) {
            for (int k = i + 1; k < edges.size(); k++) {
                if (cross(edges.get(i), edges.get(k))) {
                    found.add("flows cross: " + edges.get(i).getId() + " and "
                            + edges.get(k).getId());
                }
            }
        }
        straight(model, boxes, found);
    }

    /** The way that nothing disturbs, from the first start event along default flows, never runs back. */
    private static void straight(BpmnModelInstance model, Map<FlowNode, Rectangle2D> boxes, List<String> found) {
        model.getModelElementsByType(StartEvent.class).stream()
                .filter(start -> start.getParentElement() instanceof Process)
                .forEach(start -> {
                    FlowNode next = start.getOutgoing().iterator().next().getTarget();
                    if (boxes.get(next).getX() < boxes.get(start).getX()) {
                        found.add("runs to the left at once: " + start.getId());
                    }
                });
    }

    private static boolean passesThrough(BpmnEdge edge, SequenceFlow flow, FlowNode node, Rectangle2D box) {
        boolean ownEnd = node.equals(flow.getSource())
                || node.equals(flow.getTarget())
                || (flow.getSource() instanceof BoundaryEvent event && node.equals(event.getAttachedTo()));
        if (ownEnd || node instanceof SubProcess || node instanceof Event && node instanceof BoundaryEvent) {
            return false;
        }
        Rectangle2D inside =
                new Rectangle2D.Double(box.getX() + 2, box.getY() + 2, box.getWidth() - 4, box.getHeight() - 4);
        return segments(edge).stream().anyMatch(segment -> segment.intersects(inside));
    }

    private static boolean cross(BpmnEdge one, BpmnEdge other) {
        return segments(one).stream().anyMatch(a -> segments(other).stream().anyMatch(b -> properlyCross(a, b)));
    }

    private static boolean properlyCross(Line2D a, Line2D b) {
        return Line2D.relativeCCW(a.getX1(), a.getY1(), a.getX2(), a.getY2(), b.getX1(), b.getY1())
                                * Line2D.relativeCCW(a.getX1(), a.getY1(), a.getX2(), a.getY2(), b.getX2(), b.getY2())
                        < 0
                && Line2D.relativeCCW(b.getX1(), b.getY1(), b.getX2(), b.getY2(), a.getX1(), a.getY1())
                                * Line2D.relativeCCW(b.getX1(), b.getY1(), b.getX2(), b.getY2(), a.getX2(), a.getY2())
                        < 0
                && a.intersectsLine(b)
                && !touches(a, b);
    }

    private static boolean touches(Line2D a, Line2D b) {
        return b.ptSegDist(a.getP1()) < 1
                || b.ptSegDist(a.getP2()) < 1
                || a.ptSegDist(b.getP1()) < 1
                || a.ptSegDist(b.getP2()) < 1;
    }

    private static List<Line2D> segments(BpmnEdge edge) {
        List<Waypoint> points = List.copyOf(edge.getWaypoints());
        List<Line2D> segments = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            segments.add(new Line2D.Double(
                    points.get(i - 1).getX(),
                    points.get(i - 1).getY(),
                    points.get(i).getX(),
                    points.get(i).getY()));
        }
        return segments;
    }

    private static Rectangle2D box(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }
}
