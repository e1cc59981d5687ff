// The process of the open loop. Arguments: port, file of requests, requests a second, seconds, connections. Prints JSON.
import { readFileSync } from 'node:fs';
import { openLoop } from './open-loop.ts';
import { unframe } from './questions.ts';
import { constantRate } from './schedule.ts';

/** The code of this process is compiled while it runs, and the server comes from rest. */
const warmSeconds = 0.5;

const [port, path = '', perSecond, seconds, connections] = process.argv.slice(2);
const measured = await openLoop({
  host: '127.0.0.1',
  port: Number(port),
  requests: unframe(readFileSync(path)),
  connections: Number(connections),
  schedule: constantRate(Number(perSecond), warmSeconds, Number(seconds)),
  patienceMs: 30_000,
});
console.log(JSON.stringify(measured));
