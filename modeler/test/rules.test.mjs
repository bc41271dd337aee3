// Each rule of the house with a diagram that it lets pass and one that it does not.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

import { BpmnModdle } from 'bpmn-moddle';

const require = createRequire(import.meta.url);
const { Linter } = require('bpmnlint');
const CAMUNDA = require('camunda-bpmn-moddle/resources/camunda.json');
const { rules, configs } = require('../house-rules/index.js');

const CYCLE = '<extensionElements><camunda:failedJobRetryTimeCycle>PT1M,PT10M,PT1H,PT6H</camunda:failedJobRetryTimeCycle></extensionElements>';
const KEY = '<camunda:in businessKey="#{execution.processBusinessKey}" />';

/** Elements of a process, or a whole file when it begins with a process of its own. */
function diagram(elements, drawn = '') {
  const process = elements.includes('<process') ? elements : `<process id="complaint" isExecutable="true" camunda:historyTimeToLive="P1825D">
    <documentation>From intake to closing.</documentation>${elements}</process>`;
  return `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
    xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="Definitions_1" targetNamespace="test">
    ${process}
    <bpmndi:BPMNDiagram id="Diagram_1"><bpmndi:BPMNPlane id="Plane_1" bpmnElement="complaint">${drawn}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
  </definitions>`;
}

async function findings(rule, xml) {
  const { rootElement, warnings } = await new BpmnModdle({ camunda: CAMUNDA }).fromXML(xml);
  assert.deepEqual(warnings.map(warning => warning.message), []);
  const results = await new Linter({
    config: { rules: { [`amends/${rule}`]: 'error' } },
    resolver: { resolveRule: (pkg, name) => require(`../house-rules/${rules[name]}.js`) }
  }).lint(rootElement);
  return Object.values(results).flat().map(({ id, message }) => `${id}: ${message}`);
}

function shape(id, x, y, width = 100, height = 80) {
  return `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}" /></bpmndi:BPMNShape>`;
}

function edge(id, ...points) {
  return `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}">${points.map(([ x, y ]) => `<di:waypoint x="${x}" y="${y}" />`).join('')}</bpmndi:BPMNEdge>`;
}

const choice = (name, rest = '') => `
  <exclusiveGateway id="Gateway_Agreed" name="${name}" ${rest}><outgoing>Flow_1</outgoing><outgoing>Flow_2</outgoing></exclusiveGateway>
  <task id="Task_A"><incoming>Flow_1</incoming></task><task id="Task_B"><incoming>Flow_2</incoming></task>`;

const threeTasks = `
  <task id="Task_A" name="Find the cause"><outgoing>Flow_1</outgoing></task><task id="Task_B" name="Note the cause" /><task id="Task_C" name="Tell the customer"><incoming>Flow_1</incoming></task>
  <sequenceFlow id="Flow_1" sourceRef="Task_A" targetRef="Task_C" />`;
const inARow = shape('Task_A', 0, 0) + shape('Task_B', 200, 0) + shape('Task_C', 400, 0);

const ways = `<sequenceFlow id="Flow_1" name="yes" sourceRef="Gateway_Agreed" targetRef="Task_A" /><sequenceFlow id="Flow_2" name="no" sourceRef="Gateway_Agreed" targetRef="Task_B" />`;
const started = `<startEvent id="StartEvent_A"><outgoing>Flow_1</outgoing></startEvent><task id="Task_A"><incoming>Flow_1</incoming></task><sequenceFlow id="Flow_1" sourceRef="StartEvent_A" targetRef="Task_A" />`;

