// The form linter looks at a form only if it says for which engine it is; so ours say it, and the linter does look.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { register } from 'node:module';

register('../checks/resolve.mjs', import.meta.url);
const { FormLinter } = await import('@camunda/form-linting');

const file = { type: 'filepicker', id: 'Field_photo', key: 'photo', label: 'Photo' };

test('a form that says it is for the engine is looked at', () => {
  const form = { executionPlatform: 'Camunda Platform', executionPlatformVersion: '7.22.0', schemaVersion: 16, type: 'default', components: [ file ] };
  assert.deepEqual(new FormLinter().lint(form).map(({ id }) => id), [ 'Field_photo' ]);
});

test('a form that says nothing is not, which is why the check asks for the mark', () => {
  assert.deepEqual(new FormLinter().lint({ schemaVersion: 16, type: 'default', components: [ file ] }), []);
});
