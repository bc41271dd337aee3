// A template of Camunda 7 cannot set a retry cycle; the plug-in of the Modeler does it, for the house's own templates.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';

import { BpmnModdle } from 'bpmn-moddle';

const require = createRequire(import.meta.url);
const CAMUNDA = require('camunda-bpmn-moddle/resources/camunda.json');
const { amendsTriedAgain: [ , TriedAgain ] } = require('../house-rules/tried-again.js');

const LETTER = { 'camunda:modelerTemplate': 'io.amends.send-a-letter', 'camunda:asyncBefore': true };

/** The step as it is after a template was applied to it. */
function applied(properties, cycle) {
  const moddle = new BpmnModdle({ camunda: CAMUNDA });
  const step = moddle.create('bpmn:SendTask', properties);
  const inputs = moddle.create('camunda:InputOutput', {});
  step.extensionElements = moddle.create('bpmn:ExtensionElements', {
    values: [ inputs, ...(cycle ? [ moddle.create('camunda:FailedJobRetryTimeCycle', { body: cycle }) ] : []) ]
  });
  let listener;
  new TriedAgain({ on: (event, heard) => { listener = heard; } }, moddle, {
    updateProperties: (element, changed) => Object.assign(element.businessObject, changed)
  });
  listener({ context: { element: { businessObject: step } } });
  return step.extensionElements.values.map(one => one.body || one.$type);
}

test('a letter gets the retry cycle of the house, beside what the template has set', () => {
  assert.deepEqual(applied(LETTER), [ 'PT1M,PT10M,PT1H,PT6H', 'camunda:InputOutput' ]);
});

test('a cycle that somebody wrote stays', () => {
  assert.deepEqual(applied(LETTER, 'PT5M'), [ 'camunda:InputOutput', 'PT5M' ]);
});

test('what is not asynchronous, or not of the house, stays as it is', () => {
  assert.deepEqual(applied({ ...LETTER, 'camunda:asyncBefore': false }), [ 'camunda:InputOutput' ]);
  assert.deepEqual(applied({ ...LETTER, 'camunda:modelerTemplate': 'com.example.mail' }), [ 'camunda:InputOutput' ]);
});
