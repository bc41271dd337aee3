const { is, extensions } = require('../helper');

const BOUND = [
  [ 'bpmn:BusinessRuleTask', 'camunda:decisionRef', 'camunda:decisionRefBinding' ],
  [ 'bpmn:CallActivity', 'calledElement', 'camunda:calledElementBinding' ],
  [ 'bpmn:StartEvent', 'camunda:formRef', 'camunda:formRefBinding' ]
];

/** A case ends with the tables and processes that it began with; what is called belongs to the same case. */
module.exports = function() {
  return {
    check(node, reporter) {
      BOUND.filter(([ type, what, binding ]) => is(node, type) && node.get(what) && node.get(binding) !== 'deployment')
        .forEach(([ , , binding ]) =>
          reporter.report(node.id, 'Choose "deployment" as binding, so that a case ends with what it began with', [ binding ]));
      if (is(node, 'bpmn:CallActivity') && !extensions(node, 'camunda:In').some(one => one.businessKey)) {
        reporter.report(node.id, 'Hand the business key on, which is the case number: #{execution.processBusinessKey}', [ 'extensionElements' ]);
      }
    }
  };
};
