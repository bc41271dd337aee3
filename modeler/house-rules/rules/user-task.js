const { is } = require('../helper');

/** A task for people opens with a form of its deployment and lies with a group. */
module.exports = function() {
  return {
    check(node, reporter) {
      if (!is(node, 'bpmn:UserTask')) {
        return;
      }
      if (!node.get('camunda:formRef')) {
        reporter.report(node.id, 'Who gets this task sees no form: choose "Camunda Forms" and write its id', [ 'camunda:formRef' ]);
      } else if (node.get('camunda:formRefBinding') !== 'deployment') {
        reporter.report(node.id, 'Bind the form to the deployment, so that a running case keeps its form', [ 'camunda:formRefBinding' ]);
      }
      if (!node.get('camunda:candidateGroups')) {
        reporter.report(node.id, 'Nobody sees this task: write a group into "Candidate groups"', [ 'camunda:candidateGroups' ]);
      }
    }
  };
};
