import { Pool } from 'undici';
import type { Row } from './samples.ts';

/** How a user is told apart: `x-user-id: user-7` or `cookie: uid=user-7`. */
export type Naming = (user: string) => Readonly<Record<string, string>>;
export const byHeader: Naming = (user) => ({ 'x-user-id': user });
export const byCookie: Naming = (user) => ({ cookie: `theme=dark; uid=${user}` });
export const anonymous: Naming = () => ({});

export interface Visits {
  /** Version that answered each user. */
  readonly versions: ReadonlyMap<string, string>;
  /** What else was answered. */
  readonly failures: readonly string[];
  readonly perSecond: number;
}

export interface VisitOptions {
  /** Requests go to these addresses in turn. */
  readonly addresses: readonly string[];
  readonly host: string;
  readonly rows: readonly Row[];
  readonly users: readonly string[];
  readonly naming: Naming;
}

const connections = 24;

/** Every user asks once, all on new connections. Users that meet again are no visitors that a proxy knows by their connection. */
export async function visit({ addresses, host, rows, users, naming }: VisitOptions): Promise<Visits> {
  const pools = addresses.map((address) => new Pool(address, { connections: Math.ceil(connections / addresses.length), headersTimeout: 10_000, bodyTimeout: 10_000 }));
  const bodies = rows.map((row) => JSON.stringify({ rows: [row] }));
  const versions = new Map<string, string>();
  const failures: string[] = [];
  let next = 0;
  const ask = async (i: number): Promise<void> => {
    const user = users[i] ?? '';
    const { statusCode, headers, body } = await pools[i % pools.length]!.request({ method: 'POST', path: '/predict', headers: { host, 'content-type': 'application/json', ...naming(user) }, body: bodies[i % bodies.length] ?? '' });
    const text = await body.text();
    if (statusCode === 200) versions.set(user, String(headers['x-trainyard-version'] ?? ''));
    else failures.push(`${user}: ${statusCode} ${text.slice(0, 100)}`);
  };
  const started = performance.now();
  const visitor = async (): Promise<void> => {
    while (next < users.length) {
      const i = next;
      next += 1;
      await ask(i).catch((error: unknown) => failures.push(`${users[i] ?? ''}: ${String(error)}`));
    }
  };
  await Promise.all(Array.from({ length: connections }, visitor));
  const perSecond = Math.round((1000 * users.length) / (performance.now() - started));
  await Promise.all(pools.map((pool) => pool.close()));
  return { versions, failures, perSecond };
}
