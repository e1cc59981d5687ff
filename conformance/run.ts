// Runs the cases one after the other against one server.
import { NotApplicable, Violation, type Case } from './case.ts';
import { cases as allCases } from './cases/cases.ts';
import { client, ConnectionError } from './client.ts';
import type { Context } from './context.ts';
import { discover, type Asked } from './discover.ts';
import packageJson from './package.json' with { type: 'json' };
import type { CaseResult, Report } from './report.ts';

export interface Options extends Asked {
  readonly url: string;
  /** For each case, and for finding out what the server has. */
  readonly timeoutMs: number;
  /** The clock. */
  readonly now: () => Date;
  readonly cases?: readonly Case[];
}

/** Throws ConnectionError where nobody answers, CannotStart where no model is known. */
export async function run({ url, timeoutMs, now, cases = allCases, ...asked }: Options): Promise<Report> {
  const at = now().toISOString();
  const { context, server } = await discover(client(url, AbortSignal.timeout(timeoutMs)), asked);
  const results: CaseResult[] = [];
  for (const one of cases) results.push(await runCase(one, context, url, timeoutMs));
  const parts = Object.fromEntries(Object.entries(context.parts).map(([part, { name }]) => [part, name]));
  return { kit: packageJson.version, at, url, server, models: { subject: context.subject.name, parts }, cases: results };
}

/** Never throws but for a fault of this kit: what a server does, or fails to do, ends its own case only. */
async function runCase(one: Case, context: Context, url: string, timeoutMs: number): Promise<CaseResult> {
  const { id, level, source, title } = one;
  const started = performance.now();
  const result = (outcome: CaseResult['outcome'], why?: string): CaseResult =>
    ({ id, level, source, title, outcome, ...(why === undefined ? {} : { why }), milliseconds: Math.round(performance.now() - started) });
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    await one.run({ ...context, send: client(url, signal) });
    return result('passed');
  } catch (error) {
    if (error instanceof NotApplicable) return result('skipped', error.message);
    if (error instanceof Violation) return result('failed', error.message);
    if (error instanceof ConnectionError) return result('failed', signal.aborted ? `no answer within ${timeoutMs / 1000} s` : `no answer: ${error.message}`);
    throw new Error(`case ${id} has a fault of its own`, { cause: error });
  }
}
