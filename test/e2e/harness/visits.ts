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
  readonly users: readonly string[];
  readonly naming: Naming;
}

const connections = 16;

/** Every user asks once, all on new connections. The cheapest question will do: whatever is asked, the proxies choose the version alike, and every answer names it. */
export async function visit({ addresses, host, users, naming }: VisitOptions): Promise<Visits> {
  const pools = addresses.map((address) => new Pool(address, { connections: Math.ceil(connections / addresses.length), headersTimeout: 10_000, bodyTimeout: 10_000 }));
  const versions = new Map<string, string>();
  const failures: string[] = [];
  let next = 0;
  const ask = async (i: number): Promise<void> => {
    const user = users[i] ?? '';
    const { statusCode, headers, body } = await pools[i % pools.length]!.request({ method: 'GET', path: '/v2/health/live', headers: { host, ...naming(user) } });
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

/** Every user asks for a prediction, and tells the deployment afterwards what it was worth by the version that gave it. Returns what was refused. */
export async function visitAndReward({ address, host, row, users, reward }: { readonly address: string; readonly host: string; readonly row: Row; readonly users: readonly string[]; readonly reward: (version: string) => number }): Promise<readonly string[]> {
  const pool = new Pool(address, { connections: 8, headersTimeout: 10_000, bodyTimeout: 10_000 });
  const refused: string[] = [];
  const post = async (path: string, user: string, body: object): Promise<{ readonly version: string; readonly revision: string; readonly requestId: string }> => {
    const { statusCode, headers, body: answer } = await pool.request({ method: 'POST', path, headers: { host, 'content-type': 'application/json', ...byHeader(user) }, body: JSON.stringify(body) });
    const text = await answer.text();
    if (statusCode !== 200) refused.push(`${path} of ${user}: ${statusCode} ${text.slice(0, 100)}`);
    return { version: String(headers['x-trainyard-version']), revision: String(headers['x-trainyard-revision']), requestId: String(headers['x-request-id']) };
  };
  await Promise.all(users.map(async (user) => {
    const { version, revision, requestId } = await post('/predict', user, { rows: [row] });
    await post('/feedback', user, { revision, requestId, reward: reward(version) });
  }));
  await pool.close();
  return refused;
}
