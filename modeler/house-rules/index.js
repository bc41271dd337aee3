// The same folder is a plug-in of bpmnlint (rules, configs) and of Camunda Modeler (name, script).
const rules = [
  'activity-name', 'clocks-not-durations', 'deployed-together', 'element-id', 'event-name', 'gateway-question',
  'left-to-right', 'no-code', 'no-crossing', 'process', 'side-effect', 'small-scope', 'step-with-clock', 'user-task'
];

module.exports = {
  name: 'House rules of Amends',
  script: './client.js',
  rules: Object.fromEntries(rules.map(rule => [ rule, `./rules/${rule}` ])),
  configs: {
    house: {
      rules: Object.fromEntries(rules.map(rule => [ rule, 'error' ]))
    }
  }
};
