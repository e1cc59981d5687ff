import { trainerJob } from './samples.ts';
import type { Kube } from './kube.ts';

/** Registers a copy of a model that fails at run time for tumours with a mean radius above the bound. */
export async function failingModel(kube: Kube, namespace: string, name: string, manifestUri: string, above: number): Promise<void> {
  await changedModel(kube, namespace, name, manifestUri, 'failing-copy', ['--above', above.toFixed(1)]);
}

/** Registers a copy of a model that multiplies matrices before each answer; 300 rounds take some 30 to 150 ms of one core. */
export async function slowModel(kube: Kube, namespace: string, name: string, manifestUri: string, rounds: number): Promise<void> {
  await changedModel(kube, namespace, name, manifestUri, 'slow-copy', ['--rounds', String(rounds)]);
}

async function changedModel(kube: Kube, namespace: string, name: string, manifestUri: string, change: string, options: readonly string[]): Promise<void> {
  const printed = await trainerJob(kube, namespace, `make-${name}`, ['trainyard_trainer.samples', change, manifestUri, `s3://models/${namespace}/${name}/`, '--share-column', 'mean_radius', ...options]);
  const line = printed.split('\n').findLast((text) => text.startsWith('{"artifact"'));
  const { artifact, manifest } = JSON.parse(line ?? '{}') as { artifact: object; manifest: object };
  const hyphen = name.lastIndexOf('-');
  await kube.apply([{ apiVersion: 'trainyard.dev/v1alpha1', kind: 'ModelVersion', metadata: { name, namespace }, spec: { model: name.slice(0, hyphen), version: Number(name.slice(hyphen + 1)), artifact, manifest } }]);
}

/** `hang` never answers, `slow` answers after two seconds, `reset` cuts the connection, `crash` ends three seconds after its start, `die` fifteen: by then the server before it is gone. */
export type Fault = 'hang' | 'slow' | 'reset' | 'crash' | 'die';

const program = (fault: Fault): string => `
const { createServer } = require('node:http');
const seconds = { crash: 3, die: 15 }['${fault}'];
if (seconds !== undefined) setTimeout(() => process.exit(1), 1000 * seconds);
createServer((request, response) => {
  if (request.method === 'GET') return response.end('');
  request.resume();
  request.on('end', () => {
    if ('${fault}' === 'reset') return request.socket.resetAndDestroy();
    if ('${fault}' === 'slow') return setTimeout(() => response.end('{}'), 2000);
    if (seconds !== undefined) return response.end('{}');
  });
}).listen(Number(process.env.FAULT_PORT));
`;

interface Workload {
  readonly spec: { readonly template: { readonly spec: { readonly containers: readonly { readonly ports: readonly { readonly name: string; readonly containerPort: number }[] }[] } } };
}

/** Puts another server in the place of a revision's model server, and waits until it alone has the endpoints. The operator never writes the template of a live revision. */
export async function candidateServer(kube: Kube, namespace: string, revision: string, fault: Fault): Promise<void> {
  const { spec } = JSON.parse(await kube.kubectl('get', 'deployment', revision, '-n', namespace, '-o', 'json')) as Workload;
  const port = spec.template.spec.containers[0]?.ports.find(({ name }) => name === 'http')?.containerPort ?? 0;
  const container = '/spec/template/spec/containers/0';
  const patch = [
    { op: 'add', path: `${container}/image`, value: 'trainyard.dev/operator:dev' },
    { op: 'add', path: `${container}/command`, value: ['node', '-e', program(fault)] },
    { op: 'add', path: `${container}/args`, value: [] },
    { op: 'add', path: `${container}/env`, value: [{ name: 'FAULT_PORT', value: String(port) }] },
  ];
  await kube.kubectl('patch', 'deployment', revision, '-n', namespace, '--type=json', '-p', JSON.stringify(patch));
  if (fault !== 'crash') await kube.kubectl('rollout', 'status', `deployment/${revision}`, '-n', namespace, '--timeout', '60s');
}
