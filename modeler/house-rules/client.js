// Written by "npm run plugin" from rules/: change those.
(function() {
var modules = {
  './helper': function(module, require) {
    // No dependencies: Camunda Modeler loads this without npm.

    function is(node, ...types) {
      return types.some(type => node.$instanceOf && node.$instanceOf(type));
    }

    /** All elements of a kind below an element, in whatever scope. */
    function below(node, type) {
      return (node.flowElements || []).flatMap(child => [
        ...(is(child, type) ? [ child ] : []),
        ...below(child, type)
      ]);
    }

    function extensions(node, type) {
      return ((node.extensionElements && node.extensionElements.values) || []).filter(one => one.$type === type);
    }

    /** Value of an input parameter, or undefined. */
    function input(node, name) {
      const found = extensions(node, 'camunda:InputOutput')
        .flatMap(io => io.inputParameters || [])
        .find(parameter => parameter.name === name);
      return found && (found.value || '');
    }

    /** The process or sub-process box around is none of its own, and neither are several starts. */
    function isEventBox(node) {
      return is(node, 'bpmn:SubProcess') && node.triggeredByEvent;
    }

    /** Shapes or edges of the diagrams, by the id of their element. */
    function drawings(definitions, type) {
      return new Map((definitions.diagrams || [])
        .flatMap(diagram => (diagram.plane && diagram.plane.planeElement) || [])
        .filter(drawn => is(drawn, type) && drawn.bpmnElement)
        .map(drawn => [ drawn.bpmnElement.id, drawn ]));
    }

    module.exports = { is, below, extensions, input, isEventBox, drawings };
  },
  './tried-again': function(module, require) {
    // Element templates of Camunda 7 cannot say when a step is tried again: a step that is made asynchronous by a template of the house,
    // and has no retry cycle yet, gets the one of the house.

    const CYCLE = 'PT1M,PT10M,PT1H,PT6H';
    const OURS = /^io\.amends\./;

    function TriedAgain(eventBus, bpmnFactory, modeling) {
      eventBus.on('commandStack.propertiesPanel.camunda.changeTemplate.postExecuted', ({ context }) => {
        // the element that was made, where a template changes the kind of element
        const element = context.element;
        const step = element && element.businessObject;
        if (!step || !OURS.test(step.get('camunda:modelerTemplate') || '') || !step.get('camunda:asyncBefore')) {
          return;
        }
        const before = step.get('extensionElements');
        const values = (before && before.get('values')) || [];
        if (values.some(one => one.$type === 'camunda:FailedJobRetryTimeCycle')) {
          return;
        }
        const extensions = bpmnFactory.create('bpmn:ExtensionElements', {});
        const cycle = bpmnFactory.create('camunda:FailedJobRetryTimeCycle', { body: CYCLE });
        cycle.$parent = extensions;
        values.forEach(one => {
          one.$parent = extensions;
        });
        extensions.get('values').push(cycle, ...values);
        extensions.$parent = step;
        modeling.updateProperties(element, { extensionElements: extensions });
      });
    }

    TriedAgain.$inject = [ 'eventBus', 'bpmnFactory', 'modeling' ];

    module.exports = { __init__: [ 'amendsTriedAgain' ], amendsTriedAgain: [ 'type', TriedAgain ] };
  },
  './rules/activity-name': function(module, require) {
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
  },
  './rules/clocks-not-durations': function(module, require) {
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
  },
  './rules/deployed-together': function(module, require) {
    const { is, extensions } = require('../helper');

    const BOUND = [
      [ 'bpmn:BusinessRuleTask', 'camunda:decisionRef', 'camunda:decisionRefBinding' ],
      [ 'bpmn:CallActivity', 'calledElement', 'camunda:calledElementBinding' ],
      [ 'bpmn:StartEvent', 'camunda:formRef', 'camunda:formRefBinding' ]
    ];

    /** A case ends with the tables and processes that it began with; what is called belongs to the same case. */
    module.exports = function() {
      return {
        check(node, reporter) {
          BOUND.filter(([ type, what, binding ]) => is(node, type) && node.get(what) && node.get(binding) !== 'deployment')
            .forEach(([ , , binding ]) =>
              reporter.report(node.id, 'Choose "deployment" as binding, so that a case ends with what it began with', [ binding ]));
          if (is(node, 'bpmn:CallActivity') && !extensions(node, 'camunda:In').some(one => one.businessKey)) {
            reporter.report(node.id, 'Hand the business key on, which is the case number: #{execution.processBusinessKey}', [ 'extensionElements' ]);
          }
        }
      };
    };
  },
  './rules/element-id': function(module, require) {
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
  },
  './rules/event-name': function(module, require) {
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
  },
  './rules/gateway-question': function(module, require) {
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
  },
  './rules/left-to-right': function(module, require) {
    const { is, below, drawings } = require('../helper');

    /** Who reads begins on the left: every start leads to the right. */
    module.exports = function() {
      return {
        check(node, reporter) {
          if (!is(node, 'bpmn:Definitions')) {
            return;
          }
          const shapes = drawings(node, 'bpmndi:BPMNShape');
          const x = element => element && shapes.has(element.id) ? shapes.get(element.id).bounds.x : undefined;
          (node.rootElements || []).filter(root => is(root, 'bpmn:Process')).forEach(process =>
            below(process, 'bpmn:StartEvent').forEach(start =>
              (start.outgoing || []).filter(flow => x(flow.targetRef) < x(start)).forEach(() =>
                reporter.report(start.id, 'What follows lies left of the start: draw from left to right'))));
        }
      };
    };
  },
  './rules/no-code': function(module, require) {
    const { is, extensions } = require('../helper');

    // camunda:resource and camunda:expression run something just as camunda:class does
    const ATTRIBUTES = [ 'camunda:class', 'camunda:expression', 'camunda:resource', 'camunda:taskListener' ];
    const HOUSE_LISTENERS = /^\$\{\w+Listener\}$/;

    /** A diagram says what is done; how it is done stands in the application. */
    module.exports = function() {
      return {
        check(node, reporter) {
          if (is(node, 'bpmn:ScriptTask')) {
            reporter.report(node.id, 'No scripts in a diagram: ask a developer for a service', []);
          }
          if (is(node, 'bpmn:FormalExpression') && node.language) {
            const owner = node.$parent;
            reporter.report(owner.id, 'No scripts in a diagram: compare one fact, such as ${approved}', [ 'conditionExpression' ]);
          }
          if (!is(node, 'bpmn:FlowElement', 'bpmn:Process', 'bpmn:EventDefinition')) {
            return;
          }
          ATTRIBUTES.filter(name => node.get(name)).forEach(name =>
            reporter.report(node.id, `${name} is code in a diagram: choose a delegate of the house`, [ name ]));
          const delegate = node.get('camunda:delegateExpression');
          if (delegate && !/^\$\{\w+Delegate\}$/.test(delegate)) {
            reporter.report(node.id, `"${delegate}" is no delegate of the house, such as \${sealCaseDelegate}`, [ 'camunda:delegateExpression' ]);
          }
          if (extensions(node, 'camunda:Connector').length) {
            reporter.report(node.id, 'No connectors in a diagram', [ 'extensionElements' ]);
          }
          [ ...extensions(node, 'camunda:ExecutionListener'), ...extensions(node, 'camunda:TaskListener') ]
            .filter(listener => listener.class || listener.expression || listener.script || !HOUSE_LISTENERS.test(listener.delegateExpression))
            .forEach(() => reporter.report(node.id, 'A listener may only be one of the house, such as ${promiseListener}', [ 'extensionElements' ]));
          extensions(node, 'camunda:InputOutput')
            .flatMap(io => [ ...(io.inputParameters || []), ...(io.outputParameters || []) ])
            .filter(parameter => parameter.definition && parameter.definition.$type === 'camunda:Script')
            .forEach(parameter => reporter.report(node.id, `No scripts in a diagram: "${parameter.name}" is a value or a variable`, [ 'extensionElements' ]));
        }
      };
    };
  },
  './rules/no-crossing': function(module, require) {
    const { is, drawings } = require('../helper');

    const INSIDE = 2;

    /** A flow goes round every shape and crosses no other. */
    module.exports = function() {
      return {
        check(node, reporter) {
          if (!is(node, 'bpmn:Definitions')) {
            return;
          }
          const shapes = [ ...drawings(node, 'bpmndi:BPMNShape').values() ].filter(shape =>
            is(shape.bpmnElement, 'bpmn:FlowNode') && !is(shape.bpmnElement, 'bpmn:SubProcess', 'bpmn:BoundaryEvent'));
          const edges = [ ...drawings(node, 'bpmndi:BPMNEdge').values() ].filter(edge => is(edge.bpmnElement, 'bpmn:SequenceFlow'));
          edges.forEach((edge, i) => {
            const flow = edge.bpmnElement;
            const own = [ flow.sourceRef, flow.targetRef, flow.sourceRef && flow.sourceRef.attachedToRef ];
            shapes.filter(shape => !own.includes(shape.bpmnElement) && segments(edge).some(line => meets(line, shape.bounds)))
              .forEach(shape => reporter.report(flow.id, `This flow runs through "${shape.bpmnElement.name || shape.bpmnElement.id}"`));
            edges.slice(i + 1).filter(other => segments(edge).some(a => segments(other).some(b => cross(a, b))))
              .forEach(other => reporter.report(flow.id, `This flow crosses ${other.bpmnElement.id}`));
          });
        }
      };
    };

    function segments(edge) {
      const points = edge.waypoint || [];
      return points.slice(1).map((point, i) => [ points[i], point ]);
    }

    /** Whether a line enters the box, a little smaller than drawn. */
    function meets([ a, b ], box) {
      const left = box.x + INSIDE, right = box.x + box.width - INSIDE;
      const top = box.y + INSIDE, bottom = box.y + box.height - INSIDE;
      let from = 0, to = 1;
      for (const [ p, q ] of [
        [ a.x - b.x, a.x - left ], [ b.x - a.x, right - a.x ],
        [ a.y - b.y, a.y - top ], [ b.y - a.y, bottom - a.y ]
      ]) {
        if (p === 0 && q < 0) {
          return false;
        }
        if (p < 0) {
          from = Math.max(from, q / p);
        } else if (p > 0) {
          to = Math.min(to, q / p);
        }
      }
      return from < to;
    }

    function side(a, b, point) {
      return Math.sign((b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x));
    }

    function cross([ a, b ], [ c, d ]) {
      return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
    }
  },
  './rules/process': function(module, require) {
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
  },
  './rules/side-effect': function(module, require) {
    const { is, extensions } = require('../helper');

    /** What acts on the outside is tried again by the engine: asynchronous before it, with a retry cycle that the diagram shows. */
    module.exports = function() {
      return {
        check(node, reporter) {
          if (!is(node, 'bpmn:Activity')) {
            return;
          }
          const before = node.get('camunda:asyncBefore');
          if (is(node, 'bpmn:SendTask')) {
            if (node.get('camunda:delegateExpression') !== '${sendLetterDelegate}') {
              reporter.report(node.id, 'A letter leaves by ${sendLetterDelegate}: use the template "Send a letter"', [ 'camunda:delegateExpression' ]);
            }
            if (!before) {
              reporter.report(node.id, 'Tick "Asynchronous continuations: before", so that nothing is sent twice', [ 'camunda:asyncBefore' ]);
            }
          }
          if ((before || is(node, 'bpmn:SendTask')) && !extensions(node, 'camunda:FailedJobRetryTimeCycle').some(cycle => cycle.body)) {
            reporter.report(node.id, 'Write when it is tried again into "Job execution: retry time cycle", such as PT1M,PT10M,PT1H,PT6H', [ 'extensionElements' ]);
          }
        }
      };
    };
  },
  './rules/small-scope': function(module, require) {
    const { is } = require('../helper');

    const AT_MOST = 20;

    /** What does not fit on a screen becomes a process of its own. */
    module.exports = function() {
      return {
        check(node, reporter) {
          if (!is(node, 'bpmn:FlowElementsContainer')) {
            return;
          }
          const count = (node.flowElements || []).filter(one => is(one, 'bpmn:FlowNode') && !is(one, 'bpmn:SubProcess')).length;
          if (count > AT_MOST) {
            reporter.report(node.id, `${count} elements in one place, and ${AT_MOST} are the most: put a part into a process of its own`);
          }
        }
      };
    };
  },
  './rules/step-with-clock': function(module, require) {
    const { is, input } = require('../helper');

    /** A step with a clock is due when the clock is. */
    module.exports = function() {
      return {
        check(node, reporter) {
          if (!is(node, 'bpmn:UserTask') || input(node, 'clock') === undefined) {
            return;
          }
          if (!input(node, 'clock').trim()) {
            reporter.report(node.id, 'Name the clock: a row of the table clock-rules', [ 'extensionElements' ]);
          }
          if (node.get('camunda:dueDate')) {
            reporter.report(node.id, 'Leave "Due date" empty: it comes from the clock', [ 'camunda:dueDate' ]);
          }
        }
      };
    };
  },
  './rules/user-task': function(module, require) {
    const { is } = require('../helper');

    /** A task for people opens with a form of its deployment and lies with a group. */
    module.exports = function() {
      return {
        check(node, reporter) {
          if (!is(node, 'bpmn:UserTask')) {
            return;
          }
          if (!node.get('camunda:formRef')) {
            reporter.report(node.id, 'Who gets this task sees no form: choose "Camunda Forms" and write its id', [ 'camunda:formRef' ]);
          } else if (node.get('camunda:formRefBinding') !== 'deployment') {
            reporter.report(node.id, 'Bind the form to the deployment, so that a running case keeps its form', [ 'camunda:formRefBinding' ]);
          }
          if (!node.get('camunda:candidateGroups')) {
            reporter.report(node.id, 'Nobody sees this task: write a group into "Candidate groups"', [ 'camunda:candidateGroups' ]);
          }
        }
      };
    };
  }
};
var loaded = {};
function load(path) {
  path = path.replace('../', './');
  if (!loaded[path]) {
    loaded[path] = { exports: {} };
    modules[path](loaded[path], load);
  }
  return loaded[path].exports;
}
var resolver = {
  resolveRule: function(pkg, rule) {
    if (pkg !== 'bpmnlint-plugin-amends' || !modules['./rules/' + rule]) {
      throw new Error('unknown rule ' + pkg + '/' + rule);
    }
    return load('./rules/' + rule);
  },
  resolveConfig: function(pkg, config) {
    throw new Error('unknown configuration ' + pkg + '/' + config);
  }
};
window.plugins = window.plugins || [];
window.plugins.push({
  plugin: { config: { rules: {
    "amends/activity-name": "error",
    "amends/clocks-not-durations": "error",
    "amends/deployed-together": "error",
    "amends/element-id": "error",
    "amends/event-name": "error",
    "amends/gateway-question": "error",
    "amends/left-to-right": "error",
    "amends/no-code": "error",
    "amends/no-crossing": "error",
    "amends/process": "error",
    "amends/side-effect": "error",
    "amends/small-scope": "error",
    "amends/step-with-clock": "error",
    "amends/user-task": "error"
  } }, resolver: resolver },
  type: 'lintRules.bpmn'
});
window.plugins.push({ plugin: load('./tried-again'), type: 'bpmn.platform.modeler.additionalModules' });
})();
