import { describe, expect, it } from 'vitest';
import { judgeSimulation } from './page.ts';
import type { Cell, JudgeResult } from './result.ts';

const cell = (parts: Partial<Cell>): Cell => ({ engine: 'trainyard', requestsPerSecond: 10, baseError: 0.001, burst: 1, effect: 0.001, runs: 2000, rollbackRate: 0, upper95: 0.0015, p50Seconds: null, harmedMedian: 2, ...parts });
const result = (...cells: Cell[]): JudgeResult => ({ measuredAt: '2026-01-02T03:04:05Z', alpha: 0.01, runs: 2000, seconds: 600, cells, published: [] });
const made = (...cells: Cell[]): string => judgeSimulation(JSON.stringify(result(...cells))).get('judge-simulation.md')!;

describe('the page of the simulation', () => {
  it('says that alpha holds only when it does in every cell of good candidates', () => {
    expect(made(cell({}), cell({ burst: 5, rollbackRate: 0.01 }))).toContain('In none of the 2 cells of good candidates');
    expect(made(cell({}), cell({ burst: 5, rollbackRate: 0.0105 }))).toContain('**Alpha does not hold everywhere.** In 1 of the 2 cells of good candidates the judge rolls back more than alpha = 1 % of them, at worst 1.05 %.');
  });
  it('does not take the rollback of a bad candidate, or a false one of a peer, for a broken promise', () => {
    expect(made(cell({}), cell({ effect: 0.05, rollbackRate: 1 }), cell({ engine: 'flagger-1', rollbackRate: 1 }))).toContain('In none of the 1 cells');
  });
  it('shows the peers beside the judge, and how often a rule stays silent', () => {
    const page = made(cell({ effect: 0.05, rollbackRate: 1, p50Seconds: 40, harmedMedian: 3 }), cell({ engine: 'flagger-10', effect: 0.05, rollbackRate: 0.07 }));
    expect(page).toContain('| 10 | 5 % | 1 | 40 s, 3 |  |  | never (7 %), 2 |  |  |');
  });
  it('draws a mark for each cell of its kind', () => {
    const plots = judgeSimulation(JSON.stringify(result(cell({}), cell({ engine: 'flagger-1', rollbackRate: 1 }), cell({ effect: 0.05 }))));
    expect(plots.get('judge-false-rollbacks.svg')!.match(/<title>/g)).toHaveLength(2);
    expect(plots.get('judge-detection.svg')!.match(/<title>/g)).toHaveLength(1);
  });
});
