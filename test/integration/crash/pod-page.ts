// The metrics page of a model server: it answers so many requests a second, of which a share fails.
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
  /** Around every answer. */
  readonly asked: (answer: () => Promise<void>) => void;
}

const perSecond = 100;

export async function openPodPage(options: PodPageOptions): Promise<() => void> {
  const startedMs = options.clock.now().getTime();
  const sockets = new Set<Socket>();
  const page = (): string => {
    const requests = Math.floor(((options.clock.now().getTime() - startedMs) / 1000) * perSecond) + perSecond;
    return metricsPage(options.revision, startedMs / 1000, options.failing ? 0 : requests, options.failing ? requests : 0);
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
  return () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
}
