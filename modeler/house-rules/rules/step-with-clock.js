const { is, input } = require('../helper');

/** A step with a clock is due when the clock is. */
module.exports = function() {
  return {
    check(node, reporter) {
      if (!is(node, 'bpmn:UserTask') || input(node, 'clock') === undefined) {
        return;
      }
      if (!input(node, 'clock').trim()) {
        reporter.report(node.id, 'Name the clock: a row of the table clock-rules', [ 'extensionElements' ]);
      }
      if (node.get('camunda:dueDate')) {
        reporter.report(node.id, 'Leave "Due date" empty: it comes from the clock', [ 'camunda:dueDate' ]);
      }
    }
  };
};
