import { ApiError } from '../../operator/runtime/errors.ts';
import type { KubeObject, ResourceType } from '../../operator/runtime/types.ts';
import type { OptionValues } from '../arguments.ts';
import type { Connection } from '../connect.ts';
import { Failure } from '../failure.ts';
import type { ServerImage } from './job.ts';

const deployments: ResourceType = { group: 'apps', version: 'v1', kind: 'Deployment', plural: 'deployments', namespaced: true };
/** As the chart sets them. */
const operatorLabels = 'app.kubernetes.io/name=trainyard,app.kubernetes.io/component=operator';
/** As the operator sets them on the Deployments of its revisions. */
const revisionLabels = 'app.kubernetes.io/managed-by=trainyard,trainyard.dev/revision';

interface Container {
  readonly image?: string;
  readonly env?: readonly { readonly name: string; readonly value?: string }[];
  readonly envFrom?: readonly { readonly secretRef?: { readonly name?: string } }[];
}

export interface Deployment extends KubeObject {
  spec?: { readonly template?: { readonly spec?: { readonly containers?: readonly Container[] } } };
}

/**
 * Image and Secret of serving pods: from the operator of this namespace, else from a deployment in it, since few people
 * may read the operator's namespace. What the options name is taken as it is.
 */
export async function findServer(connection: Pick<Connection, 'client' | 'namespace'>, { image, secret }: OptionValues): Promise<ServerImage> {
  if (image !== undefined && secret !== undefined) return { image, storeSecretName: secret };
  const found = (await fromOperators(connection)) ?? (await fromRevisions(connection));
  const server = { image: image ?? found?.image, storeSecretName: secret ?? found?.storeSecretName };
  if (server.image === undefined) throw new Failure('which image serves models here cannot be read, neither from the operator nor from a deployment in this namespace: name it by --image');
  if (server.storeSecretName === undefined) throw new Failure('the Secret of the store cannot be read, neither from the operator nor from a deployment in this namespace: name it by --secret');
  return { image: server.image, storeSecretName: server.storeSecretName };
}

async function fromOperators({ client, namespace }: Pick<Connection, 'client' | 'namespace'>): Promise<Partial<ServerImage> | undefined> {
  const operators = await readable(async () => (await client.list<Deployment>(deployments, { labelSelector: operatorLabels })).items);
  return operatorOf(operators, namespace);
}

async function fromRevisions({ client, namespace }: Pick<Connection, 'client' | 'namespace'>): Promise<Partial<ServerImage> | undefined> {
  const revisions = await readable(async () => (await client.list<Deployment>(deployments, { namespace, labelSelector: revisionLabels })).items);
  return newestRevision(revisions);
}

/** What the operator that watches the namespace is told; one for this namespace goes before one for all. */
export function operatorOf(operators: readonly Deployment[], namespace: string): Partial<ServerImage> | undefined {
  const told = operators.map((operator) => {
    const { env = [] } = containerOf(operator);
    const value = (name: string): string | undefined => env.find((one) => one.name === name)?.value;
    const watched = (value('WATCH_NAMESPACES') ?? '').split(',').map((one) => one.trim()).filter((one) => one !== '');
    return { watched, server: serverOf(value('MODEL_SERVER_IMAGE'), value('STORE_SECRET_NAME')) };
  });
  return (told.find(({ watched }) => watched.includes(namespace)) ?? told.find(({ watched }) => watched.length === 0))?.server;
}

export function newestRevision(revisions: readonly Deployment[]): Partial<ServerImage> | undefined {
  const [newest] = [...revisions].sort((a, b) => (b.metadata.creationTimestamp ?? '').localeCompare(a.metadata.creationTimestamp ?? ''));
  if (newest === undefined) return undefined;
  const { image, envFrom } = containerOf(newest);
  return serverOf(image, envFrom?.[0]?.secretRef?.name);
}

function containerOf({ spec }: Deployment): Container {
  return spec?.template?.spec?.containers?.[0] ?? {};
}

function serverOf(image: string | undefined, storeSecretName: string | undefined): Partial<ServerImage> {
  return { ...(image === undefined ? {} : { image }), ...(storeSecretName === undefined ? {} : { storeSecretName }) };
}

/** Nothing where this person may not look. */
async function readable(read: () => Promise<readonly Deployment[]>): Promise<readonly Deployment[]> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ApiError && (error.status === 401 || error.status === 403)) return [];
    throw error;
  }
}
