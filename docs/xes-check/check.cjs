// Opens an event log with PM4JS, a process-mining library that is not ours, and says what it sees in it.
// NODE_PATH=node_modules node check.cjs cases.xes [cases.csv]
'use strict';

const fs = require('fs');
require('pm4js'); // its classes become global

const [file, csv] = process.argv.slice(2);
if (!file) {
  console.error('Which file? node check.cjs cases.xes [cases.csv]');
  process.exit(2);
}
let wrong = 0;
const check = (says, holds) => {
  if (!holds) wrong += 1;
  console.log(`${holds ? 'ok ' : 'NOT'} ${says}`);
};
const value = (thing, key) => thing.attributes[key] && thing.attributes[key].value;

const log = XesImporter.apply(fs.readFileSync(file, 'utf8'));
const events = log.traces.flatMap(trace => trace.events);
console.log(`${log.traces.length} traces, ${events.length} events; extensions ${Object.keys(log.extensions).join(', ')};`
  + ` classifiers ${Object.keys(log.classifiers).join(', ')}`);

check('each trace has a name of its own', new Set(log.traces.map(trace => value(trace, 'concept:name'))).size === log.traces.length);
check('each event has name, instance, transition, resource and time', events.every(event =>
  ['concept:name', 'concept:instance', 'lifecycle:transition', 'org:resource'].every(key => value(event, key))
  && !Number.isNaN(new Date(value(event, 'time:timestamp')).getTime())));
check('events of a trace are in order of time', log.traces.every(trace => trace.events.every((event, at) =>
  at === 0 || new Date(value(trace.events[at - 1], 'time:timestamp')) <= new Date(value(event, 'time:timestamp')))));
check('what completes was started, once', log.traces.every(trace => {
  const started = new Set();
  return trace.events.every(event => {
    const instance = value(event, 'concept:instance');
    if (value(event, 'lifecycle:transition') === 'start') {
      if (started.has(instance)) return false;
      started.add(instance);
    }
    return started.has(instance);
  });
}));
if (csv) {
  const cases = fs.readFileSync(csv, 'utf8').split('\r\n').slice(1).filter(line => line).map(line => line.split(',')[0]);
  check(`the same ${cases.length} cases, in the same order, as in the CSV file`,
    JSON.stringify(cases) === JSON.stringify(log.traces.map(trace => value(trace, 'concept:name'))));
}

const steps = GeneralLogStatistics.getAttributeValues(log, 'concept:name');
console.log('most frequent steps:', Object.entries(steps).sort((one, other) => other[1] - one[1]).slice(0, 5)
  .map(([step, times]) => `${step} (${times})`).join(', '));
console.log('resources:', Object.keys(GeneralLogStatistics.getAttributeValues(log, 'org:resource')).join(', '));
console.log('variants:', Object.keys(GeneralLogStatistics.getVariants(log, 'concept:name')).length);
const dfg = FrequencyDfgDiscovery.apply(log, 'concept:name');
console.log('directly follows:', Object.keys(dfg.pathsFrequency).length, 'pairs of steps');
check('a model can be discovered', InductiveMiner.applyDfg(dfg).toString().length > 0);
process.exit(wrong ? 1 : 0);
