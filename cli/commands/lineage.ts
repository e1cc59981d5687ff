import packageJson from '../../package.json' with { type: 'json' };
import type { ModelVersion } from '../../crds/generated/model-version.ts';
import type { TrainingRun } from '../../crds/generated/training-run.ts';
import { trainingRunResource } from '../../crds/generated/resources.ts';
import { isForbidden } from '../../operator/runtime/errors.ts';
import { timeoutMs } from '../arguments.ts';
import type { Command, Terminal } from '../command.ts';
import { readVersion, type Connection } from '../connect.ts';
import { exitCode, Failure } from '../failure.ts';
import { mlBom } from '../lineage/cyclone-dx.ts';
import { openLineageEvents } from '../lineage/open-lineage.ts';
import type { Provenance } from '../lineage/provenance.ts';
import { readManifest } from '../verify/read.ts';

const formats: Readonly<Record<string, (provenance: Provenance) => string>> = {
  // One event a line, as the services that take them want one a request.
  openlineage: (provenance) => openLineageEvents(provenance).map((event) => JSON.stringify(event)).join('\n'),
  cyclonedx: (provenance) => JSON.stringify(mlBom(provenance), undefined, 2),
};
const names = Object.keys(formats);
const deadlineMs = 30_000;

export const lineage: Command = {
  words: 'lineage',
  takes: 'MODELVERSION',
  options: ['output', 'timeout'],
  outputs: names,
  about: 'Print where a version came from, as OpenLineage events or as a CycloneDX ML-BOM',
  more: 'From the status of the ModelVersion and, where it can be read with your own credentials, its manifest, which knows the columns. openlineage: one event a line. cyclonedx: a document of version 1.6.',
  async run({ name, values, terminal, connect }) {
    const write = formats[values.output ?? ''];
    if (write === undefined) throw new Failure(`write -o ${names.join(' or -o ')}${values.output === undefined ? '' : `: --output ${values.output} is not offered`}`, exitCode.wrongUsage);
    const limitMs = timeoutMs(values) ?? deadlineMs;
    const connection = connect();
    const version = await readVersion(connection, name);
    if (version.status?.lineage === undefined) throw new Failure(`the lineage of ${version.metadata.name} is not known yet: the operator has not verified it; "kubectl describe mv ${version.metadata.name}" says why`);
    terminal.out(write({ version, manifest: await manifestOf(version, limitMs, terminal), run: await runOf(connection, version), program: packageJson.version }));
    return exitCode.done;
  },
};

async function manifestOf({ spec }: ModelVersion, limitMs: number, { err }: Terminal): Promise<Provenance['manifest']> {
  const { personalStore } = await import('../personal-store.ts');
  const reading = await readManifest(personalStore(limitMs), spec.manifest.uri);
  const problem = 'unread' in reading ? reading.unread : (reading.invalid ?? (reading.sha256 === spec.manifest.sha256 ? undefined : `it has sha256 ${reading.sha256}, and spec.manifest.sha256 is ${spec.manifest.sha256}`));
  if (problem === undefined) return 'manifest' in reading ? reading.manifest : undefined;
  err(`warning: ${spec.manifest.uri} is left out, and with it what is known of the columns: ${problem}`);
  return undefined;
}

/** The very run, and no namesake; its manifest tells the times too, for those who may not read runs. */
async function runOf({ client }: Connection, { metadata, spec }: ModelVersion): Promise<TrainingRun | undefined> {
  if (spec.trainingRunRef?.uid === undefined) return undefined;
  try {
    const found = await client.get<TrainingRun>(trainingRunResource, { namespace: metadata.namespace ?? 'default', name: spec.trainingRunRef.name });
    return found?.metadata.uid === spec.trainingRunRef.uid ? found : undefined;
  } catch (error) {
    if (isForbidden(error)) return undefined;
    throw error;
  }
}
