import { median, rounded } from './median.ts';

/** The median of every figure over the repetitions. */
export function mediansOf<F extends Readonly<Record<keyof F, number>>>(runs: readonly F[], digits: number): F {
  const [first] = runs;
  if (first === undefined) throw new Error('medians of no run');
  return Object.fromEntries(Object.keys(first).map((name) => [name, rounded(median(runs.map((run) => run[name as keyof F])), digits)])) as unknown as F;
}

/** A line for people, while the next repetition runs. */
export function line(figures: Readonly<Record<string, number>>, digits: number): string {
  return Object.entries(figures).map(([name, value]) => `${name} ${rounded(value, digits)}`).join(', ');
}

/** Says which limits are missed, and lets the process end with 1 then. */
export function tellMissed<L extends Readonly<Record<string, number>>>(figures: { readonly [K in keyof L]: number }, limits: L): void {
  const missed = Object.entries(limits).filter(([name, limit]) => figures[name as keyof L] > limit);
  for (const [name, limit] of missed) console.log(`MISSED: ${name} is ${figures[name as keyof L]}, the limit is ${limit}`);
  process.exitCode = missed.length === 0 ? 0 : 1;
}
