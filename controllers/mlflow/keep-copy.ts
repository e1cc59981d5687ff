import { done, waiting, type Outcome } from '../../operator/runtime/outcome.ts';
import type { KubeObject, ResourceType } from '../../operator/runtime/types.ts';
import { digestOf, type MirroredRun, type MirroredVersion } from './content/mirrored.ts';
import type { Deps } from './deps.ts';
import { note } from './note.ts';
import { againMs, problemOf, type Problem } from './problem.ts';
import { foundAt, untilSettledMs } from './settled.ts';

/** What status says of a copy, whichever sort it is. */
interface Known {
  readonly foundAt?: string | undefined;
  readonly digest?: string | undefined;
  readonly problem?: Problem | undefined;
}

interface Copy<Wanted> {
  readonly type: ResourceType;
  readonly object: KubeObject;
  readonly before: Known | undefined;
  /** Undefined: there is nothing to copy yet. */
  readonly wanted: Wanted | undefined;
  /** Makes it so in MLflow; what status says of it, and whether it is the one that status names already. */
  readonly make: (wanted: Wanted) => Promise<{ readonly said: object; readonly same: boolean }>;
  /** Where in status it is said. */
  readonly place: (mlflow: object) => { readonly mlflow: object } | { readonly mirrors: { readonly mlflow: object } };
}

const conflictMs = 100;

/** One look at a copy: nothing where nothing changed, and a digest only once it is the only one. */
export async function keepCopy<Wanted extends MirroredRun | MirroredVersion>(deps: Deps, { type, object, before, wanted, make, place }: Copy<Wanted>): Promise<Outcome> {
  if (wanted === undefined) return done();
  const digest = digestOf(wanted);
  if (before?.digest === digest && before.problem === undefined) return done();
  const earlyMs = before?.digest === undefined && before?.problem === undefined ? untilSettledMs(before?.foundAt, deps.clock.now()) : 0;
  if (earlyMs > 0) return waiting(earlyMs);
  try {
    const { said, same } = await make(wanted);
    const now = deps.clock.now();
    const found = foundAt(before, same, now);
    const settlesMs = untilSettledMs(found, now);
    if (!(await note(deps.client, type, object, before, place({ ...said, foundAt: found, ...(settlesMs > 0 ? {} : { digest }) })))) return waiting(conflictMs);
    return settlesMs > 0 ? waiting(settlesMs) : done();
  } catch (error) {
    const problem = problemOf(error);
    deps.logger.warn({ namespace: object.metadata.namespace, name: object.metadata.name, kind: object.kind, problem }, 'the copy in MLflow is behind');
    await note(deps.client, type, object, before, place({ ...before, problem }));
    return waiting(againMs(problem));
  }
}
