import { wantsJson } from '../arguments.ts';
import { checkText } from '../check/check-text.ts';
import { readManifests } from '../check/read-manifests.ts';
import type { Command } from '../command.ts';
import { exitCode } from '../failure.ts';

export const check: Command = {
  words: 'check',
  takes: 'PATH',
  options: ['output'],
  about: 'Check manifests as the API server would, without a cluster',
  more: 'A file, a folder, or - for standard input, such as from "kubectl kustomize". Schema, unknown fields, and the CEL rules of the CRDs that look at one state; rules about a change, and policies, only the cluster can ask. Exit code 1 when something is wrong.',
  async run({ name, values, terminal }) {
    const checked = (await readManifests(name)).map(({ file, text }) => checkText(file, text));
    const findings = checked.flatMap((one) => one.findings);
    const objects = checked.reduce((sum, one) => sum + one.objects, 0);
    if (wantsJson(values)) terminal.out(JSON.stringify({ objects, findings }, undefined, 2));
    else {
      for (const { file, object, problem } of findings) terminal.out(`${file}: ${object}: ${problem}`);
      terminal.out(`${objects} object${objects === 1 ? '' : 's'} of Trainyard, ${findings.length} problem${findings.length === 1 ? '' : 's'}`);
    }
    return findings.length === 0 ? exitCode.done : exitCode.failed;
  },
};
