const { is } = require('../helper');

/** A choice asks one question, each way out is an answer, and one of them is the default. */
module.exports = function() {
  return {
    check(node, reporter) {
      if (!is(node, 'bpmn:ExclusiveGateway', 'bpmn:EventBasedGateway')) {
        return;
      }
      const ways = node.outgoing || [];
      if (ways.length < 2) {
        return;
      }
      if (!/\?$/.test((node.name || '').trim())) {
        reporter.report(node.id, 'A choice is a question: let its name end with "?"', [ 'name' ]);
      }
      if (is(node, 'bpmn:EventBasedGateway')) {
        return;
      }
      if (!node.default) {
        reporter.report(node.id, 'Mark one way out as the default, so that a case never gets stuck here', [ 'default' ]);
      }
      ways.filter(way => !way.name).forEach(way =>
        reporter.report(way.id, 'Write the answer on this way out', [ 'name' ]));
    }
  };
};