const CASES = {
  'activity-name': {
    good: [ diagram('<userTask id="Task_A" name="Approve the remedy" />'), diagram('<userTask id="Task_A" name="Speak" />'), diagram('<userTask id="Task_A" name="Bring it back" />') ],
    bad: {
      'Task_A: "Approval" is no verb: say what is done, such as "Approve the remedy"': diagram('<userTask id="Task_A" name="Approval of the remedy" />'),
      'Task_A: A step begins with a capital letter and ends without a mark': diagram('<userTask id="Task_A" name="approve the remedy." />')
    }
  },
  'clocks-not-durations': {
    good: [
      diagram('<intermediateCatchEvent id="IntermediateEvent_A"><timerEventDefinition id="T"><timeDate xsi:type="tFormalExpression">${clocks.businessDays(3)}</timeDate></timerEventDefinition></intermediateCatchEvent>'),
      diagram('<startEvent id="StartEvent_A"><timerEventDefinition id="T"><timeCycle xsi:type="tFormalExpression">R/PT1H</timeCycle></timerEventDefinition></startEvent>')
    ],
    bad: {
      'IntermediateEvent_A: Ask the calendar: a date such as ${clocks.businessDays(3)}, never a duration such as P3D':
        diagram('<intermediateCatchEvent id="IntermediateEvent_A"><timerEventDefinition id="T"><timeDuration xsi:type="tFormalExpression">P3D</timeDuration></timerEventDefinition></intermediateCatchEvent>')
    }
  },
  'deployed-together': {
    good: [ diagram(`<callActivity id="CallActivity_A" calledElement="promise" camunda:calledElementBinding="deployment"><extensionElements>${KEY}</extensionElements></callActivity>`) ],
    bad: {
      'CallActivity_A: Choose "deployment" as binding, so that a case ends with what it began with':
        diagram(`<callActivity id="CallActivity_A" calledElement="promise"><extensionElements>${KEY}</extensionElements></callActivity>`),
      'CallActivity_A: Hand the business key on, which is the case number: #{execution.processBusinessKey}':
        diagram('<callActivity id="CallActivity_A" calledElement="promise" camunda:calledElementBinding="deployment" />'),
      'Task_A: Choose "deployment" as binding, so that a case ends with what it began with':
        diagram('<businessRuleTask id="Task_A" camunda:decisionRef="learning-review" camunda:decisionRefBinding="latest" />')
    }
  },
  'element-id': {
    good: [ diagram('<task id="Task_FindCause" name="Find the cause" />') ],
    bad: {
      'Activity_FindCause: The id begins with "Task_", then the words of the name': diagram('<task id="Activity_FindCause" name="Find the cause" />'),
      'Task_0x1f9ab: Give it an id in words, such as "Task_FindTheCause"': diagram('<task id="Task_0x1f9ab" name="Find the cause" />')
    }
  },
  'event-name': {
    good: [ diagram('<endEvent id="EndEvent_A" name="Complaint received" />') ],
    bad: {
      'EndEvent_A: An event says what has happened, such as "Letter sent", not what is to be done': diagram('<endEvent id="EndEvent_A" name="Send the letter" />'),
      'EndEvent_A: An event says what has happened, without a mark at the end': diagram('<endEvent id="EndEvent_A" name="Complaint received?" />')
    }
  },
  'gateway-question': {
    good: [ diagram(choice('Agreed?', 'default="Flow_2"') + ways) ],
    bad: {
      'Gateway_Agreed: A choice is a question: let its name end with "?"': diagram(choice('Agreement', 'default="Flow_2"') + ways),
      'Gateway_Agreed: Mark one way out as the default, so that a case never gets stuck here': diagram(choice('Agreed?') + ways),
      'Flow_2: Write the answer on this way out': diagram(choice('Agreed?', 'default="Flow_2"') + ways.replace(' name="no"', ''))
    }
  },
  'left-to-right': {
    good: [ diagram(started, shape('StartEvent_A', 0, 0, 36, 36) + shape('Task_A', 100, 0)) ],
    bad: {
      'StartEvent_A: What follows lies left of the start: draw from left to right': diagram(started, shape('StartEvent_A', 300, 0, 36, 36) + shape('Task_A', 100, 0))
    }
  },
  'no-code': {
    good: [
      diagram('<serviceTask id="Task_A" camunda:delegateExpression="${sealCaseDelegate}" />'),
      diagram('<userTask id="Task_A"><extensionElements><camunda:taskListener delegateExpression="${promiseListener}" event="complete" /></extensionElements></userTask>')
    ],
    bad: {
      'Task_A: No scripts in a diagram: ask a developer for a service': diagram('<scriptTask id="Task_A" scriptFormat="groovy"><script>x</script></scriptTask>'),
      'Task_A: camunda:class is code in a diagram: choose a delegate of the house': diagram('<serviceTask id="Task_A" camunda:class="java.lang.Runtime" />'),
      'Task_A: camunda:expression is code in a diagram: choose a delegate of the house': diagram('<serviceTask id="Task_A" camunda:expression="${bean.call()}" />'),
      'Task_A: "${bean.delegate()}" is no delegate of the house, such as ${sealCaseDelegate}': diagram('<serviceTask id="Task_A" camunda:delegateExpression="${bean.delegate()}" />'),
      'Task_A: No connectors in a diagram': diagram('<serviceTask id="Task_A"><extensionElements><camunda:connector><camunda:connectorId>http</camunda:connectorId></camunda:connector></extensionElements></serviceTask>'),
      'Task_A: A listener may only be one of the house, such as ${promiseListener}': diagram('<userTask id="Task_A"><extensionElements><camunda:executionListener class="a.B" event="start" /></extensionElements></userTask>'),
      'Task_A: No scripts in a diagram: "x" is a value or a variable': diagram('<userTask id="Task_A"><extensionElements><camunda:inputOutput><camunda:inputParameter name="x"><camunda:script scriptFormat="groovy">1</camunda:script></camunda:inputParameter></camunda:inputOutput></extensionElements></userTask>'),
      'Flow_1: No scripts in a diagram: compare one fact, such as ${approved}':
        diagram('<task id="Task_A" /><task id="Task_B" /><sequenceFlow id="Flow_1" sourceRef="Task_A" targetRef="Task_B"><conditionExpression xsi:type="tFormalExpression" language="groovy">true</conditionExpression></sequenceFlow>')
    }
  },
  'no-crossing': {
    good: [ diagram(threeTasks, inARow + edge('Flow_1', [ 50, 80 ], [ 50, 150 ], [ 450, 150 ], [ 450, 80 ])) ],
    bad: {
      'Flow_1: This flow runs through "Note the cause"': diagram(threeTasks, inARow + edge('Flow_1', [ 100, 40 ], [ 400, 40 ])),
      'Flow_1: This flow crosses Flow_2':
        diagram(threeTasks + '<sequenceFlow id="Flow_2" sourceRef="Task_B" targetRef="Task_A" />',
          inARow + edge('Flow_1', [ 50, 80 ], [ 50, 150 ], [ 450, 150 ], [ 450, 80 ]) + edge('Flow_2', [ 250, 80 ], [ 250, 200 ], [ 20, 200 ], [ 20, 80 ]))
    }
  },
  'process': {
    good: [ diagram('') ],
    bad: {
      'complaint: Write how long the record is kept into "History cleanup", such as P1825D': diagram('<process id="complaint" isExecutable="true"><documentation>x</documentation></process>'),
      'complaint: Tick "Executable", or nothing will run': diagram('<process id="complaint" camunda:historyTimeToLive="P1D"><documentation>x</documentation></process>'),
      'complaint: Say in "Documentation" what the process is for': diagram('<process id="complaint" isExecutable="true" camunda:historyTimeToLive="P1D"></process>'),
      'Process_1: The id of the process is the name of its file and folder, in small letters with hyphens':
        diagram('<process id="Process_1" isExecutable="true" camunda:historyTimeToLive="P1D"><documentation>x</documentation></process>').replace('bpmnElement="complaint"', 'bpmnElement="Process_1"'),
      'Definitions_1: One process in each file': diagram('<process id="complaint" isExecutable="true" camunda:historyTimeToLive="P1D"><documentation>x</documentation></process><process id="other" isExecutable="true" camunda:historyTimeToLive="P1D"><documentation>x</documentation></process>')
    }
  },
  'side-effect': {
    good: [ diagram(`<sendTask id="Task_A" camunda:delegateExpression="\${sendLetterDelegate}" camunda:asyncBefore="true">${CYCLE}</sendTask>`) ],
    bad: {
      'Task_A: A letter leaves by ${sendLetterDelegate}: use the template "Send a letter"': diagram(`<sendTask id="Task_A" camunda:asyncBefore="true">${CYCLE}</sendTask>`),
      'Task_A: Tick "Asynchronous continuations: before", so that nothing is sent twice': diagram(`<sendTask id="Task_A" camunda:delegateExpression="\${sendLetterDelegate}">${CYCLE}</sendTask>`),
      'Task_A: Write when it is tried again into "Job execution: retry time cycle", such as PT1M,PT10M,PT1H,PT6H': diagram('<serviceTask id="Task_A" camunda:asyncBefore="true" />')
    }
  },
  'small-scope': {
    good: [ diagram(tasks(20)), diagram(`${tasks(19)}<subProcess id="SubProcess_A" />`) ],
    bad: { 'complaint: 21 elements in one place, and 20 are the most: put a part into a process of its own': diagram(tasks(21)) }
  },
  'step-with-clock': {
    good: [ diagram(`<userTask id="Task_A">${clock('review')}</userTask>`) ],
    bad: {
      'Task_A: Leave "Due date" empty: it comes from the clock': diagram(`<userTask id="Task_A" camunda:dueDate="\${clocks.days(1)}">${clock('review')}</userTask>`),
      'Task_A: Name the clock: a row of the table clock-rules': diagram(`<userTask id="Task_A">${clock('')}</userTask>`)
    }
  },
  'user-task': {
    good: [ diagram('<userTask id="Task_A" camunda:formRef="approve-remedy" camunda:formRefBinding="deployment" camunda:candidateGroups="team-leads" />') ],
    bad: {
      'Task_A: Nobody sees this task: write a group into "Candidate groups"': diagram('<userTask id="Task_A" camunda:formRef="approve-remedy" camunda:formRefBinding="deployment" />'),
      'Task_A: Who gets this task sees no form: choose "Camunda Forms" and write its id': diagram('<userTask id="Task_A" camunda:candidateGroups="team-leads" />'),
      'Task_A: Bind the form to the deployment, so that a running case keeps its form': diagram('<userTask id="Task_A" camunda:formRef="approve-remedy" camunda:candidateGroups="team-leads" />')
    }
  }
};

