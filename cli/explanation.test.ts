import { describe, expect, it } from 'vitest';
import type { ModelDeploymentStatus } from '../crds/generated/model-deployment.ts';
import { compare } from './explanation.ts';
import { explanationLines } from './render/explanation.ts';
import { ago, broken, deployment, rollingOut, stable } from './testing/objects.ts';

const figure = 'errors: candidate 4 of 20 (at most 54.01 %), in this step 4 of 20, stable 0 of 380; e-value 425.6 of 100.0';
const message = 'errors 20.00 % > 1.00 % (4 of 20 requests failed; stable 0.00 % (0 of 380); e-value 426 ≥ 100)';

function rolledBack(reason: string, more: object = {}): ModelDeploymentStatus {
  return { ...broken, history: [{ from: 'tumour-1', to: 'tumour-2', outcome: 'RolledBack', time: ago(60), reason }], lastRollback: { version: 'tumour-2', to: 'tumour-1', reason, message }, ...more };
}

const [entry] = broken.evidence!;

describe('an explanation', () => {
  it('shows what status says beside what its counts give', () => {
    expect(explanationLines(compare(deployment(rolledBack('SloBreached'))))).toEqual([
      'Decision: RolledBack of tumour-2',
      '',
      'Status says: Breach',
      `  because ${message}`,
      `  ${figure}`,
      '',
      'Worked out anew from the counts: Breach',
      `  because ${message}`,
      `  ${figure}`,
      '  split: 0 to 0, p 1.00',
      '',
      'They agree.',
    ]);
  });

  it.each<[string, ModelDeploymentStatus, 'agree' | 'disagree' | 'nothing', readonly string[]]>([
    ['disagrees when the counts give another verdict than a rollout under way shows', rollingOut, 'disagree', ['the verdict is Breach by the counts, and status says Insufficient']],
    ['agrees when a rollout under way shows the verdict of the counts', { ...rollingOut, rollout: { ...rollingOut.rollout, verdict: 'Breach' } }, 'agree', []],
    ['disagrees when the e-value is not that of the counts', rolledBack('SloBreached', { evidence: [{ ...entry, absolute: 9999 }] }), 'disagree', ['the counts do not give "errors: candidate 4 of 20 (at most 54.01 %), in this step 4 of 20, stable 0 of 380; e-value 2853 of 100.0"']],
    ['disagrees when the counts of a rollback are no breach', rolledBack('SloBreached', { evidence: [{ ...entry, badWindows: 1 }] }), 'disagree', ['the verdict is Insufficient by the counts, and status says Breach']],
    ['compares nothing after a rollback that was not read off the counters', rolledBack('CandidateUnavailable'), 'nothing', []],
    ['compares nothing after a promotion', { stable, history: [{ from: 'tumour-1', to: 'tumour-2', outcome: 'Promoted', time: ago(60), reason: 'passed' }] }, 'nothing', []],
    ['compares nothing before the first decision', {}, 'nothing', []],
  ])('%s', (_, status, agreement, differences) => {
    const comparison = compare(deployment(status));
    expect(comparison.agreement).toBe(agreement);
    expect(comparison.differences).toEqual(differences);
  });

  it('works out anew what answers of a shadow differed, and says when status does not agree', () => {
    const counted = { slo: 'disagreement', type: 'Disagreement', bound: 0.02, since: ago(40), compared: 500, disagreed: 400, badWindows: 9, counter: { epoch: 'a', compared: 500, disagreed: 400 }, window: { bad: 0, n: 4, mean: 100, m2: 300, withBad: 4 } } as const;
    const spec = { rollout: { strategy: 'Shadow', shadow: {}, analysis: { slos: [] } } };
    const gaveUp = (item: object): ModelDeploymentStatus => rolledBack('Disagreement', { evidence: [{ ...counted, ...item }] });
    const { recomputed } = compare(deployment(gaveUp({}), spec));
    expect([recomputed.verdict, recomputed.because[0]]).toEqual(['Breach', expect.stringMatching(/^disagreement 80\.00 % > 2\.00 % \(400 of 500 answers differ/)]);
    const [line = ''] = recomputed.figures;
    expect(line).toMatch(/^disagreement: 400 of 500 answers differ \(at most \d\d\.\d\d %\); e-value 1\.000e\+12 of 100\.0$/);
    const [, upper = ''] = /at most ([\d.]+) %/.exec(line) ?? [];
    const told = { absolute: 1e12, threshold: 100, upper: Number(upper) / 100 };
    expect(compare(deployment(gaveUp(told), spec)).agreement).toBe('agree');
    expect(compare(deployment(gaveUp({ ...told, absolute: 5 }), spec)).agreement).toBe('disagree');
  });

  it('says where they differ, and what to look for', () => {
    const lines = explanationLines(compare(deployment(rollingOut)));
    expect(lines.slice(-3, -1)).toEqual(['They DISAGREE:', '  the verdict is Breach by the counts, and status says Insufficient']);
    expect(lines.at(-1)).toMatch(/^Look for: /);
  });
});
