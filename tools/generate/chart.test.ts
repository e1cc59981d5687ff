import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { escapeTemplate } from './chart-crds.ts';
import { operatorRoles } from './chart-rbac.ts';
import { repositoryRoot } from './crd.ts';
import { mergeRules } from './rbac-rules.ts';
import { valuesReference } from './values-reference.ts';

describe('escapeTemplate', () => {
  it('makes Helm print what looks like a template', () => {
    expect(escapeTemplate('query {{revision}} of {a: {b: 1}}')).toBe('query {{ "{{" }}revision}} of {a: {b: 1}}');
  });
});

describe('mergeRules', () => {
  it('gives each resource the verbs of all rules, and one rule to resources with the same verbs', () => {
    expect(
      mergeRules([
        { apiGroups: [''], resources: ['pods', 'services'], verbs: ['get'] },
        { apiGroups: [''], resources: ['pods'], verbs: ['list', 'get'] },
        { apiGroups: [''], resources: ['services'], verbs: ['list'] },
        { apiGroups: ['apps'], resources: ['deployments'], verbs: ['get', 'list'] },
      ]),
    ).toEqual([
      { apiGroups: [''], resources: ['pods', 'services'], verbs: ['get', 'list'] },
      { apiGroups: ['apps'], resources: ['deployments'], verbs: ['get', 'list'] },
    ]);
  });
});

describe('operatorRoles', () => {
  it('puts what lies outside of namespaces into a role of its own, which only progress reports need', () => {
    const rule = { apiGroups: ['authentication.k8s.io'], resources: ['tokenreviews'], verbs: ['create'] };
    const roles = operatorRoles({ namespaced: [], clusterScoped: [rule] });
    const [part] = roles.split('{{- if include "trainyard.progress" . }}').slice(1);
    expect(part?.split('{{- end }}')[0]).toContain('resources: [tokenreviews], verbs: [create]');
    expect(operatorRoles({ namespaced: [], clusterScoped: [] })).not.toContain('-token-reviewer');
  });
});

describe('the version', () => {
  it('is one for the chart and for every part that it installs', () => {
    const found = [
      ['charts/trainyard/Chart.yaml', /^version: (.+)$/m],
      ['charts/trainyard/Chart.yaml', /^appVersion: (.+)$/m],
      ['package.json', /"version": "(.+)"/],
      ['model-server/package.json', /"version": "(.+)"/],
      ['trainer/pyproject.toml', /^version = "(.+)"$/m],
      ['trainer/trainyard_trainer/__init__.py', /^__version__ = "(.+)"$/m],
    ].map(([path, pattern]) => [path, new RegExp(pattern as RegExp).exec(readFileSync(join(repositoryRoot, String(path)), 'utf8'))?.[1]]);
    expect(new Set(found.map(([, version]) => version)), JSON.stringify(found)).toEqual(new Set([expect.stringMatching(/^\d+\.\d+\.\d+$/)]));
  });
});

describe('valuesReference', () => {
  it('takes the meaning of a value from the comment above it', () => {
    const page = valuesReference('# First.\na: 1\n\n# A group.\nb:\n  # Inner,\n  # in two lines.\n  c: ""\n# As it is.\nd: {e: {f: 1}}\n');
    expect(page.split('\n').filter((line) => line.startsWith('| `'))).toEqual(['| `a` | `1` | First. |', '| `b` |  | A group. |', '| `b.c` | `""` | Inner, in two lines. |', '| `d` | `{"e":{"f":1}}` | As it is. |']);
  });

  it('refuses a value without a comment', () => {
    expect(() => valuesReference('# First.\na: 1\nb: 2\n')).toThrow('b has no comment');
  });
});
