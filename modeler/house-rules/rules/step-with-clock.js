const { is, below, input } = require('../helper');

/** A clock gives the due date, and its process has to hear when it warns and when it is late. */
module.exports = function() {
  return {
    check(node, reporter) {
      if (!is(node, 'bpmn:Process')) {
        return;
      }
      below(node, 'bpmn:UserTask').filter(task => input(task, 'clock') !== undefined).forEach(task => {
        if (!input(task, 'clock').trim()) {
          reporter.report(task.id, 'Name the clock: a row of the table clock-rules', [ 'extensionElements' ]);
        }
        if (task.get('camunda:dueDate')) {
          reporter.report(task.id, 'Leave "Due date" empty: it comes from the clock', [ 'camunda:dueDate' ]);
        }
      });
    }
  };
};
