import type { ModelVersion } from '../../crds/generated/model-version.ts';
import { modelVersionResource } from '../../crds/generated/resources.ts';
import { nameOf } from '../arguments.ts';
import type { Command } from '../command.ts';
import { missing } from '../connect.ts';
import { exitCode } from '../failure.ts';
import { exported } from '../render/exported.ts';

const versionKinds = ['modelversion', 'modelversions', 'mv', 'modelversion.trainyard.dev', 'modelversions.trainyard.dev'];

export const exportVersion: Command = {
  words: 'export',
  takes: 'MODELVERSION',
  options: [],
  about: 'Print a ModelVersion as YAML to commit',
  more: 'The pointer with its digests, without status, namespace, UID, stage and decision about approval: the cluster that gets it reads the bytes anew and decides for itself.',
  async run({ name: word, terminal, connect }) {
    const name = nameOf(word, versionKinds);
    const { client, namespace } = connect();
    const found = await client.get<ModelVersion>(modelVersionResource, { namespace, name });
    if (found === undefined) throw missing('ModelVersion', 'modelversions', namespace, name);
    terminal.out(exported(found).trimEnd());
    return exitCode.done;
  },
};
