// `make sim-judge`: seeded rollouts under Trainyard's judge and under the rules of Flagger and Argo Rollouts. Writes
// bench/results/judge.json, from which `make generate` makes docs/reference/judge-simulation.md and its plots. Ends with
// 1 when the judge's false rollbacks exceed alpha in any cell, or when its short form decides otherwise than the whole.
import { mkdirSync, writeFileSync } from 'node:fs';
import { repositoryPath } from '../../test/integration/harness/binaries.ts';
import { judgedConfig } from './engines/judged-config.ts';
import { wholeJudge } from './engines/whole-judge.ts';
import { grid, published, type Point } from './grid.ts';
import { brokenCells, cellOf, type Cell, type JudgeResult } from './result.ts';
import { figuresOf, simulate } from './simulate.ts';

const quick = process.env['QUICK'] === '1';
const runs = quick ? 200 : 2000;

/** Seeds of different points never meet. */
const seedOf = (index: number, run: number): number => index * 100_003 + run;

function measure({ setting, engines }: Point, index: number): readonly Cell[] {
  const endings = Array.from({ length: runs }, (_, run) => simulate(setting, engines, seedOf(index, run)));
  agree({ setting, engines }, index, endings[0]?.[0]?.rolledBackAt);
  return engines.map((engine, i) => cellOf(engine.name, setting, figuresOf(endings.flatMap((ending) => ending[i] ?? []))));
}

/** The first rollout of each point is shown to the whole judge as well. */
function agree({ setting, engines }: Point, index: number, rolledBackAt: number | undefined): void {
  if (engines[0]?.name.startsWith('trainyard') !== true) throw new Error('the first engine of a point is the judge');
  const whole = simulate(setting, [wholeJudge], seedOf(index, 0))[0]?.rolledBackAt;
  if (rolledBackAt !== whole) throw new Error(`point ${index}: the short form rolled back at ${rolledBackAt ?? 'no'} s, the whole judge at ${whole ?? 'no'} s (${JSON.stringify(setting)})`);
}

function main(): boolean {
  const started = Date.now();
  const points = grid();
  const cells = points.flatMap((point, i) => {
    const made = measure(point, i);
    console.log(`${i + 1}/${points.length} after ${Math.round((Date.now() - started) / 1000)} s: ${JSON.stringify(made[0])}`);
    return made;
  });
  const again = published().flatMap((point, i) => measure(point, points.length + i));
  const result: JudgeResult = { measuredAt: new Date().toISOString(), alpha: judgedConfig.alpha, runs, seconds: Math.round((Date.now() - started) / 1000), cells, published: again };
  if (quick) console.log('QUICK=1: nothing is written');
  else {
    mkdirSync(repositoryPath('bench', 'results'), { recursive: true });
    writeFileSync(repositoryPath('bench', 'results', 'judge.json'), `${JSON.stringify(result, undefined, 1)}\n`);
    console.log('wrote bench/results/judge.json; `make generate` brings the figures into docs/reference/judge-simulation.md');
  }
  const broken = brokenCells(result);
  for (const cell of broken) console.log(`BROKEN: ${cell.engine} rolls back ${cell.rollbackRate} (at most ${cell.upper95}) of good candidates at ${cell.requestsPerSecond} requests/s, ${cell.baseError} errors in bursts of ${cell.burst}; alpha is ${result.alpha}`);
  return broken.length === 0;
}

process.exitCode = main() ? 0 : 1;
