const { is, extensions } = require('../helper');

// camunda:resource and camunda:expression run something just as camunda:class does
const ATTRIBUTES = [ 'camunda:class', 'camunda:expression', 'camunda:resource', 'camunda:taskListener' ];
const HOUSE_LISTENERS = /^\$\{\w+Listener\}$/;

/** A diagram says what is done; how it is done stands in the application. */
module.exports = function() {
  return {
    check(node, reporter) {
      if (is(node, 'bpmn:ScriptTask')) {
        reporter.report(node.id, 'No scripts in a diagram: ask a developer for a service', []);
      }
      if (is(node, 'bpmn:FormalExpression') && node.language) {
        const owner = node.$parent;
        reporter.report(owner.id, 'No scripts in a diagram: compare one fact, such as ${approved}', [ 'conditionExpression' ]);
      }
      if (!is(node, 'bpmn:FlowElement', 'bpmn:Process', 'bpmn:EventDefinition')) {
        return;
      }
      ATTRIBUTES.filter(name => node.get(name)).forEach(name =>
        reporter.report(node.id, `${name} is code in a diagram: choose a delegate of the house`, [ name ]));
      const delegate = node.get('camunda:delegateExpression');
      if (delegate && !/^\$\{\w+Delegate\}$/.test(delegate)) {
        reporter.report(node.id, `"${delegate}" is no delegate of the house, such as \${sealCaseDelegate}`, [ 'camunda:delegateExpression' ]);
      }
      if (extensions(node, 'camunda:Connector').length) {
        reporter.report(node.id, 'No connectors in a diagram', [ 'extensionElements' ]);
      }
      [ ...extensions(node, 'camunda:ExecutionListener'), ...extensions(node, 'camunda:TaskListener') ]
        .filter(listener => listener.class || listener.expression || listener.script || !HOUSE_LISTENERS.test(listener.delegateExpression))
        .forEach(() => reporter.report(node.id, 'A listener may only be one of the house, such as ${promiseListener}', [ 'extensionElements' ]));
      extensions(node, 'camunda:InputOutput')
        .flatMap(io => [ ...(io.inputParameters || []), ...(io.outputParameters || []) ])
        .filter(parameter => parameter.definition && parameter.definition.$type === 'camunda:Script')
        .forEach(parameter => reporter.report(node.id, `No scripts in a diagram: "${parameter.name}" is a value or a variable`, [ 'extensionElements' ]));
    }
  };
};
