// Loaded into the operator by `--import`: on SIGUSR2 it collects garbage and writes down what is left. The operator knows
// nothing of it.
import { renameSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const path = process.env['SOAK_REPORT'];
if (path === undefined) throw new Error('SOAK_REPORT is not set');

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const tell = (report: object): void => {
  writeFileSync(`${path}.part`, JSON.stringify({ pid: process.pid, ...report }));
  renameSync(`${path}.part`, path); // never half a report
};

process.on('SIGUSR2', () => {
  void (async () => {
    // Several times: what finalizers and closed sockets let go of is found by the next one.
    for (let times = 0; times < 4; times += 1) {
      collect();
      await delay(100);
    }
    const { heapUsed, external } = process.memoryUsage();
    tell({ at: performance.now(), heapUsed, external });
  })();
});
tell({ at: 0, heapUsed: 0, external: 0 });
