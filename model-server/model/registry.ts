import { requestError } from '../errors.ts';
import type { Model } from './model.ts';

/** The models of this process, by name and version. */
export interface Models {
  readonly all: readonly Model[];
  /** The model that `POST /predict` without a name means. */
  readonly first: Model;
  /** Of several versions the one that was configured first, where none is asked for. Throws NoSuchModel or NoSuchVersion. */
  find(name: string, version?: string): Model;
  /** All versions of a model, as they were configured. Throws NoSuchModel. */
  versions(name: string): readonly [Model, ...Model[]];
}

export function createModels(all: readonly [Model, ...Model[]]): Models {
  const byName = new Map<string, [Model, ...Model[]]>();
  for (const model of all) {
    const versions = byName.get(model.spec.name);
    if (versions === undefined) byName.set(model.spec.name, [model]);
    else versions.push(model);
  }

  function versions(name: string): [Model, ...Model[]] {
    const found = byName.get(name);
    if (!found) throw requestError('NoSuchModel', { model: name, models: quoted([...byName.keys()]) });
    return found;
  }

  return {
    all,
    first: all[0],
    versions,
    find(name, version) {
      const found = versions(name);
      const model = version === undefined ? found[0] : found.find(({ spec }) => spec.version === version);
      if (!model) throw requestError('NoSuchVersion', { model: name, version: version as string, actual: quoted(found.map(({ spec }) => spec.version)) });
      return model;
    },
  };
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
