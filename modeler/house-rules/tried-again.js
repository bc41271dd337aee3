// Element templates of Camunda 7 cannot say when a step is tried again: a step that is made asynchronous by a template of the house,
// and has no retry cycle yet, gets the one of the house.

const CYCLE = 'PT1M,PT10M,PT1H,PT6H';
const OURS = /^io\.amends\./;

function TriedAgain(eventBus, bpmnFactory, modeling) {
  eventBus.on('commandStack.propertiesPanel.camunda.changeTemplate.postExecuted', ({ context }) => {
    // the element that was made, where a template changes the kind of element
    const element = context.element;
    const step = element && element.businessObject;
    if (!step || !OURS.test(step.get('camunda:modelerTemplate') || '') || !step.get('camunda:asyncBefore')) {
      return;
    }
    const before = step.get('extensionElements');
    const values = (before && before.get('values')) || [];
    if (values.some(one => one.$type === 'camunda:FailedJobRetryTimeCycle')) {
      return;
    }
    const extensions = bpmnFactory.create('bpmn:ExtensionElements', {});
    const cycle = bpmnFactory.create('camunda:FailedJobRetryTimeCycle', { body: CYCLE });
    cycle.$parent = extensions;
    values.forEach(one => {
      one.$parent = extensions;
    });
    extensions.get('values').push(cycle, ...values);
    extensions.$parent = step;
    modeling.updateProperties(element, { extensionElements: extensions });
  });
}

TriedAgain.$inject = [ 'eventBus', 'bpmnFactory', 'modeling' ];

module.exports = { __init__: [ 'amendsTriedAgain' ], amendsTriedAgain: [ 'type', TriedAgain ] };
