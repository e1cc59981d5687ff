// `make conformance`: the kit against our server and its peers, each with the same models, into bench/results/conformance.json.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Part } from '../context.ts';
import { printed } from '../print.ts';
import type { Report } from '../report.ts';
import { run } from '../run.ts';
import { kserveVersion, startKserve } from './kserve.ts';
import { mlserverVersion, startMlserver } from './mlserver.ts';
import type { ServerProcess } from './server-process.ts';
import { startTrainyard } from './trainyard.ts';

interface Subject {
  readonly name: string;
  readonly version: string;
  readonly start: (parts: readonly Part[]) => Promise<ServerProcess>;
  readonly forceBinary?: boolean;
}

const repository = join(import.meta.dirname, '../..');
const timeoutMs = 20_000;
const parts: readonly Part[] = ['simple', 'echo', 'divide'];

const subjects: readonly Subject[] = [
  { name: 'Trainyard', version: await ownVersion(), start: startTrainyard },
  { name: 'KServe', version: kserveVersion, start: startKserve },
  // It has binary tensors, and does not say so.
  { name: 'KServe with --binary', version: kserveVersion, start: startKserve, forceBinary: true },
  { name: 'MLServer', version: mlserverVersion, start: startMlserver },
];

async function ownVersion(): Promise<string> {
  return (JSON.parse(await readFile(join(repository, 'model-server/package.json'), 'utf8')) as { version: string }).version;
}

/** With the model of FP16 where the server can load it. */
async function start({ name, start: startWith }: Subject): Promise<{ readonly server: ServerProcess; readonly names: readonly Part[] }> {
  const all: readonly Part[] = [...parts, 'half'];
  try {
    return { server: await startWith(all), names: all };
  } catch (error) {
    console.log(`${name} does not start with models/half.onnx: ${(error as Error).message.slice(0, 600)}`);
    return { server: await startWith(parts), names: parts };
  }
}

async function test(subject: Subject): Promise<Omit<Report, 'url'> & { readonly name: string; readonly version: string }> {
  const { server, names } = await start(subject);
  try {
    const { url: _, ...report } = await run({ url: server.url, models: names, forceBinary: subject.forceBinary ?? false, timeoutMs, now: () => new Date() });
    console.log(`\n${subject.name} ${subject.version}\n${printed({ ...report, url: server.url })}`);
    return { name: subject.name, version: subject.version, ...report };
  } finally {
    await server.stop();
  }
}

const wanted = process.argv.slice(2);
const servers = [];
for (const subject of subjects.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) servers.push(await test(subject));
// Some alone: looked at, and not recorded.
if (wanted.length === 0) await writeFile(join(repository, 'bench/results/conformance.json'), `${JSON.stringify({ servers }, null, 1)}\n`);
