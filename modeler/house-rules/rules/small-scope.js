const { is } = require('../helper');

const AT_MOST = 20;

/** What does not fit on a screen becomes a process of its own. */
module.exports = function() {
  return {
    check(node, reporter) {
      if (!is(node, 'bpmn:FlowElementsContainer')) {
        return;
      }
      const count = (node.flowElements || []).filter(one => is(one, 'bpmn:FlowNode') && !is(one, 'bpmn:SubProcess')).length;
      if (count > AT_MOST) {
        reporter.report(node.id, `${count} elements in one place, and ${AT_MOST} are the most: put a part into a process of its own`);
      }
    }
  };
};
