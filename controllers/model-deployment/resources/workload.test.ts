import { describe, expect, it } from 'vitest';
import { revisionName } from '../revision.ts';
import { deploymentOf, ownedByDeployment, versionOf } from '../testing/objects.ts';
import { specOf, type SpecParts } from '../testing/rollout.ts';
import { buildDisruptionBudget, buildFrontService, buildRevisionService } from './services.ts';
import { buildWorkload } from './workload.ts';

const identity = { deployment: 'web', revision: 'web-12345678', model: 'tumour', version: 'tumour-1' };
const labels = { 'app.kubernetes.io/managed-by': 'trainyard', 'trainyard.dev/deployment': 'web', 'trainyard.dev/revision': 'web-12345678', 'trainyard.dev/model': 'tumour', 'trainyard.dev/version': 'tumour-1' };
const server = { image: 'registry/model-server@sha256:1', storeSecretName: 'trainyard-store' };
interface Template { spec: { template: { spec: { containers: Record<string, unknown>[] } & Record<string, unknown> } & Record<string, unknown> } & Record<string, unknown> }
const workload = (spec: SpecParts = {}): Template => buildWorkload(deploymentOf(spec), identity, versionOf(), server, deploymentOf(spec).spec.server.replicas) as unknown as Template;

describe('the pods of a revision', () => {
  it('carry who they are, in labels without a role', () => {
    expect(workload({ server: { replicas: 3 } })).toMatchObject({
      metadata: { name: 'web-12345678', namespace: 'ml', labels, ownerReferences: [ownedByDeployment] },
      spec: { replicas: 3, selector: { matchLabels: { 'trainyard.dev/revision': 'web-12345678' } }, strategy: { rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } }, template: { metadata: { labels } } },
    });
  });
  it('run without any right they do not need', () => {
    const { spec } = workload().spec.template;
    expect(spec).toMatchObject({ automountServiceAccountToken: false, enableServiceLinks: false, securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } } });
    expect(spec.containers[0]).toMatchObject({ securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } } });
  });
  it('let the user name the environment, but not the model', () => {
    const { containers } = workload({ server: { env: [{ name: 'DRAIN_SECONDS', value: '9' }, { name: 'TRAINYARD_MODELS', value: '[]' }] } }).spec.template.spec;
    const env = containers[0]?.['env'] as { name: string; value: string }[];
    expect(env.map(({ name }) => name)).toEqual(['DRAIN_SECONDS', 'DRAIN_SECONDS', 'TRAINYARD_MODELS', 'TRAINYARD_MODELS']);
    expect(JSON.parse(env.at(-1)!.value)).toEqual([{ name: 'tumour', version: 'tumour-1', revision: 'web-12345678', artifact: { uri: 's3://models/a.onnx', sha256: 'a'.repeat(64) }, manifest: { uri: 's3://models/a.json', sha256: 'b'.repeat(64) } }]);
  });
  it('are told how to batch and where to run, and nothing where nothing was said', () => {
    const env = (server: SpecParts['server']): unknown => workload({ server }).spec.template.spec.containers[0]?.['env'];
    expect((env({ batching: { maxRows: 8, maxDelay: '1s500ms', maxQueueRows: 100 }, execution: 'Worker' }) as unknown[]).slice(1, -1)).toEqual([
      { name: 'BATCH_MAX_ROWS', value: '8' }, { name: 'BATCH_MAX_DELAY_MILLIS', value: '1500' }, { name: 'QUEUE_MAX_ROWS', value: '100' }, { name: 'EXECUTION', value: 'Worker' },
    ]);
    expect(env({ batching: { maxDelay: '2ms', maxQueueRows: 100 } })).not.toContainEqual(expect.objectContaining({ name: 'BATCH_MAX_ROWS' }));
    expect(env({ execution: 'Auto' })).toEqual(env({}));
  });
  it('are the same for the same intent', () => {
    expect(workload({ server: { replicas: 1 } }).spec.template).toEqual(workload({ server: { replicas: 9 }, paused: true, traffic: { timeout: '9s' } }).spec.template);
  });
});

describe('the name of a revision', () => {
  const name = (digest: string, more: object = {}): string => revisionName('web', digest, specOf({ server: more }).server);
  it('tells model, resources and environment apart, and nothing else', () => {
    expect(name('a')).toMatch(/^web-[0-9a-f]{8}$/);
    expect(name('a', { replicas: 9 })).toBe(name('a'));
    expect(name('a', { env: [] })).toBe(name('a'));
    expect(new Set([name('a'), name('b'), name('a', { env: [{ name: 'A', value: '1' }] }), name('a', { resources: { requests: { cpu: '9' } } })]).size).toBe(4);
  });
  it('is the same in every release of the operator', () => {
    // A change here restarts every model of every user: it must never happen by accident.
    expect(revisionName('web', 'a'.repeat(64), { replicas: 1, resources: { requests: { cpu: '100m' } }, execution: 'Auto' })).toBe('web-88793bc8');
  });
});

describe('what stands before the pods', () => {
  it('a Service for the revision, whose address the weights name', () => {
    expect(buildRevisionService(deploymentOf(), identity)).toMatchObject({ metadata: { name: 'web-12345678', labels, ownerReferences: [ownedByDeployment] }, spec: { selector: { 'trainyard.dev/revision': 'web-12345678' }, ports: [{ port: 80, targetPort: 'http', appProtocol: 'http' }] } });
  });
  it('a Service for the deployment, which outside of the mesh leads to stable', () => {
    const service = buildFrontService(deploymentOf(), 'web-12345678');
    expect(service).toMatchObject({ metadata: { name: 'web' }, spec: { selector: { 'trainyard.dev/revision': 'web-12345678' } } });
    expect(service.metadata.labels).not.toHaveProperty('trainyard.dev/revision');
  });
  it('a budget that lets a drain take one pod at a time', () => {
    expect(buildDisruptionBudget(deploymentOf(), identity)).toMatchObject({ spec: { maxUnavailable: 1, selector: { matchLabels: { 'trainyard.dev/revision': 'web-12345678' } } } });
  });
});
