import type { Logger } from '../../../operator/runtime/log.ts';
import { StoreError, type ArtifactStore } from '../../shared/artifact-store.ts';
import { asError } from '../../../operator/runtime/errors.ts';
import { parseHoldout, type Holdout } from './holdout.ts';

/** Where the predictions of a trial for the held-out rows are; `name` of its TrainingRun. */
export interface HoldoutPointer {
  readonly name: string;
  readonly uri: string;
  readonly sha256: string;
}

export interface Holdouts {
  /** By name of the TrainingRun; undefined where they cannot be used. */
  readonly byTrial: ReadonlyMap<string, Holdout | undefined>;
  /** The store is away: another time they may be read. */
  readonly problem: { readonly reason: 'StoreUnreachable' | 'StoreForbidden'; readonly message: string } | undefined;
}

export const noHoldouts: Holdouts = { byTrial: new Map(), problem: undefined };

/** Ten times what a trainer of ours writes. */
const maxBytes = 4 * 1024 * 1024;

/** Reads them one after the other. A file that is gone, changed or malformed is logged, and its trial is compared by its folds alone. */
export async function readHoldouts(store: Pick<ArtifactStore, 'read'>, logger: Logger, pointers: readonly HoldoutPointer[]): Promise<Holdouts> {
  const byTrial = new Map<string, Holdout | undefined>();
  for (const { name, uri, sha256 } of pointers) {
    try {
      const read = await store.read(uri, maxBytes);
      if (read.sha256 !== sha256) throw new StoreError('DigestMismatch', `${uri} has sha256 ${read.sha256}, not ${sha256}`);
      byTrial.set(name, parseHoldout(read.bytes.toString('utf8')));
    } catch (error) {
      if (error instanceof StoreError && (error.reason === 'StoreUnreachable' || error.reason === 'StoreForbidden')) return { byTrial, problem: { reason: error.reason, message: `the held-out predictions of ${name}: ${error.message}` } };
      logger.warn({ trainingRun: name, uri, problem: asError(error).message }, 'the held-out predictions cannot be used');
      byTrial.set(name, undefined);
    }
  }
  return { byTrial, problem: undefined };
}
