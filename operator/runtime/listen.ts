import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Endpoint {
  /** The port in use: the one asked for, or the one chosen for 0. */
  readonly port: number;
  close(): Promise<void>;
}

/** Resolves when the server can be reached. */
export function listen(server: Server, { port, host }: { readonly port: number; readonly host?: string }): Promise<Endpoint> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve({
        port: (server.address() as AddressInfo).port,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}
