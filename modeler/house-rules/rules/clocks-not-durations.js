const { is } = require('../helper');

// a heartbeat of the house is no deadline of a case
const HEARTBEAT = /^R\//;

/** A duration knows no working hours: whatever waits asks the calendar, or a fact that another step wrote. */
module.exports = function() {
  return {
    check(node, reporter) {
      if (!is(node, 'bpmn:TimerEventDefinition')) {
        return;
      }
      const times = [ node.timeDuration, node.timeDate, node.timeCycle ].filter(Boolean);
      const plain = times.filter(time => !/^[$#]\{/.test(time.body || '') && !(time === node.timeCycle && HEARTBEAT.test(time.body)));
      if (node.timeDuration || plain.length) {
        reporter.report(node.$parent.id, 'Ask the calendar: a date such as ${clocks.businessDays(3)}, never a duration such as P3D', [ 'eventDefinitions' ]);
      }
    }
  };
};
