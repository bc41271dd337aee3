const { is, drawings } = require('../helper');

const INSIDE = 2;

/** A flow goes round every shape and crosses no other. */
module.exports = function() {
  return {
    check(node, reporter) {
      if (!is(node, 'bpmn:Definitions')) {
        return;
      }
      const shapes = [ ...drawings(node, 'bpmndi:BPMNShape').values() ].filter(shape =>
        is(shape.bpmnElement, 'bpmn:FlowNode') && !is(shape.bpmnElement, 'bpmn:SubProcess', 'bpmn:BoundaryEvent'));
      const edges = [ ...drawings(node, 'bpmndi:BPMNEdge').values() ].filter(edge => is(edge.bpmnElement, 'bpmn:SequenceFlow'));
      edges.forEach((edge, i) => {
        const flow = edge.bpmnElement;
        const own = [ flow.sourceRef, flow.targetRef, flow.sourceRef && flow.sourceRef.attachedToRef ];
        shapes.filter(shape => !own.includes(shape.bpmnElement) && segments(edge).some(line => meets(line, shape.bounds)))
          .forEach(shape => reporter.report(flow.id, `This flow runs through "${shape.bpmnElement.name || shape.bpmnElement.id}"`));
        edges.slice(i + 1).filter(other => segments(edge).some(a => segments(other).some(b => cross(a, b))))
          .forEach(other => reporter.report(flow.id, `This flow crosses ${other.bpmnElement.id}`));
      });
    }
  };
};

function segments(edge) {
  const points = edge.waypoint || [];
  return points.slice(1).map((point, i) => [ points[i], point ]);
}

/** Whether a line enters the box, a little smaller than drawn. */
function meets([ a, b ], box) {
  const left = box.x + INSIDE, right = box.x + box.width - INSIDE;
  const top = box.y + INSIDE, bottom = box.y + box.height - INSIDE;
  let from = 0, to = 1;
  for (const [ p, q ] of [
    [ a.x - b.x, a.x - left ], [ b.x - a.x, right - a.x ],
    [ a.y - b.y, a.y - top ], [ b.y - a.y, bottom - a.y ]
  ]) {
    if (p === 0 && q < 0) {
      return false;
    }
    if (p < 0) {
      from = Math.max(from, q / p);
    } else if (p > 0) {
      to = Math.min(to, q / p);
    }
  }
  return from < to;
}

function side(a, b, point) {
  return Math.sign((b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x));
}

function cross([ a, b ], [ c, d ]) {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}
