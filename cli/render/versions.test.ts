import { expect, it } from 'vitest';
import type { ModelVersion } from '../../crds/generated/model-version.ts';
import { heldByGit } from '../git.ts';
import { ago, now, version } from '../testing/objects.ts';
import { shortDuration } from './duration.ts';
import { number } from './evidence.ts';
import { exported } from './exported.ts';
import { rolloutHistory } from './rollout-history.ts';
import { trackRecord } from './track-record.ts';
import { versionLines } from './versions.ts';

it('lists versions by number, with scores, the aliases that mean them and who serves them', () => {
  const served = version('tumour-2', { status: { aliases: ['champion', 'stable'], score: 'roc_auc 0.9931', conditions: [{ type: 'Ready', status: 'True', reason: 'Verified', message: '', lastTransitionTime: ago(1) }], deployments: [{ name: 'tumour', role: 'Stable', weight: 95 }, { name: 'trial', role: 'Candidate', weight: 5 }] } });
  const lost = version('tumour-10');
  lost.spec = { ...lost.spec, aliases: ['stable'] };
  expect(versionLines([lost, served], now, false)).toEqual([
    'NAME        MODEL    STAGE        ALIASES            READY     SCORE            SERVED BY                                       APPROVED     DIGEST         AGE',
    'tumour-2    tumour   Production   champion, stable   True      roc_auc 0.9931   tumour (stable, 95 %), trial (candidate, 5 %)   not needed   cccccccccccc   120m',
    'tumour-10   tumour   Production   -                  Unknown   -                -                                               not needed   cccccccccccc   120m',
  ]);
});

it.each<[name: string, more: { status?: object; approval?: object; evidence?: string }, text: string]>([
  ['its stage alone where nothing else is known', {}, 'in ml: Production'],
  ['score, approval and who serves it', { status: { score: 'roc_auc 0.99', deployments: [{ name: 'tumour', role: 'Stable', weight: 100 }] }, approval: { required: true, state: 'Approved', by: 'ada', reason: 'beats 1' } }, 'in ml: Production, roc_auc 0.99, approved by ada (beats 1), stable of tumour with 100 % of its traffic'],
  ['that a decision is open', { approval: { required: true, state: 'Pending' } }, 'in ml: Production, pending'],
  ['what spoke for it before', { evidence: 'in dev: Development' }, 'in ml: Production; before that in dev: Development'],
  ['no more than a status takes', { evidence: 'x'.repeat(2000) }, `in ml: Production; before that ${'x'.repeat(992)}…`],
])('an export carries %s', (_name, { status = {}, approval = { required: false, state: 'Pending' }, evidence }, text) => {
  const object = version('tumour-2', { status });
  object.spec = { ...object.spec, approval: approval as ModelVersion['spec']['approval'] };
  if (evidence !== undefined) object.metadata.annotations = { 'trainyard.dev/evidence': evidence };
  expect(trackRecord(object)).toBe(text);
});

it('exports a pointer with digests and nothing that belongs to this cluster', () => {
  const object = version('tumour-2', { status: { score: 'x' } });
  object.metadata = { ...object.metadata, uid: 'u', resourceVersion: '7', managedFields: [], finalizers: ['trainyard.dev/served'], annotations: { note: 'x' }, labels: { 'trainyard.dev/model': 'tumour', 'argocd.argoproj.io/instance': 'app' } };
  object.spec = { ...object.spec, trainingRunRef: { name: 'tumour-xgb', uid: 'r' }, aliases: ['champion'], approval: { required: true, state: 'Approved', by: 'ada' } };
  expect(exported(object).split('\n')).toEqual([
    'apiVersion: trainyard.dev/v1alpha1',
    'kind: ModelVersion',
    'metadata:',
    '  name: tumour-2',
    '  labels:',
    '    trainyard.dev/model: tumour',
    '  annotations:',
    '    trainyard.dev/evidence: "in ml: Production, x, approved by ada"',
    'spec:',
    '  model: tumour',
    '  version: 2',
    '  artifact:',
    '    uri: s3://models/m.onnx',
    `    sha256: ${'c'.repeat(64)}`,
    '    sizeBytes: 9',
    '    format: ONNX',
    '  manifest:',
    '    uri: s3://models/m.json',
    `    sha256: ${'d'.repeat(64)}`,
    '  trainingRunRef:',
    '    name: tumour-xgb',
    '  approval:',
    '    required: true',
    '',
  ]);
});

it('shows how rollouts ended, oldest first', () => {
  expect(rolloutHistory([{ from: '', to: 'tumour-1', outcome: 'Initial', time: ago(7200), reason: 'first version' }, { from: 'tumour-1', to: 'tumour-2', outcome: 'RolledBack', time: ago(30) }], now)).toEqual([
    'ENDED      FROM       TO         OUTCOME      REASON',
    '120m ago   -          tumour-1   Initial      first version',
    '30s ago    tumour-1   tumour-2   RolledBack',
  ]);
  expect(rolloutHistory([], now)).toEqual(['No rollout has ended yet.']);
});

it.each([
  ['an annotation of Argo CD', { annotations: { 'argocd.argoproj.io/tracking-id': 'app:x' } }, 'it carries the annotation argocd.argoproj.io/tracking-id=app:x of Argo CD'],
  ['a label of Argo CD or Helm', { labels: { 'app.kubernetes.io/instance': 'app' } }, 'it carries the label app.kubernetes.io/instance=app of Argo CD or Helm'],
  ['nothing of the kind', { labels: { app: 'x' }, annotations: {} }, undefined],
])('tells that Git holds an object by %s', (_, metadata, expected) => {
  expect(heldByGit(metadata)).toBe(expected);
});

it.each([[-5, '0s'], [119, '119s'], [120, '2m'], [200, '3m20s'], [3600, '60m'], [5.5 * 3600, '5h30m'], [30 * 3600, '30h'], [4 * 86_400, '4d']])('%s seconds are %s', (seconds, text) => {
  expect(shortDuration(1000 * seconds)).toBe(text);
});

it.each([[undefined, '-'], [0, '0'], [4712.93, '4710'], [0.04567, '0.0457'], [1e12, '1.00e+12'], [2e-7, '2.00e-7']])('the number %s is shown as %s', (value, text) => {
  expect(number(value)).toBe(text);
});
