const { is, extensions } = require('../helper');

/** What acts on the outside is tried again by the engine: asynchronous before it, with a retry cycle that the diagram shows. */
module.exports = function() {
  return {
    check(node, reporter) {
      if (!is(node, 'bpmn:Activity')) {
        return;
      }
      const before = node.get('camunda:asyncBefore');
      if (is(node, 'bpmn:SendTask')) {
        if (node.get('camunda:delegateExpression') !== '${sendLetterDelegate}') {
          reporter.report(node.id, 'A letter leaves by ${sendLetterDelegate}: use the template "Send a letter"', [ 'camunda:delegateExpression' ]);
        }
        if (!before) {
          reporter.report(node.id, 'Tick "Asynchronous continuations: before", so that nothing is sent twice', [ 'camunda:asyncBefore' ]);
        }
      }
      if ((before || is(node, 'bpmn:SendTask')) && !extensions(node, 'camunda:FailedJobRetryTimeCycle').some(cycle => cycle.body)) {
        reporter.report(node.id, 'Write when it is tried again into "Job execution: retry time cycle", such as PT1M,PT10M,PT1H,PT6H', [ 'extensionElements' ]);
      }
    }
  };
};
