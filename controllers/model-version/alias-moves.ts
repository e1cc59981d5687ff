import type { ModelVersion } from '../../crds/generated/model-version.ts';
import type { EventIntent } from '../shared/event-intent.ts';
import { siblingsOf } from './aliases.ts';

/** One event for every alias that came to mean this version since the last look. The earlier holder is told by its status: it is unknown where that one looked first, or is gone. */
export function aliasMoves(version: ModelVersion, held: readonly string[], others: readonly ModelVersion[]): EventIntent[] {
  const { metadata, spec, status } = version;
  const known = new Set(status?.aliases);
  return held.filter((alias) => !known.has(alias)).map((alias) => {
    const earlier = siblingsOf(version, others).find((one) => one.status?.aliases?.includes(alias) === true)?.metadata.name;
    const note = `${alias} means ${metadata.name} now${earlier === undefined ? '' : `, before ${earlier}`}`;
    const facts = { from: earlier ?? '', to: metadata.name, numbers: { alias, model: spec.model, version: spec.version, sha256: spec.artifact.sha256 } };
    return { type: 'Normal', reason: 'AliasMoved', action: 'MoveAlias', note, facts };
  });
}
