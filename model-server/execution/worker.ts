// A thread that holds one session. What comes and goes are the tensors' parts: their class does not survive the journey.
import { parentPort, workerData } from 'node:worker_threads';

import { textOf } from '../errors.ts';
import { openSession } from '../model/session.ts';
import { packed, unpacked, type FromWorker, type ToWorker, type WorkerStart } from './messages.ts';

const port = parentPort;
if (port === null) throw new Error('execution/worker.ts runs in a worker thread only');
const say = (message: FromWorker, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer);

const { graph, threads } = workerData as WorkerStart;
const session = await openSession(graph, threads);
say({ kind: 'opened', inputs: session.inputs, outputs: session.outputs });

port.on('message', ({ id, feeds, outputs }: ToWorker) => {
  session.run(unpacked(feeds), outputs).then(
    (results) => {
      // Copies: the runtime's own memory cannot be given away.
      const { tensors, transfer } = packed(results, true);
      say({ kind: 'done', id, results: tensors }, transfer);
    },
    (cause: unknown) => say({ kind: 'failed', id, cause: textOf(cause) }),
  );
});
