import { readFileSync } from 'node:fs';
import { Agent, type RequestOptions } from 'node:https';
import type { OperatorLogger, ResourceEvent, ResourceMeta } from '@dot-i/k8s-operator';
import { CoreV1Api, KubeConfig, type V1CustomResourceDefinitionVersion } from '@kubernetes/client-node';
import { parse } from 'yaml';
import { createClient, type ApiClient } from '../runtime/client.ts';
import { sleep, systemClock } from '../runtime/clock.ts';
import { createController, type Controller } from '../runtime/controller.ts';
import { isAlreadyExists, isNotFound } from '../runtime/errors.ts';
import { addFinalizer, hasFinalizer, removeFinalizer } from '../runtime/finalizers.ts';
import { createInformer, type Informer } from '../runtime/informer.ts';
import { createLogger } from '../runtime/log.ts';
import { createMetrics } from '../runtime/metrics.ts';
import { collectionPath } from '../runtime/resource-path.ts';
import { createTransport, type Transport } from '../runtime/transport.ts';
import { keyOf, type Key, type KubeObject, type ResourceType } from '../runtime/types.ts';
import { deliveries } from './deliveries.ts';
import { ResourceEventType, ResourceMetaImpl, asKubernetesObject } from './resource-event.ts';
import { servedType } from './served-type.ts';

interface Definition extends KubeObject {
  spec: { group: string; versions: V1CustomResourceDefinitionVersion[]; names: { plural: string } };
}

const crdType: ResourceType = { group: 'apiextensions.k8s.io', version: 'v1', kind: 'CustomResourceDefinition', plural: 'customresourcedefinitions', namespaced: false };
const syncPollMs = 20;

/**
 * Base class for an operator. Where the package hides a failure (a write that is logged and reported as done, a handler
 * whose rejection is lost, an exit), this one throws: the event is then delivered again, later and later.
 */
export abstract class Operator {
  protected kubeConfig: KubeConfig;
  protected k8sApi: CoreV1Api;
  protected logger: OperatorLogger;
  readonly #client: ApiClient;
  readonly #transport: Transport;
  readonly #surroundings;
  readonly #types = new Map<string, ResourceType>();
  readonly #running: { readonly informer: Informer<KubeObject>; readonly controller: Controller }[] = [];
  #closing: Promise<void> | undefined;

  constructor(logger?: OperatorLogger) {
    this.kubeConfig = new KubeConfig();
    this.kubeConfig.loadFromDefault();
    this.k8sApi = this.kubeConfig.makeApiClient(CoreV1Api);
    this.logger = logger ?? silent;
    this.#surroundings = { clock: systemClock(), metrics: createMetrics(), logger: createLogger({ level: 'warn', destination: { write: (line) => this.logger.warn(line.trimEnd()) } }) };
    this.#client = createClient({ kubeConfig: this.kubeConfig, ...this.#surroundings });
    this.#transport = createTransport({ kubeConfig: this.kubeConfig, clock: this.#surroundings.clock });
  }

  /** Run the operator, typically called from main(). */
  async start(): Promise<void> {
    await this.init();
  }

  stop(): void {
    void this.stopped();
  }

