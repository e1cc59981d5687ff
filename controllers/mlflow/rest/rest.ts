// MLflow's REST API: how it is called. What is called stands in tracking.ts and registry.ts.
import { request } from 'undici';
import PQueue from 'p-queue';
import { asError } from '../../../operator/runtime/errors.ts';

export interface MlflowServer {
  /** Such as http://mlflow.ml-platform.svc:5000. */
  readonly url: string;
  readonly token?: string | undefined;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
}

/** `MlflowUnreachable`: another time it may work. `MlflowRefused`: the same call will be refused again. */
export class MlflowError extends Error {
  override readonly name = 'MlflowError';
  readonly reason: 'MlflowUnreachable' | 'MlflowRefused';
  /** MLflow's own word, such as RESOURCE_ALREADY_EXISTS; empty where it said none. */
  readonly code: string;

  constructor(reason: MlflowError['reason'], code: string, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.reason = reason;
    this.code = code;
  }
}

/** Each throws a MlflowError. */
export interface Rest {
  get<T>(path: string, query: Readonly<Record<string, string>>): Promise<T>;
  send<T>(method: 'POST' | 'PATCH' | 'DELETE', path: string, body: object): Promise<T>;
  /** Puts a file where `mlflow-artifacts:/` addresses lead. */
  put(path: string, bytes: Buffer): Promise<void>;
}

/** Longest time that one call may take. */
export const deadlineMs = 5_000;
/** One limit for the whole server, whoever calls: a thousand finished runs must not take it away from people. */
const limits = { concurrency: 4, intervalCap: 50, interval: 1_000 };

export function createRest(server: MlflowServer): Rest {
  const queue = new PQueue(limits);
  const base = server.url.endsWith('/') ? server.url : `${server.url}/`;
  const authorization = authorizationOf(server);

  const call = async (method: 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'PUT', url: URL, contentType: string, body?: string | Buffer): Promise<string> => {
    try {
      const headers = { ...(body === undefined ? {} : { 'content-type': contentType }), ...(authorization === undefined ? {} : { authorization }) };
      const response = await request(url, { method, headers, ...(body === undefined ? {} : { body }), signal: AbortSignal.timeout(deadlineMs) });
      const text = await response.body.text();
      if (response.statusCode === 200) return text;
      throw refusal(`${method} ${url.pathname}`, response.statusCode, text);
    } catch (error) {
      if (error instanceof MlflowError) throw error;
      throw new MlflowError('MlflowUnreachable', '', `MLflow at ${url.origin} does not answer: ${asError(error).message}`, error);
    }
  };
  const limited = (task: () => Promise<string>): Promise<string> => queue.add(task);

  return {
    async get(path, query) {
      const url = new URL(`api/2.0/mlflow/${path}`, base);
      url.search = new URLSearchParams(query).toString();
      return parsed(await limited(() => call('GET', url, '')));
    },
    async send(method, path, body) {
      return parsed(await limited(() => call(method, new URL(`api/2.0/mlflow/${path}`, base), 'application/json', JSON.stringify(body))));
    },
    async put(path, bytes) {
      await limited(() => call('PUT', new URL(`api/2.0/mlflow-artifacts/artifacts/${path}`, base), 'application/octet-stream', bytes));
    },
  };
}

function authorizationOf({ token, username, password = '' }: MlflowServer): string | undefined {
  if (token !== undefined) return `Bearer ${token}`;
  return username === undefined ? undefined : `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

const remedies: Readonly<Record<number, string>> = {
  401: '; give the operator credentials by the Secret that the chart value mlflow.secretName names',
  403: '; start MLflow with --allowed-hosts and the name in mlflow.trackingUri, or give the operator\'s user the right',
};

function refusal(what: string, status: number, text: string): MlflowError {
  const { error_code: code = '', message = text.slice(0, 300) } = optional(text);
  const passes = status >= 500 || status === 429 || status === 408;
  return new MlflowError(passes ? 'MlflowUnreachable' : 'MlflowRefused', code, `MLflow answers ${status} to ${what}: ${message.slice(0, 500)}${remedies[status] ?? ''}`);
}

function parsed<T>(text: string): T {
  try {
    return JSON.parse(text) as T;
  } catch (error) {
    // A login page, or a proxy that answers in MLflow's place.
    throw new MlflowError('MlflowRefused', '', `what answers is not MLflow: ${text.slice(0, 100)}`, error);
  }
}

function optional(text: string): { readonly error_code?: string; readonly message?: string } {
  try {
    return JSON.parse(text) as { error_code?: string; message?: string };
  } catch {
    return {};
  }
}
