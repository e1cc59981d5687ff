// The metrics page of a model server that answers its share of the traffic, or fails all of it.
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { metricsPage } from '../../../controllers/model-deployment/testing/evidence-servers.ts';
import { metricsPort } from '../../../controllers/model-deployment/resources/workload.ts';
import type { Clock } from '../../../operator/runtime/clock.ts';

export interface PodPageOptions {
  /** A loopback address stands for the address of a pod. */
  readonly ip: string;
  readonly revision: string;
  readonly failing: boolean;
  readonly clock: Clock;
  /** Its share of all traffic now, 0 to 1. */
  readonly share: () => number;
  /** Around every answer. */
  readonly asked: (answer: () => Promise<void>) => void;
}

export interface PodPage {
  /** Counts what came until now; to be called before shares change. */
  count(): void;
  close(): void;
}

/** Requests to all revisions together. */
const perSecond = 1000;

export async function openPodPage(options: PodPageOptions): Promise<PodPage> {
  const startedMs = options.clock.now().getTime();
  const sockets = new Set<Socket>();
  let [countedMs, requests] = [startedMs, 0];
  const count = (): void => {
    const now = options.clock.now().getTime();
    requests += ((now - countedMs) / 1000) * perSecond * options.share();
    countedMs = now;
  };
  const page = (): string => {
    count();
    const answered = Math.floor(requests);
    return metricsPage(options.revision, startedMs / 1000, options.failing ? 0 : answered, options.failing ? answered : 0);
  };
  const server = createServer((_request, response) => {
    options.asked(() => new Promise((resolve) => response.end(page(), resolve)));
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<AddressInfo>((resolve, reject) => {
    server.once('error', reject);
    server.listen(metricsPort, options.ip, () => resolve(server.address() as AddressInfo));
  });
  return {
    count,
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
