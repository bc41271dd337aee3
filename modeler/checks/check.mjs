// Looks at diagrams, tables, forms and element templates with the tools that Camunda Modeler is made of.
// One line for each kind of check; a finding ends the run with 1.
import { readFileSync, readdirSync, statSync, mkdtempSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { createRequire, register } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { BpmnModdle } from 'bpmn-moddle';
import { DmnModdle } from 'dmn-moddle';
import { validateAll } from '@bpmn-io/element-templates-validator/dist/index.js';
import { clientScript, CLIENT } from './client.mjs';

register('./resolve.mjs', import.meta.url);
const { FormLinter } = await import('@camunda/form-linting');

const require = createRequire(import.meta.url);

const CAMUNDA = require('camunda-bpmn-moddle/resources/camunda.json');
const MODELER = require('modeler-moddle/resources/modeler.json');
const CAMUNDA_DMN = require('camunda-dmn-moddle/resources/camunda.json');

const CHANGE = 'src/test/resources/first-change';
const TEMPLATES = '.camunda/element-templates';

let failed = false;

function report(what, count, findings) {
  console.log(`${findings.length ? 'FAILED' : 'ok'}  ${what}: ${count} files, ${findings.length} findings`);
  findings.forEach(finding => console.log(`        ${finding}`));
  failed = failed || findings.length > 0 || count === 0;
}

function files(ending, ...folders) {
  return folders.flatMap(folder => readdirSync(folder, { recursive: true })
    .map(name => join(folder, name))
    .filter(name => name.endsWith(ending) && statSync(name).isFile()))
    .sort();
}

function text(file) {
  return readFileSync(file, 'utf8');
}

async function each(paths, look) {
  const findings = [];
  for (const path of paths) {
    try {
      (await look(text(path), path)).forEach(finding => findings.push(`${path}: ${finding}`));
    } catch (error) {
      findings.push(`${path}: ${error.message}`);
    }
  }
  return findings;
}

const diagrams = files('.bpmn', 'processes', CHANGE);
const tables = files('.dmn', 'processes');
const forms = files('.form', 'forms', CHANGE);
const templates = files('.json', TEMPLATES);

report('diagrams read by bpmn-moddle', diagrams.length, await each(diagrams, async xml => {
  const { warnings } = await new BpmnModdle({ camunda: CAMUNDA, modeler: MODELER }).fromXML(xml);
  return warnings.map(warning => warning.message);
}));

report('tables read by dmn-moddle', tables.length, await each(tables, async xml => {
  const { warnings } = await new DmnModdle({ camunda: CAMUNDA_DMN }).fromXML(xml);
  return warnings.map(warning => warning.message);
}));

report('forms by the form linter of the Modeler', forms.length, await each(forms, async (json, path) => {
  const form = JSON.parse(json);
  const reports = await new FormLinter().lint(form);
  return [
    ...marks(form, path),
    ...reports.map(({ id, message }) => `${id}: ${message}`)
  ];
}));

// the linter looks at nothing in a form that does not say for which engine it is
function marks(form, path) {
  return [
    form.executionPlatform === 'Camunda Platform' || 'executionPlatform is not "Camunda Platform"',
    form.executionPlatformVersion === '7.22.0' || 'executionPlatformVersion is not 7.22.0, the newest that the form linter knows',
    form.schemaVersion === 16 || 'schemaVersion is not 16, what the Tasklist shows',
    path.endsWith(`/${form.id}.form`) || `the id "${form.id}" is not the name of the file`
  ].filter(finding => finding !== true);
}

report('element templates by the published validator', templates.length, await each(templates, async json => {
  const parsed = JSON.parse(json);
  const { results } = validateAll([].concat(parsed));
  return [
    ...results.flatMap(({ errors }) => errors || []).map(error => `${error.dataPath || error.instancePath || ''} ${error.message}`),
    ...(/"\$schema"/.test(json) ? [ 'names a download host in "$schema"' ] : [])
  ];
}));

report('rules for the Modeler are those of bpmnlint', 1,
  existsSync(CLIENT) && text(CLIENT) === clientScript() ? [] : [ `${CLIENT} is old: npm run plugin` ]);

// ------------------------------------------------------------ as the Modeler draws them

function browser() {
  return [ process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome' ]
    .find(path => path && existsSync(path));
}

/** Opens each file with bpmn-js or dmn-js in one page and brings back what they warn of. */
function drawn(chromium, scripts, paths, open) {
  const folder = mkdtempSync(join(tmpdir(), 'import-'));
  try {
    const inputs = Object.fromEntries(paths.map(path => [ path, text(path) ]));
    const page = join(folder, 'page.html');
    // "</" would end the script that it stands in
    const json = value => JSON.stringify(value).replaceAll('</', '<\\/');
    writeFileSync(page, `<!doctype html><meta charset="utf-8">
<div id="canvas" style="width:1600px;height:1000px"></div><pre id="out"></pre>
${scripts.map(script => `<script src="${pathToFileURL(require.resolve(script))}"></script>`).join('\n')}
<script>
const inputs = ${json(inputs)}, camunda = ${json(CAMUNDA)}, camundaDmn = ${json(CAMUNDA_DMN)}, modeler = ${json(MODELER)};
const found = { seen: 0, findings: [] };
(async () => {
  for (const [ path, xml ] of Object.entries(inputs)) {
    const viewer = (${open})(document.getElementById('canvas'));
    try {
      const { warnings } = await viewer.importXML(xml);
      warnings.forEach(warning => found.findings.push(path + ': ' + warning.message));
      found.seen++;
    } catch (error) {
      found.findings.push(path + ': ' + error.message);
    }
    viewer.destroy();
  }
  document.getElementById('out').textContent = 'RESULT' + encodeURIComponent(JSON.stringify(found)) + 'END';
})();
</script>`);
    const run = spawnSync(chromium, [
      '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--allow-file-access-from-files', `--user-data-dir=${join(folder, 'profile')}`,
      '--virtual-time-budget=300000', '--timeout=300000', '--dump-dom', pathToFileURL(page).href
    ], { encoding: 'utf8', timeout: 360000, maxBuffer: 256 * 1024 * 1024 });
    const result = /RESULT(.*?)END<\/pre>/.exec(run.stdout || '');
    return result ? JSON.parse(decodeURIComponent(result[1])) : { seen: 0, findings: [ `the browser said nothing: ${(run.stderr || String(run.error)).slice(-500)}` ] };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function imports(what, chromium, scripts, paths, open) {
  const { seen, findings } = drawn(chromium, scripts, paths, open);
  report(what, seen, seen < paths.length && !findings.length ? [ `only ${seen} of ${paths.length} were opened` ] : findings);
}

const chromium = browser();
if (chromium) {
  imports('diagrams imported by bpmn-js', chromium, [ 'bpmn-js/dist/bpmn-modeler.production.min.js' ], diagrams,
    'container => new BpmnJS({ container, moddleExtensions: { camunda, modeler } })');
  imports('tables imported by dmn-js', chromium, [ 'dmn-js/dist/dmn-modeler.production.min.js' ], tables,
    'container => new DmnJS({ container, moddleExtensions: { camunda: camundaDmn } })');
} else {
  report('diagrams imported by bpmn-js', 0, [ 'no Chromium: name one in CHROMIUM' ]);
}

process.exit(failed ? 1 : 0);
