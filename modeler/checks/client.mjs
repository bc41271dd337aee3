// Writes the rules as one script without imports, which is how Camunda Modeler loads a plug-in.
//   npm run plugin     after a rule was changed
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const folder = new URL('../house-rules/', import.meta.url);
const { rules, configs } = require('../house-rules/index.js');

export const CLIENT = fileURLToPath(new URL('client.js', folder));

export function clientScript() {
  const modules = [ './helper', './tried-again', ...Object.values(rules) ].map(path =>
    `  '${path}': function(module, require) {\n${indented(readFileSync(new URL(`${path}.js`, folder), 'utf8'))}\n  }`);
  const names = Object.fromEntries(Object.keys(configs.house.rules).map(rule => [ `amends/${rule}`, configs.house.rules[rule] ]));
  return `// Written by "npm run plugin" from rules/: change those.
(function() {
var modules = {
${modules.join(',\n')}
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
  plugin: { config: { rules: ${JSON.stringify(names, null, 2).replaceAll('\n', '\n  ')} }, resolver: resolver },
  type: 'lintRules.bpmn'
});
window.plugins.push({ plugin: load('./tried-again'), type: 'bpmn.platform.modeler.additionalModules' });
})();
`;
}

function indented(code) {
  return code.trimEnd().split('\n').map(line => line && `    ${line}`).join('\n');
}

if (process.argv.includes('--write')) {
  writeFileSync(CLIENT, clientScript());
}
