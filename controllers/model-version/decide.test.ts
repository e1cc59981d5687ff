import { describe, expect, it } from 'vitest';
import type { ModelDeployment } from '../../crds/generated/model-deployment.ts';
import type { ModelVersion } from '../../crds/generated/model-version.ts';
import { assertStatusInvariants } from '../../operator/runtime/status-invariants.ts';
import { stamped } from '../shared/record.ts';
import { filesOf } from '../shared/testing/manifest.ts';
import { decide, type Decision } from './decide.ts';
import { deploymentOf, versionOf } from './testing/version.ts';
import type { Verification } from './verify.ts';

const now = new Date('2026-01-01T00:00:00Z');
const good: Verification = { verified: true, manifest: filesOf().manifest };
const bad = (reason: string, transient: boolean): Verification => ({ verified: false, reason, message: 'because', transient });

function decided(version: ModelVersion, verification?: Verification, deployments: readonly ModelDeployment[] = [], others: readonly ModelVersion[] = []): Decision & { readonly version: ModelVersion } {
  const decision = decide({ version, others, deployments, verification, now });
  const after = { ...version, status: stamped(decision.status, 1) };
  assertStatusInvariants(after);
  return { ...decision, version: after };
}

function condition({ status }: Decision, type: string): string {
  const found = status.conditions?.find((one) => one.type === type);
  return found === undefined ? 'absent' : `${found.status} ${found.reason}`;
}

describe('the bytes of a version', () => {
  it('that were verified make it Ready, and say what is in them', () => {
    const decision = decided(versionOf(), good);
    expect(condition(decision, 'Ready')).toBe('True Verified');
    expect(condition(decision, 'ArtifactVerified')).toBe('True DigestsMatch');
    expect(decision.status).toMatchObject({ score: 'roc_auc 0.9800', shortDigest: versionOf().spec.artifact.sha256.slice(0, 12), verifiedAt: now.toISOString(), baseline: { features: 1, rows: 455 }, lineage: { algorithm: 'xgboost', trainingRun: 'ml/tumour-xgb' }, parity: { labelMismatches: 0 } });
    expect(decision.events.map(({ reason }) => reason)).toEqual(['Verified']);
  });
  it('are told once', () => {
    expect(decided(decided(versionOf(), good).version).events).toEqual([]);
  });
  it.each([
    ['StoreUnreachable', true, 'True StoreUnreachable', 'absent'],
    ['DigestMismatch', false, 'absent', 'True DigestMismatch'],
  ])('that could not be verified (%s) keep it from being Ready', (reason, transient, reconciling, stalled) => {
    const decision = decided(versionOf(), bad(reason, transient));
    expect(condition(decision, 'Ready')).toBe(`False ${reason}`);
    expect(condition(decision, 'ArtifactVerified')).toBe(`False ${reason}`);
    expect([condition(decision, 'Reconciling'), condition(decision, 'Stalled')]).toEqual([reconciling, stalled]);
    expect(decision.events).toMatchObject([{ type: 'Warning', reason }]);
  });
  it('stay as the last look found them, until the next look', () => {
    const before = decided(versionOf(), bad('DigestMismatch', false)).version;
    const decision = decided(before);
    expect(condition(decision, 'Stalled')).toBe('True DigestMismatch');
    expect(decision.events).toEqual([]);
    const mended = decided(decision.version, good);
    expect(condition(mended, 'Ready')).toBe('True Verified');
    expect(condition(mended, 'Stalled')).toBe('absent');
  });
});

describe('approval', () => {
  it.each<[name: string, approval: object, condition: string, history: readonly string[]]>([
    ['is not needed by default', {}, 'True NotRequired', ['Development']],
    ['is waited for where it is required', { required: true }, 'False Pending', ['Development', 'Pending']],
    ['is given', { required: true, state: 'Approved', by: 'anna' }, 'True Approved', ['Development', 'Approved']],
    ['is refused', { required: true, state: 'Rejected', by: 'anna', reason: 'biased' }, 'False Rejected', ['Development', 'Rejected']],
    ['is refused though nobody had to ask', { state: 'Rejected' }, 'False Rejected', ['Development', 'Rejected']],
  ])('%s', (_name, approval, expected, history) => {
    const decision = decided(versionOf({ approval }), good);
    expect(condition(decision, 'Approved')).toBe(expected);
    expect(condition(decision, 'Ready')).toBe('True Verified');
    expect(decision.status.history?.map(({ to }) => to)).toEqual(history);
  });
});

