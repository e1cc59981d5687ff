import packageJson from '../../package.json' with { type: 'json' };
import { ApiError } from '../../operator/runtime/errors.ts';
import type { KubeObject, ResourceType } from '../../operator/runtime/types.ts';
import { wantsJson } from '../arguments.ts';
import type { Command } from '../command.ts';
import type { Connection } from '../connect.ts';
import { exitCode } from '../failure.ts';

const deployments: ResourceType = { group: 'apps', version: 'v1', kind: 'Deployment', plural: 'deployments', namespaced: true };
/** As the chart sets them. */
const operatorLabels = 'app.kubernetes.io/name=trainyard,app.kubernetes.io/component=operator';

interface Deployment extends KubeObject {
  spec?: { template?: { spec?: { containers?: readonly { readonly image?: string }[] } } };
}

export const version: Command = {
  words: 'version',
  options: ['output'],
  about: 'Print the version of this client, and the images of the operators in the cluster',
  async run({ values, terminal, connect }) {
    const json = wantsJson(values);
    const client = packageJson.version;
    const operators = await operatorImages(connect());
    if (json) terminal.out(JSON.stringify({ client, operators }, undefined, 2));
    else terminal.out([`Client: ${client}`, ...(typeof operators === 'string' ? [`Operator: not readable: ${operators}`] : operators.length === 0 ? ['Operator: none found'] : operators.map(({ namespace, name, image }) => `Operator: ${image} (deployment ${namespace}/${name})`))].join('\n'));
    return exitCode.done;
  },
};

interface Operator {
  readonly namespace: string;
  readonly name: string;
  readonly image: string;
}

/** Or why they cannot be read: few people may read Deployments of all namespaces. */
async function operatorImages({ client }: Connection): Promise<readonly Operator[] | string> {
  try {
    const { items } = await client.list<Deployment>(deployments, { labelSelector: operatorLabels });
    return items.map(({ metadata, spec }) => ({ namespace: metadata.namespace ?? '', name: metadata.name, image: spec?.template?.spec?.containers?.[0]?.image ?? 'unknown' }));
  } catch (error) {
    if (error instanceof ApiError) return error.message;
    throw error;
  }
}