function tasks(count) {
  return Array.from({ length: count }, (_, i) => `<task id="Task_${i}" />`).join('');
}

function clock(name) {
  return `<extensionElements><camunda:inputOutput><camunda:inputParameter name="clock">${name}</camunda:inputParameter></camunda:inputOutput></extensionElements>`;
}

test('every rule has its diagrams, and every rule is switched on', () => {
  assert.deepEqual(Object.keys(CASES).sort(), Object.keys(rules).sort());
  assert.deepEqual(Object.keys(configs.house.rules).sort(), Object.keys(rules).sort());
});

for (const [ rule, { good, bad } ] of Object.entries(CASES)) {
  good.forEach((xml, i) => test(`${rule} lets pass what is right (${i + 1})`, async () => {
    assert.deepEqual(await findings(rule, xml), []);
  }));
  for (const [ finding, xml ] of Object.entries(bad)) {
    test(`${rule} finds: ${finding}`, async () => {
      assert.deepEqual(await findings(rule, xml), [ finding ]);
    });
  }
}

test('the Modeler gets the same rules, by a script without imports', async () => {
  const window = {};
  new Function('window', readFileSync(new URL('../house-rules/client.js', import.meta.url), 'utf8'))(window);
  const [ { plugin, type } ] = window.plugins;
  assert.equal(type, 'lintRules.bpmn');
  const { rootElement } = await new BpmnModdle({ camunda: CAMUNDA }).fromXML(diagram('<userTask id="Task_A" name="Approval" />'));
  const results = await new Linter(plugin).lint(rootElement);
  assert.deepEqual(Object.keys(results).filter(rule => results[rule].length).sort(), [ 'amends/activity-name', 'amends/user-task' ]);
  assert.equal(Object.keys(plugin.config.rules).length, Object.keys(rules).length);
});
