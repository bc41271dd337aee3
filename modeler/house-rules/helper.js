// No dependencies: Camunda Modeler loads this without npm.

function is(node, ...types) {
  return types.some(type => node.$instanceOf && node.$instanceOf(type));
}

/** All elements of a kind below an element, in whatever scope. */
function below(node, type) {
  return (node.flowElements || []).flatMap(child => [
    ...(is(child, type) ? [ child ] : []),
    ...below(child, type)
  ]);
}

function extensions(node, type) {
  return ((node.extensionElements && node.extensionElements.values) || []).filter(one => one.$type === type);
}

/** Value of an input parameter, or undefined. */
function input(node, name) {
  const found = extensions(node, 'camunda:InputOutput')
    .flatMap(io => io.inputParameters || [])
    .find(parameter => parameter.name === name);
  return found && (found.value || '');
}

/** The process or sub-process box around is none of its own, and neither are several starts. */
function isEventBox(node) {
  return is(node, 'bpmn:SubProcess') && node.triggeredByEvent;
}

/** Shapes or edges of the diagrams, by the id of their element. */
function drawings(definitions, type) {
  return new Map((definitions.diagrams || [])
    .flatMap(diagram => (diagram.plane && diagram.plane.planeElement) || [])
    .filter(drawn => is(drawn, type) && drawn.bpmnElement)
    .map(drawn => [ drawn.bpmnElement.id, drawn ]));
}

module.exports = { is, below, extensions, input, isEventBox, drawings };
