const { is, below, drawings } = require('../helper');

/** Who reads begins on the left: every start leads to the right. */
module.exports = function() {
  return {
    check(node, reporter) {
      if (!is(node, 'bpmn:Definitions')) {
        return;
      }
      const shapes = drawings(node, 'bpmndi:BPMNShape');
      const x = element => element && shapes.has(element.id) ? shapes.get(element.id).bounds.x : undefined;
      (node.rootElements || []).filter(root => is(root, 'bpmn:Process')).forEach(process =>
        below(process, 'bpmn:StartEvent').forEach(start =>
          (start.outgoing || []).filter(flow => x(flow.targetRef) < x(start)).forEach(() =>
            reporter.report(start.id, 'What follows lies left of the start: draw from left to right'))));
    }
  };
};
