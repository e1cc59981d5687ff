// docs/reference/conformance.md: what the conformance kit found on our server and its peers.
import { code, pageHeader, table } from './markdown.ts';

/** As conformance/peers/main.ts writes it. */
export interface ConformanceResult {
  readonly servers: readonly Server[];
}

interface Server {
  readonly name: string;
  readonly version: string;
  readonly at: string;
  readonly cases: readonly Case[];
}

interface Case {
  readonly id: string;
  readonly level: 'must' | 'should';
  readonly source: string;
  readonly title: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly why?: string;
}

const marks = { passed: 'yes', failed: '**no**', skipped: '–' } as const;

export function conformance({ servers }: ConformanceResult): string {
  const [first] = servers;
  if (first === undefined) throw new Error('bench/results/conformance.json has no servers');
  const heads = servers.map(({ name, version }) => `${name} ${version}`);
  const summary = servers.map((server) => [`${server.name} ${server.version}`, counted(server, 'must'), counted(server, 'should')]);
  const rows = first.cases.map(({ id, level, title, source }) => [code(id), level, title, source, ...servers.map(({ cases }) => outcome(cases, id))]);
  return `${pageHeader('bench/results/conformance.json')}
# Conformance

What [the conformance kit](../../conformance/README.md) found on model servers of the Open Inference Protocol V2 (REST),
${first.at.slice(0, 10)}. Each served the same models from [conformance/models/](../../conformance/models/) by onnxruntime,
through [this code](../../conformance/peers/). KServe and MLServer leave running a model to code of its author. Ours decodes with
their own functions, runs, encodes the outputs that were asked for, and tells what onnxruntime refuses as their error for
bad input; nothing more is checked there. KServe has binary tensors without advertising them: a run of its own tests them all
the same. \`make conformance\` repeats it.

A *must* is what the text of the protocol demands, or of the extension where the server advertises it. A *should* is what
clients of several servers need.

${table(['Server', 'Must: passed, failed, skipped', 'Should: passed, failed, skipped'], summary)}
## Every case
${table(['Case', 'Level', 'Expected', 'Source', ...heads], rows)}
## What came instead
${servers.map(failures).join('\n')}`;
}

function counted({ cases }: Server, level: Case['level']): string {
  const of = (wanted: Case['outcome']): number => cases.filter((one) => one.level === level && one.outcome === wanted).length;
  return [of('passed'), of('failed'), of('skipped')].join(', ');
}

function outcome(cases: readonly Case[], id: string): string {
  const found = cases.find((one) => one.id === id);
  return found === undefined ? '' : marks[found.outcome];
}

function failures({ name, version, cases }: Server): string {
  const failed = cases.filter((one) => one.outcome === 'failed');
  const skipped = new Map<string, string[]>();
  for (const { id, outcome: came, why = '' } of cases) if (came === 'skipped') skipped.set(why, [...(skipped.get(why) ?? []), id]);
  const left = [...skipped].map(([why, ids]) => `Skipped, because ${why}: ${ids.length === 1 ? code(ids[0] ?? '') : `${ids.length} cases`}.\n`).join('');
  const rows = failed.map(({ id, level, why = '' }) => [code(id), level, code(why.replaceAll('`', "'"))]);
  return `### ${name} ${version}\n${rows.length === 0 ? 'No case failed.\n' : table(['Case', 'Level', 'Came'], rows)}\n${left}`;
}
