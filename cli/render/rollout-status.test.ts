import { describe, expect, it } from 'vitest';
import type { ModelDeployment } from '../../crds/generated/model-deployment.ts';
import { ago, deployment, now, rollingOut, stable } from '../testing/objects.ts';
import { rolloutStatus } from './rollout-status.ts';
import { waitsFor } from './waits-for.ts';

describe('rollout status', () => {
  it('shows a rollout under way with its evidence', () => {
    expect(rolloutStatus(deployment(rollingOut), now)).toEqual([
      'Name:        ml/tumour',
      'Asked for:   tumour-2',
      'Stable:      tumour-1, 2 ready pods, 95 % of the traffic',
      'Candidate:   tumour-2, 2 ready pods, 5 % of the traffic',
      'Step:        1 of 2, for 45s',
      'Next step:   in 15s at the earliest (2026-01-01T12:00:15.000Z)',
      'Verdict:     Insufficient',
      'Waits for:   the hold time of the step: 15s more',
      'Ready:       Unknown (RollingOut): tumour-2 at step 1/2: 5 %',
      'Sources:     pods, read 1s ago',
      '',
      'SLO      BAD OF CANDIDATE    IN THIS STEP        BAD OF STABLE       E-VALUE   THRESHOLD   AT MOST   ALLOWED',
      'errors   4 of 20 (20.00 %)   4 of 20 (20.00 %)   0 of 380 (0.00 %)   426       100         54.01 %   1.00 %',
    ]);
  });

  it('shows the last rollback with its numbers, and that no rollout is under way', () => {
    const lines = rolloutStatus(deployment({ stable, lastRollback: { version: 'tumour-2', to: 'tumour-1', time: ago(300), reason: 'SloBreached', message: 'errors 20.00 % > 1.00 %', candidateRequests: 20, failedRequests: 4, harmedRequests: 1, detectionMs: 1800, propagated: true, propagationMs: 612 } }), now);
    expect(lines).toContain('Candidate:   none: no rollout is under way');
    expect(lines.slice(-7)).toEqual([
      '',
      'Last rollback: from tumour-2 to tumour-1, 5m ago',
      '  Reason:    SloBreached',
      '  Message:   errors 20.00 % > 1.00 %',
      '  Requests:  the candidate answered 20 and failed 4 of them; clients saw 1 failures',
      '  Detected:  1800 ms after the first failure was seen',
      '  Traffic:   stopped within 612 ms',
    ]);
  });

  it('shows queries by value and bounds', () => {
    const spec = { rollout: { steps: [{ weight: 5 }], analysis: { slos: [{ name: 'orders', type: 'Query', query: 'x', min: 1, max: 9 }] } } };
    const lines = rolloutStatus(deployment({ ...rollingOut, evidence: [{ slo: 'orders', type: 'Query', value: 0.5, outside: 1, inside: 0 }] }, spec), now);
    expect(lines.slice(-2)).toEqual(['SLO      VALUE   ALLOWED    OUTSIDE   WITHIN   PROBLEM', 'orders   0.5     ≥ 1, ≤ 9   1         0']);
  });

  it('shows compared answers of a shadow', () => {
    const entry = { slo: 'disagreement', type: 'Disagreement', compared: 512, disagreed: 3, absolute: 0.025, threshold: 200, upper: 0.0191, bound: 0.02 } as const;
    const lines = rolloutStatus(deployment({ ...rollingOut, evidence: [entry] }, { rollout: { strategy: 'Shadow', shadow: {} } }), now);
    expect(lines.slice(-2)).toEqual([
      'SLO            ANSWERS THAT DIFFER   E-VALUE   THRESHOLD   AT MOST   ALLOWED   PROBLEM',
      'disagreement   3 of 512 (0.59 %)     0.025     200         1.91 %    2.00 %',
    ]);
  });

  it('shows how many requests the shield has saved', () => {
    expect(rolloutStatus(deployment({ ...rollingOut, rollout: { ...rollingOut.rollout, savedRequests: 7 } }), now)).toContain('Shield:      stable answered 7 requests that the candidate failed or delayed');
  });

  it('says that the operator has written nothing yet', () => {
    const { status, ...object } = deployment();
    expect(status).toBeDefined();
    expect(rolloutStatus(object, now)).toContain('Ready:       Unknown: the operator has written nothing yet');
  });

  const withRollout = (rollout: object, spec: object = {}): ModelDeployment => deployment({ ...rollingOut, rollout: { ...rollingOut.rollout, ...rollout } }, spec);
  it.each<[string, ModelDeployment, string | undefined]>([
    ['nothing when no rollout is under way', deployment({ stable }), undefined],
    ['the operator when spec is newer than status', { ...deployment({ stable }), metadata: { namespace: 'ml', name: 'tumour', generation: 3 } }, 'the operator, which has not seen the newest spec yet'],
    ['pods before the first step', withRollout({ step: 0 }), 'pods: tumour-2 at step 1/2: 5 %'],
    ['the end of a pause when the pods are ready before the first step', withRollout({ step: 0 }, { paused: true }), 'the end of the pause: kubectl trainyard resume tumour -n ml'],
    ['the end of a pause', withRollout({}, { paused: true }), 'the end of the pause: kubectl trainyard resume tumour -n ml'],
    ['approval, whatever the hold time', withRollout({ awaiting: 'step-2' }), 'approval of step-2: kubectl trainyard approve tumour -n ml'],
    ['evidence after the hold time', withRollout({ nextAt: ago(5), heldSince: ago(5), text: '5 %, held: fewer than 100 requests in this step' }), 'evidence: 5 %, held: fewer than 100 requests in this step'],
    ['a source when none answers', withRollout({ nextAt: ago(5), verdict: 'Unavailable', text: '5 %, held: no metrics source answers' }), 'a source of evidence: 5 %, held: no metrics source answers'],
    ['the next look when the step has passed', withRollout({ nextAt: ago(0), verdict: 'Pass' }), 'the next look: this step has passed'],
  ])('waits for %s', (_, object, expected) => {
    expect(waitsFor(object, now)).toBe(expected);
  });
});
