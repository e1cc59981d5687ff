// Writes as the API server counts them: what a program says of itself is no evidence.
import { readFileSync } from 'node:fs';
import { Agent, request } from 'undici';
import { parseMetrics } from '../shared/scrape.ts';

export interface Writes {
  readonly status: number;
  readonly events: number;
  /** Anything else: spec, finalizers, owned objects. */
  readonly objects: number;
}

interface Kubeconfig {
  readonly clusters: readonly [{ readonly cluster: { readonly server: string; readonly 'certificate-authority-data': string } }];
  readonly users: readonly [{ readonly user: { readonly token: string } }];
}

const writingVerbs = new Set(['POST', 'PUT', 'PATCH', 'APPLY', 'DELETE', 'DELETECOLLECTION']);
/** What the API server writes for itself, and leases, which cost the same whatever there is to do. */
const notCounted = new Set(['coordination.k8s.io', 'flowcontrol.apiserver.k8s.io', 'apiregistration.k8s.io', 'rbac.authorization.k8s.io', 'apiextensions.k8s.io']);
const deadlineMs = 30_000;

/** All writes since the API server started, whoever made them and however they ended. */
export async function readWrites(kubeconfigPath: string): Promise<Writes> {
  const { clusters, users } = JSON.parse(readFileSync(kubeconfigPath, 'utf8')) as Kubeconfig;
  const { server, 'certificate-authority-data': ca } = clusters[0].cluster;
  const dispatcher = new Agent({ connect: { ca: Buffer.from(ca, 'base64').toString('utf8') } });
  try {
    const { statusCode, body } = await request(`${server}/metrics`, { dispatcher, headers: { authorization: `Bearer ${users[0].user.token}` }, headersTimeout: deadlineMs, bodyTimeout: deadlineMs });
    const text = await body.text();
    if (statusCode !== 200) throw new Error(`/metrics of the API server: HTTP ${statusCode}: ${text.slice(0, 200)}`);
    return writesIn(text);
  } finally {
    await dispatcher.close();
  }
}

export function writesIn(text: string): Writes {
  const counted = parseMetrics(text).filter(({ name, labels }) => name === 'apiserver_request_total' && writingVerbs.has(labels['verb'] ?? '') && !notCounted.has(labels['group'] ?? '') && labels['subresource'] !== 'token');
  const total = (matches: (labels: Readonly<Record<string, string>>) => boolean): number => counted.filter(({ labels }) => matches(labels)).reduce((all, { value }) => all + value, 0);
  const isStatus = (labels: Readonly<Record<string, string>>): boolean => labels['subresource'] === 'status';
  const isEvent = (labels: Readonly<Record<string, string>>): boolean => labels['resource'] === 'events';
  return { status: total(isStatus), events: total(isEvent), objects: total((labels) => !isStatus(labels) && !isEvent(labels)) };
}

export function between(before: Writes, after: Writes): Writes {
  return { status: after.status - before.status, events: after.events - before.events, objects: after.objects - before.objects };
}
