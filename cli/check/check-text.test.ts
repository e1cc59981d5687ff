import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { checkText } from './check-text.ts';
import { unknownFields } from './unknown-fields.ts';

const deployment = (spec: object, more: object = {}): string => stringify({ apiVersion: 'trainyard.dev/v1alpha1', kind: 'ModelDeployment', metadata: { name: 'tumour' }, spec: { model: 'tumour', version: 'tumour-1', ...spec }, ...more });
const problems = (text: string): string[] => checkText('a.yaml', text).findings.map(({ problem }) => problem);

describe('a manifest', () => {
  it.each<[name: string, text: string, problems: readonly (string | RegExp)[]]>([
    ['that is right', deployment({}), []],
    ['with a misspelt field', deployment({ verson: 'x' }), ['spec.verson: unknown field; did you mean version?']],
    ['with a misspelt field in a list', deployment({ rollout: { steps: [{ weight: 5 }, { weight: 50, hod: '1s' }] } }), ['spec.rollout.steps[1].hod: unknown field; did you mean hold?']],
    ['with a field that is like no other', deployment({ abTestNow: true }), [/^spec\.abTestNow: unknown field; there are autoscaling, (.+, )?version$/]],
    ['with a value out of bounds', deployment({ rollout: { steps: [{ weight: 500 }] } }), [/^spec\.rollout\.steps\[0\]\.weight: .*99/]],
    ['that breaks a rule over several fields', deployment({ rollout: { steps: [{ weight: 25 }, { weight: 5 }] } }), ['spec.rollout.steps: the weights of the steps must grow']],
    ['without a required field', deployment({ version: undefined }), ['spec.version: Required value']],
    ['with an Off that is a boolean to kubectl', `${deployment({})}  rollout:\n    shield: {mode: Off}\n`, [/^spec\.rollout\.shield\.mode: .*string/, /^spec\.rollout\.shield\.mode: .*Off/]],
    ['with an Off in quotes', `${deployment({})}  rollout:\n    shield: {mode: "Off"}\n`, []],
    ['without a name', deployment({}, { metadata: {} }), ['metadata.name: Required value']],
    ['with a name that no object can have', deployment({}, { metadata: { name: 'Tumour_1' } }), ['metadata.name: "Tumour_1" must consist of lower case letters, digits, - and .']],
    ['with a name that is too long', deployment({}, { metadata: { name: 'x'.repeat(64) } }), [/at most \d+ characters/]],
    ['without a spec', deployment({}, { spec: undefined }), ['spec: Required value']],
    ['of a kind that there is not', deployment({}, { kind: 'Modeldeployment' }), ['kind: there are Experiment, ModelDeployment, ModelVersion, TrainingRun']],
    ['of a version that there is not', deployment({}, { apiVersion: 'trainyard.dev/v1' }), ['apiVersion: there is only trainyard.dev/v1alpha1']],
  ])('%s', (_name, text, expected) => {
    const found = problems(text);
    expect(found).toHaveLength(expected.length);
    expected.forEach((one, i) => (typeof one === 'string' ? expect(found[i]).toBe(one) : expect(found[i]).toMatch(one)));
  });

  it('is told apart from others of the same file, and those of other groups are passed over', () => {
    const text = [deployment({}), stringify({ apiVersion: 'v1', kind: 'ConfigMap', data: { verson: 'x' } }), '', deployment({ verson: 'x' }, { metadata: { name: 'other' } })].join('---\n');
    expect(checkText('a.yaml', text)).toMatchObject({ objects: 2, findings: [{ file: 'a.yaml', object: 'ModelDeployment/other' }] });
  });
  it('that is no YAML is named by its line, and what stands before it is checked all the same', () => {
    const { objects, findings } = checkText('a.yaml', `${deployment({ verson: 'x' })}---\na: [\n`);
    expect(objects).toBe(1);
    expect(findings.map(({ object }) => object.replace(/\d+/, 'N'))).toEqual(['ModelDeployment/tumour', 'line N']);
  });
});

describe('fields', () => {
  it.each<[name: string, kind: string, spec: object, unknown: readonly string[]]>([
    ['of parameters may have any name', 'TrainingRun', { algorithm: { name: 'xgboost', parameters: { anything: { at: ['all'] } } } }, []],
    ['of a map may have any name', 'TrainingRun', { register: { labels: { 'team.example/x': 'y' } } }, []],
    ['within a list within a list are looked at', 'Experiment', { candidates: [{ name: 'a', search: { space: [{ name: 'b', mn: 1 }] } }] }, ['spec.candidates[0].search.space[0].mn: unknown field; did you mean min?']],
    ['of a value with another type are the schema\'s to refuse', 'ModelDeployment', { rollout: 'fast' }, []],
  ])('%s', (_name, kind, spec, unknown) => expect(unknownFields(kind, spec)).toEqual(unknown));
});

it('every sample is right', () => {
  const root = join(import.meta.dirname, '..', '..', 'config', 'samples');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
  const checked = files.map((file) => checkText(file, readFileSync(join(root, file), 'utf8')));
  expect(checked.flatMap(({ findings }) => findings)).toEqual([]);
  expect(checked.reduce((sum, { objects }) => sum + objects, 0)).toBeGreaterThan(10);
});
