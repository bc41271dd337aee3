const { is, isEventBox } = require('../helper');

// what a verb in the imperative does not end with
const NOUN = /(tion|sion|ment|ness|ity|ing|ance|ence|[isuo]val|[ou]sal)$/i;
const VERBS = /^(bring|ring|mention|question|position|auction|caution|audition|implement|document|experience|influence|advance|finance|balance|reference)$/i;

/** A task is called by a verb and what it is done to: "Approve the remedy". */
module.exports = function() {
  return {
    check(node, reporter) {
      if (!is(node, 'bpmn:Activity') || isEventBox(node) || !node.name) {
        return;
      }
      const name = node.name.trim();
      const first = name.split(/\s+/)[0];
      if (!/^\p{Lu}/u.test(name) || /[.?!:;]$/.test(name)) {
        reporter.report(node.id, 'A step begins with a capital letter and ends without a mark', [ 'name' ]);
      }
      if (NOUN.test(first) && !VERBS.test(first)) {
        reporter.report(node.id, `"${first}" is no verb: say what is done, such as "Approve the remedy"`, [ 'name' ]);
      }
    }
  };
};
