// MLflow's model registry API, as far as the mirror needs it.
import { isCode, type KeyValue } from './tracking.ts';
import type { Rest } from './rest.ts';

export interface RegisteredVersion {
  readonly version: string;
  readonly run_id?: string;
  readonly source?: string;
  readonly tags?: readonly KeyValue[];
  readonly aliases?: readonly string[];
}

/** Each throws a MlflowError. */
export interface Registry {
  /** The registered model of that name, made if there is none. */
  model(name: string): Promise<void>;
  /** Versions of the model with the tag, the oldest first. */
  versionsWith(model: string, tag: KeyValue): Promise<readonly RegisteredVersion[]>;
  createVersion(model: string, version: { readonly source: string; readonly runId?: string | undefined; readonly tags: readonly KeyValue[] }): Promise<RegisteredVersion>;
  deleteVersion(model: string, version: string): Promise<void>;
  setTag(model: string, version: string, tag: KeyValue): Promise<void>;
  setAlias(model: string, alias: string, version: string): Promise<void>;
  /** Takes the alias away from this version; from another one it is not taken. */
  dropAlias(model: string, alias: string, version: string): Promise<void>;
}

export function registry(rest: Rest): Registry {
  return {
    async model(name) {
      try {
        await rest.send('POST', 'registered-models/create', { name });
      } catch (error) {
        if (!isCode(error, 'RESOURCE_ALREADY_EXISTS')) throw error;
      }
    },
    async versionsWith(model, { key, value }) {
      const filter = `name = '${model}' and tags.\`${key}\` = '${value}'`;
      const { model_versions: versions = [] } = await rest.get<{ model_versions?: RegisteredVersion[] }>('model-versions/search', { filter, max_results: '100' });
      return versions.toSorted((a, b) => Number(a.version) - Number(b.version));
    },
    async createVersion(model, { source, runId, tags }) {
      return (await rest.send<{ model_version: RegisteredVersion }>('POST', 'model-versions/create', { name: model, source, tags, ...(runId === undefined ? {} : { run_id: runId }) })).model_version;
    },
    async deleteVersion(model, version) {
      await rest.send('DELETE', 'model-versions/delete', { name: model, version });
    },
    async setTag(model, version, tag) {
      await rest.send('POST', 'model-versions/set-tag', { name: model, version, ...tag });
    },
    async setAlias(model, alias, version) {
      await rest.send('POST', 'registered-models/alias', { name: model, alias, version });
    },
    async dropAlias(model, alias, version) {
      const held = await holderOf(rest, model, alias);
      if (held === version) await rest.send('DELETE', 'registered-models/alias', { name: model, alias });
    },
  };
}

async function holderOf(rest: Rest, name: string, alias: string): Promise<string | undefined> {
  try {
    return (await rest.get<{ model_version: RegisteredVersion }>('registered-models/alias', { name, alias })).model_version.version;
  } catch (error) {
    // MLflow says INVALID_PARAMETER_VALUE of an alias that nobody holds.
    if (isCode(error, 'INVALID_PARAMETER_VALUE') || isCode(error, 'RESOURCE_DOES_NOT_EXIST')) return undefined;
    throw error;
  }
}
