// Fuzzes the model server with requests of our own making. `make fuzz` runs it; --seed repeats a run.
import { parseArgs } from 'node:util';

import { fuzzConnections } from './fuzz-connections.ts';
import { fuzzRequests, type FuzzProblem } from './fuzz-requests.ts';
import { startSubject } from './subject.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    requests: { type: 'string', default: '200000' },
    connections: { type: 'string', default: '10000' },
    seconds: { type: 'string', default: '3600' },
  },
});
const seed = Number(values.seed);
const seconds = Number(values.seconds);
console.log(`seed ${seed}`);
const subject = await startSubject();
const requests = await fuzzRequests(subject, { seed, requests: Number(values.requests), seconds, block: 2_000 });
console.log(`${requests.requests} requests: ${list(requests.outcomes)}; statuses ${list(requests.statuses)}`);
console.log(`memory after the first third and at the end: heap ${signed(requests.memory.heapBytes)}, resident ${signed(requests.memory.rssBytes)}`);
const connections = await fuzzConnections(subject, { seed, connections: Number(values.connections), seconds });
console.log(`${connections.connections} connections: ${list(connections.statuses)}`);
await subject.server.app.close();
const problems = [...requests.problems, ...connections.problems];
problems.forEach(show);
console.log(problems.length === 0 ? 'nothing is wrong' : `${problems.length} problems; the same again: --seed ${seed}`);
process.exitCode = problems.length === 0 ? 0 : 1;

function list(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts).map(([name, count]) => `${name} ${count}`).join(', ');
}

function signed(bytes: number): string {
  return `${bytes < 0 ? '' : '+'}${(bytes / 1e6).toFixed(1)} MB`;
}

function show({ why, request }: FuzzProblem): void {
  console.log(`\n${why}`);
  if (request) console.log(`  ${request.method} ${request.url} ${JSON.stringify(request.headers)}\n  body (base64): ${request.bodyBase64}`);
}
