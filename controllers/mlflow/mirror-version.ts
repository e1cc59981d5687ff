import { uidTag, type MirroredVersion } from './content/mirrored.ts';
import type { Registry } from './rest/registry.ts';

/**
 * Makes MLflow's copy of a version as it should be, and does nothing that was done before. Throws a MlflowError.
 *
 * @returns its number in MLflow.
 * @param before aliases that were set the last time: those that it lost are taken away, those of people stay.
 */
export async function mirrorVersion(registry: Registry, wanted: MirroredVersion, before: readonly string[]): Promise<string> {
  await registry.model(wanted.model);
  const [oldest, ...doubles] = await registry.versionsWith(wanted.model, { key: uidTag, value: wanted.uid });
  for (const { version } of doubles) await registry.deleteVersion(wanted.model, version);
  const wantedTags = Object.entries(wanted.tags).map(([key, value]) => ({ key, value }));
  const copy = oldest ?? (await registry.createVersion(wanted.model, { source: wanted.source, runId: wanted.runId, tags: wantedTags }));

  const known = oldest === undefined ? wantedTags : (oldest.tags ?? []);
  for (const tag of wantedTags) {
    if (known.find(({ key }) => key === tag.key)?.value !== tag.value) await registry.setTag(wanted.model, copy.version, tag);
  }
  for (const alias of before) if (!wanted.aliases.includes(alias)) await registry.dropAlias(wanted.model, alias, copy.version);
  for (const alias of wanted.aliases) await registry.setAlias(wanted.model, alias, copy.version);
  return copy.version;
}