describe('history', () => {
  const moved = (before: ModelVersion, spec: object): ReturnType<typeof decided> => decided({ ...before, spec: versionOf(spec).spec });

  it('grows by every change of stage and approval, and tells it', () => {
    const first = decided(versionOf(), good);
    const staged = moved(first.version, { stage: 'Staging' });
    expect(staged.events).toMatchObject([{ reason: 'StageChanged', note: 'Development → Staging' }]);
    const approved = moved(staged.version, { stage: 'Staging', approval: { required: true, state: 'Approved', by: 'anna', reason: 'looks fine' } });
    expect(approved.events).toMatchObject([{ note: 'nothing → Approved by anna: looks fine' }]);
    expect(approved.status.history?.map(({ from, to }) => `${from}>${to}`)).toEqual(['>Development', 'Development>Staging', '>Approved']);
    expect(moved(approved.version, { stage: 'Staging', approval: { required: true, state: 'Approved', by: 'anna' } }).status.history).toHaveLength(3);
  });
  it('begins with what spoke for the version where it came from, and later words change nothing', () => {
    const said = (text: string, version: ModelVersion): ModelVersion => ({ ...version, metadata: { ...version.metadata, annotations: { 'trainyard.dev/evidence': text } } });
    const first = decided(said('in staging: stable', versionOf()), good);
    expect(first.status.history).toMatchObject([{ from: '', to: 'Development', evidence: 'in staging: stable' }]);
    const later = moved(said('something else', first.version), { stage: 'Staging' });
    expect(later.status.history?.map(({ evidence }) => evidence)).toEqual(['in staging: stable', undefined]);
    expect(decided(said('x'.repeat(2000), versionOf()), good).status.history?.[0]?.evidence).toHaveLength(1024);
  });
  it('keeps the newest twenty, and still tells of the twenty-first', () => {
    let last = decided(versionOf(), good);
    for (let i = 0; i < 25; i += 1) last = moved(last.version, { stage: i % 2 === 0 ? 'Staging' : 'Production' });
    expect(last.status.history).toHaveLength(20);
    expect(last.events).toMatchObject([{ note: 'Production → Staging' }]);
    expect(moved(last.version, { stage: 'Staging' }).events).toEqual([]);
  });
  it('tells an approval once, however many stages follow', () => {
    const approval = { required: true, state: 'Approved', by: 'anna' };
    let last = decided(versionOf({ approval }), good);
    expect(last.events).toMatchObject([{ reason: 'Verified' }, { reason: 'Approved', facts: { from: '', to: 'Approved', numbers: { by: 'anna', version: 1 } } }]);
    for (let i = 0; i < 25; i += 1) {
      last = moved(last.version, { approval, stage: i % 2 === 0 ? 'Staging' : 'Production' });
      expect(last.events.map(({ reason }) => reason)).toEqual(['StageChanged']);
    }
    expect(last.status.history).toHaveLength(20);
  });
  it.each<[name: string, from: object, to: object, reason: string]>([
    ['approval', { required: true }, { required: true, state: 'Approved', by: 'anna' }, 'Approved'],
    ['rejection', { required: true, state: 'Approved', by: 'anna' }, { required: true, state: 'Rejected', reason: 'biased' }, 'Rejected'],
    ['withdrawal', { required: true, state: 'Approved', by: 'anna' }, { required: true, state: 'Pending' }, 'ApprovalWithdrawn'],
  ])('tells of an %s', (_name, from, to, reason) => {
    const first = decided(versionOf({ approval: from }), good);
    expect(moved(first.version, { approval: to }).events).toMatchObject([{ reason }]);
  });
});

describe('a version that is served', () => {
  const stable = { version: 'tumour-1', digest: 'd', revision: 'r' };
  it('is kept, and says by whom and how much', () => {
    const deployments = [
      deploymentOf('web', { stable, candidate: { ...stable, version: 'tumour-2' }, rollout: { weight: 10 } }),
      deploymentOf('batch', { stable }),
      deploymentOf('canary', { stable: { ...stable, version: 'tumour-0' }, candidate: stable, rollout: { weight: 5 } }),
      deploymentOf('other', { stable: { ...stable, version: 'tumour-9' } }),
    ];
    const decision = decided(versionOf(), good, deployments);
    expect(decision.keep).toBe(true);
    expect(decision.status.serving).toBe('batch:stable(100%), canary:candidate(5%), web:stable(90%)');
    expect(decision.status.deployments).toHaveLength(3);
  });
  it('may go when nobody serves it any more', () => {
    const served = decided(versionOf(), good, [deploymentOf('web', { stable })]);
    const decision = decided(served.version);
    expect(decision.keep).toBe(false);
    expect(decision.status).toMatchObject({ serving: '', deployments: [] });
  });
});

describe('an alias', () => {
  const named = (name: string, aliases: readonly string[], status?: ModelVersion['status']): ModelVersion => {
    const version = versionOf({ version: Number(name.at(-1)), aliases }, status);
    return { ...version, metadata: { ...version.metadata, name } };
  };
  // It names fresh and does not hold it: who held an alias is read from status.
  const older = named('tumour-1', ['champion', 'stable', 'fresh'], { aliases: ['champion', 'stable'] });

  it('is held as soon as the bytes are verified, told once, and told with whom it meant before', () => {
    const waiting = decided(named('tumour-2', ['fresh', 'champion']), bad('StoreUnreachable', true), [], [older]);
    expect(waiting.status.aliases).toEqual([]);
    const verified = decided(waiting.version, good, [], [older]);
    expect(verified.status.aliases).toEqual(['fresh', 'champion']);
    expect(verified.events).toMatchObject([
      { reason: 'Verified' },
      { type: 'Normal', reason: 'AliasMoved', note: 'fresh means tumour-2 now', facts: { from: '', to: 'tumour-2', numbers: { alias: 'fresh', model: 'tumour', version: 2 } } },
      { type: 'Normal', reason: 'AliasMoved', note: 'champion means tumour-2 now, before tumour-1', facts: { from: 'tumour-1', to: 'tumour-2', numbers: { alias: 'champion' } } },
    ]);
    expect(decided(verified.version, undefined, [], [older]).events).toEqual([]);
  });
  it('goes silently from the one that loses it', () => {
    const newer = decided(named('tumour-2', ['champion', 'fresh']), good).version;
    const before = decided(older, good).version;
    const decision = decided(before, undefined, [], [newer]);
    expect(decision.status.aliases).toEqual(['stable']);
    expect(decision.events).toEqual([]);
  });
});
