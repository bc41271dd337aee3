const { is } = require('../helper');

const PREFIXES = [
  [ 'bpmn:StartEvent', 'StartEvent_' ],
  [ 'bpmn:EndEvent', 'EndEvent_' ],
  [ 'bpmn:BoundaryEvent', 'BoundaryEvent_' ],
  [ 'bpmn:IntermediateCatchEvent', 'IntermediateEvent_' ],
  [ 'bpmn:Gateway', 'Gateway_' ],
  [ 'bpmn:SubProcess', 'SubProcess_' ],
  [ 'bpmn:CallActivity', 'CallActivity_' ],
  [ 'bpmn:Task', 'Task_' ]
];

/** Records, figures and moved cases name steps by their ids, so they are words and not what the Modeler made up. */
module.exports = function() {
  return {
    check(node, reporter) {
      const found = PREFIXES.find(([ type ]) => is(node, type));
      if (!found) {
        return;
      }
      const prefix = found[1];
      if (!node.id.startsWith(prefix)) {
        reporter.report(node.id, `The id begins with "${prefix}", then the words of the name`, [ 'id' ]);
      } else if (/^[0-9a-z]{7}$/.test(node.id.slice(prefix.length))) {
        reporter.report(node.id, `Give it an id in words, such as "${prefix}${words(node)}"`, [ 'id' ]);
      }
    }
  };
};

function words(node) {
  const words = (node.name || 'What it is').replace(/[^\p{L}\p{N} ]/gu, '').split(/\s+/);
  return words.map(word => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
