const { is } = require('../helper');

const COMMAND = /^(ask|check|inform|notify|send|start|stop|tell|wait|write)\b/i;

/** An event is called by what has happened: "Complaint received". */
module.exports = function() {
  return {
    check(node, reporter) {
      if (!is(node, 'bpmn:Event') || !node.name) {
        return;
      }
      const name = node.name.trim();
      if (/[.?!:;]$/.test(name)) {
        reporter.report(node.id, 'An event says what has happened, without a mark at the end', [ 'name' ]);
      }
      if (COMMAND.test(name)) {
        reporter.report(node.id, 'An event says what has happened, such as "Letter sent", not what is to be done', [ 'name' ]);
      }
    }
  };
};
