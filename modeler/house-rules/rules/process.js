const { is } = require('../helper');

/** One executable process in a file, with a time to live; its id is that of the file and its folder. */
module.exports = function() {
  return {
    check(node, reporter) {
      if (!is(node, 'bpmn:Definitions')) {
        return;
      }
      const processes = (node.rootElements || []).filter(root => is(root, 'bpmn:Process'));
      if (processes.length !== 1) {
        reporter.report(node.id, 'One process in each file', [ 'rootElements' ]);
      }
      processes.forEach(process => {
        if (!process.isExecutable) {
          reporter.report(process.id, 'Tick "Executable", or nothing will run', [ 'isExecutable' ]);
        }
        if (!process.get('camunda:historyTimeToLive')) {
          reporter.report(process.id, 'Write how long the record is kept into "History cleanup", such as P1825D', [ 'camunda:historyTimeToLive' ]);
        }
        if (!/^[a-z][a-z0-9-]*$/.test(process.id)) {
          reporter.report(process.id, 'The id of the process is the name of its file and folder, in small letters with hyphens', [ 'id' ]);
        }
        if (!process.documentation || !process.documentation.some(text => text.text)) {
          reporter.report(process.id, 'Say in "Documentation" what the process is for', [ 'documentation' ]);
        }
      });
    }
  };
};
