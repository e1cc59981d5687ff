import type { Command } from '../command.ts';
import { readVersion } from '../connect.ts';
import { exitCode } from '../failure.ts';
import { exported } from '../render/exported.ts';

export const exportVersion: Command = {
  words: 'export',
  takes: 'MODELVERSION',
  options: [],
  about: 'Print a ModelVersion as YAML to commit',
  more: 'The pointer with its digests, without status, namespace, UID, stage and decision about approval: the cluster that gets it reads the bytes anew and decides for itself.',
  async run({ name, terminal, connect }) {
    const found = await readVersion(connect(), name);
    terminal.out(exported(found).trimEnd());
    return exitCode.done;
  },
};
