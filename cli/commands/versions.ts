import type { ModelVersion } from '../../crds/generated/model-version.ts';
import { modelVersionResource } from '../../crds/generated/resources.ts';
import { wantsJson } from '../arguments.ts';
import type { Command } from '../command.ts';
import { exitCode } from '../failure.ts';
import { inOrder, versionLines } from '../render/versions.ts';

export const versions: Command = {
  words: 'versions',
  options: ['model', 'all-namespaces', 'output'],
  about: 'List ModelVersions with their scores and who serves them',
  async run({ values, terminal, connect }) {
    const json = wantsJson(values);
    const { client, namespace, clock } = connect();
    const everywhere = values['all-namespaces'] === true;
    const { items } = await client.list<ModelVersion>(modelVersionResource, everywhere ? {} : { namespace });
    const wanted = items.filter(({ spec }) => values.model === undefined || spec.model === values.model);
    if (json) terminal.out(JSON.stringify({ apiVersion: 'v1', kind: 'List', items: inOrder(wanted) }, undefined, 2));
    else if (wanted.length === 0) terminal.err(`No ModelVersions${values.model === undefined ? '' : ` of the model ${values.model}`} found${everywhere ? '' : ` in the namespace ${namespace}`}.`);
    else terminal.out(versionLines(wanted, clock.now(), everywhere).join('\n'));
    return exitCode.done;
  },
};