  /** As `stop`; resolves when the last handler has ended and all connections are closed. */
  async stopped(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  /** Initialize the operator, add your resource watchers here. */
  protected abstract init(): Promise<void>;

  protected async registerCustomResourceDefinition(crdFile: string): Promise<{ group: string; versions: V1CustomResourceDefinitionVersion[]; plural: string }> {
    const definition = parse(readFileSync(crdFile, 'utf8')) as Definition;
    if (!definition.apiVersion.startsWith('apiextensions.k8s.io/')) throw new TypeError("Invalid CRD yaml (expected 'apiextensions.k8s.io')");
    try {
      await this.#client.create(crdType, definition);
      this.logger.info(`registered custom resource definition '${definition.metadata.name}'`);
    } catch (error) {
      if (!isAlreadyExists(error)) throw error;
    }
    return { group: definition.spec.group, versions: definition.spec.versions, plural: definition.spec.names.plural };
  }

  protected getCustomResourceApiUri(group: string, version: string, plural: string, namespace?: string): string {
    return this.#transport.server + collectionPath({ group, version, plural, kind: '', namespaced: true }, namespace ?? '');
  }

  /** Resolves when the first list is delivered to the queue. */
  protected async watchResource(group: string, version: string, plural: string, onEvent: (event: ResourceEvent) => Promise<void>, namespace?: string): Promise<void> {
    const type = await servedType(this.#transport, group, version, plural);
    const id = `${plural}.${group === '' ? version : `${group}/${version}`}`;
    this.#types.set(id, type);
    const informer = createInformer<KubeObject>({ client: this.#client, type, ...(namespace === undefined ? {} : { namespaces: [namespace] }), ...this.#surroundings });
    // One worker: the package promises that events come one after the other.
    const controller = createController({ name: id, workers: 1, reconcile: deliveries(plural, informer.store, onEvent), ...this.#surroundings }).watches(informer, ({ object }) => [keyOf(object)]);
    this.#running.push({ informer, controller });
    informer.start();
    controller.start();
    while (!informer.hasSynced() && this.#closing === undefined) await sleep(this.#surroundings.clock, syncPollMs);
    this.logger.info(`watching resource ${id}`);
  }

  /** `null` when the object is gone; any other failure is thrown, a conflict too. */
  protected async setResourceStatus(meta: ResourceMeta, status: unknown): Promise<ResourceMeta | null> {
    const { name, namespace, resourceVersion, apiVersion, kind } = meta;
    const object = { apiVersion, kind, metadata: { name, resourceVersion, ...(namespace === undefined ? {} : { namespace }) }, status };
    return this.#written(meta, this.#client.replace<KubeObject>(this.#typeOf(meta), object, { subresource: 'status' }));
  }

  /** As setResourceStatus, by a JSON merge patch. */
  protected async patchResourceStatus(meta: ResourceMeta, status: unknown): Promise<ResourceMeta | null> {
    return this.#written(meta, this.#client.patch<KubeObject>(this.#typeOf(meta), keyIn(meta), { metadata: { resourceVersion: meta.resourceVersion }, status }, { subresource: 'status' }));
  }

  /** True: nothing more is to be done about the event. The finalizer was written then, or removed after `deleteAction`. */
  protected async handleResourceFinalizer(event: ResourceEvent, finalizer: string, deleteAction: (event: ResourceEvent) => Promise<void>): Promise<boolean> {
    if (event.type === ResourceEventType.Deleted) return false;
    const object = event.object as unknown as KubeObject;
    const type = this.#typeOf(event.meta);
    if (object.metadata.deletionTimestamp === undefined) {
      if (hasFinalizer(object, finalizer)) return false;
      await addFinalizer(this.#client, type, object, finalizer);
      return true;
    }
    if (hasFinalizer(object, finalizer)) {
      await deleteAction(event);
      await removeFinalizer(this.#client, type, object, finalizer);
    }
    return true;
  }

  protected async setResourceFinalizers(meta: ResourceMeta, finalizers: string[]): Promise<void> {
    await this.#client.patch(this.#typeOf(meta), keyIn(meta), { metadata: { finalizers } });
  }

  protected async applyAxiosKubeConfigAuth(request: { headers?: Record<string, string | number | boolean>; httpsAgent?: unknown; auth?: { username: string; password: string } }): Promise<void> {
    const { headers, agent, auth } = await this.#credentials();
    if (headers !== undefined) request.headers = { ...request.headers, ...headers };
    if (auth !== undefined) request.auth = auth;
    if (agent !== undefined) request.httpsAgent = agent;
  }

  protected async applyGaxiosKubeConfigAuth(options: { headers?: Record<string, string>; agent?: unknown }): Promise<void> {
    const { headers, agent, auth } = await this.#credentials();
    if (headers !== undefined) options.headers = { ...options.headers, ...headers };
    else if (auth !== undefined) options.headers = { ...options.headers, Authorization: `Basic ${Buffer.from(`${auth.username}:${auth.password}`).toString('base64')}` };
    if (agent !== undefined) options.agent = agent;
  }

  async #credentials(): Promise<{ headers?: { Authorization: string }; agent?: Agent; auth?: { username: string; password: string } }> {
    const options: RequestOptions = {};
    await this.kubeConfig.applyToHTTPSOptions(options);
    const authorization = (options.headers as Record<string, unknown> | undefined)?.['Authorization'];
    const [username = '', password = ''] = typeof options.auth === 'string' ? options.auth.split(':') : [];
    const { ca, cert, key } = options;
    return {
      ...(typeof authorization === 'string' ? { headers: { Authorization: authorization } } : {}),
      ...(typeof options.auth === 'string' ? { auth: { username, password } } : {}),
      ...(ca !== undefined || cert !== undefined || key !== undefined ? { agent: new Agent({ ca, cert, key }) } : {}),
    };
  }

  #typeOf(meta: ResourceMeta): ResourceType {
    const type = this.#types.get(meta.id);
    if (type === undefined) throw new TypeError(`${meta.id} is not watched by this operator`);
    return type;
  }

  async #written(meta: ResourceMeta, call: Promise<KubeObject>): Promise<ResourceMeta | null> {
    try {
      return ResourceMetaImpl.createWithId(meta.id, asKubernetesObject(await call));
    } catch (error) {
      if (isNotFound(error)) return null;
      throw error;
    }
  }

  async #close(): Promise<void> {
    await Promise.all(this.#running.map(({ controller }) => controller.stop()));
    await Promise.all(this.#running.map(({ informer }) => informer.stop()));
    await Promise.all([this.#client.close(), this.#transport.close()]);
  }
}

const silent: OperatorLogger = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

function keyIn(meta: ResourceMeta): Key {
  return { namespace: meta.namespace ?? '', name: meta.name };
}
