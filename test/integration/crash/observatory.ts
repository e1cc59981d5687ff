// Sees everything that happens in all namespaces by watches of its own, in the order of each kind. Nothing that was
// made and deleted again escapes it.
import { experimentResource, modelDeploymentResource, modelVersionResource, trainingRunResource } from '../../../crds/generated/resources.ts';
import { configMaps, deployments, horizontalPodAutoscalers, jobs, podDisruptionBudgets, pods, services, virtualServices } from '../../../controllers/shared/kube-types.ts';
import type { ApiClient } from '../../../operator/runtime/client.ts';
import { eventType } from '../../../operator/runtime/events.ts';
import { createInformer, type Change, type Informer } from '../../../operator/runtime/informer.ts';
import { eventually, silentSurroundings } from '../../../operator/runtime/testing/silent.ts';
import type { KubeObject } from '../../../operator/runtime/types.ts';

const types = [trainingRunResource, experimentResource, modelVersionResource, modelDeploymentResource, jobs, configMaps, pods, deployments, services, horizontalPodAutoscalers, podDisruptionBudgets, virtualServices, eventType];

export interface Sight {
  readonly type: Change<KubeObject>['type'];
  readonly object: KubeObject;
}

/** Versions grow with time across all kinds, since all live in one etcd: good enough to tell what came first in a test. */
export function versionOf(object: KubeObject): number {
  return Number(object.metadata.resourceVersion);
}

const longMs = 60_000;

/** One namespace as it is seen. */
export class View {
  readonly sights: Sight[] = [];
  lastSightMs = performance.now();
  private readonly objects = new Map<string, KubeObject>();
  private readonly listeners = new Set<(sight: Sight) => void>();
  private readonly problem = Promise.withResolvers<never>();

  constructor() {
    this.problem.promise.catch(() => undefined);
  }

  see(sight: Sight): void {
    const { kind, metadata } = sight.object;
    this.sights.push(sight);
    this.lastSightMs = performance.now();
    if (sight.type === 'deleted') this.objects.delete(`${kind} ${metadata.name}`);
    else this.objects.set(`${kind} ${metadata.name}`, sight.object);
    for (const listener of [...this.listeners]) listener(sight);
  }

  /** Who plays a part in this namespace failed: nobody shall wait any longer. */
  fail(error: unknown): void {
    this.problem.reject(error);
  }

  onSight(listener: (sight: Sight) => void): void {
    this.listeners.add(listener);
  }

  get<T extends KubeObject>(kind: string, name: string): T | undefined {
    return this.objects.get(`${kind} ${name}`) as T | undefined;
  }

  all(): readonly KubeObject[] {
    return [...this.objects.values()];
  }

  /** Every state of one object that was seen, oldest first. */
  states<T extends KubeObject>(kind: string, name: string): T[] {
    return this.sights.filter(({ type, object }) => type !== 'deleted' && object.kind === kind && object.metadata.name === name).map(({ object }) => object as T);
  }

  private describe(): string {
    return this.all().map((object) => {
      const { status } = object as KubeObject & { status?: Record<string, unknown> };
      const { conditions, launches, candidate, rollout, retiring, lastRollback } = status ?? {};
      return `${object.kind} ${object.metadata.name} generation ${object.metadata.generation ?? 0} ${JSON.stringify({ conditions, launches, candidate, rollout, retiring, lastRollback })}`;
    }).join('\n');
  }

  async until(what: string, holds: () => boolean): Promise<void> {
    const seen = Promise.withResolvers<undefined>();
    const look = (): void => (holds() ? seen.resolve(undefined) : undefined);
    const timer = setTimeout(() => seen.reject(new Error(`never came: ${what}\n${this.describe()}`)), longMs);
    this.listeners.add(look);
    look();
    try {
      await Promise.race([seen.promise, this.problem.promise]);
    } finally {
      clearTimeout(timer);
      this.listeners.delete(look);
    }
  }
}

export class Observatory {
  private readonly views = new Map<string, View>();
  private readonly informers: readonly Informer<KubeObject>[];

  constructor(client: ApiClient) {
    const surroundings = silentSurroundings();
    this.informers = types.map((type) => createInformer<KubeObject>({ client, type, ...surroundings }));
    for (const informer of this.informers) informer.onChange(({ type, object }) => this.views.get(object.metadata.namespace ?? '')?.see({ type, object }));
  }

  async start(): Promise<void> {
    for (const informer of this.informers) informer.start();
    await eventually(() => this.informers.every((informer) => informer.hasSynced()), longMs);
  }

  async stop(): Promise<void> {
    await Promise.all(this.informers.map((informer) => informer.stop()));
  }

  open(namespace: string): View {
    const view = new View();
    this.views.set(namespace, view);
    return view;
  }

  close(namespace: string): void {
    this.views.delete(namespace);
  }
}
