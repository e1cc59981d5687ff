import { requestError } from '../errors.ts';
import type { Model } from './model.ts';

/** The models of this process, by name. */
export interface Models {
  readonly all: readonly Model[];
  /** The model that `POST /predict` without a name means. */
  readonly first: Model;
  /** Throws NoSuchModel or NoSuchVersion. */
  find(name: string, version?: string): Model;
}

export function createModels(all: readonly [Model, ...Model[]]): Models {
  const byName = new Map(all.map((model) => [model.spec.name, model]));
  return {
    all,
    first: all[0],
    find(name, version) {
      const model = byName.get(name);
      if (!model) throw requestError('NoSuchModel', { model: name, models: [...byName.keys()].map((known) => `"${known}"`).join(', ') });
      if (version !== undefined && version !== model.spec.version) {
        throw requestError('NoSuchVersion', { model: name, version, actual: model.spec.version });
      }
      return model;
    },
  };
}
