// What one reconcile ended with. Exactly one place (controller.ts) turns it into requeues and metrics, as in
// fluxcd/source-controller internal/error: stalled ≙ Stalling, waiting ≙ Waiting, retry ≙ Generic.

export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'waiting'; readonly afterMs: number }
  | { readonly kind: 'retry'; readonly error: Error }
  | { readonly kind: 'stalled'; readonly reason: string };

/** Nothing to do until something changes: the key's backoff is forgotten. */
export function done(): Outcome {
  return { kind: 'done' };
}

/** Look again after `afterMs` (lengthened by up to 10 % of jitter); the key's backoff is forgotten. */
export function waiting(afterMs: number): Outcome {
  if (!Number.isFinite(afterMs) || afterMs < 0) throw new RangeError(`waiting needs a finite, non-negative time, got ${afterMs}`);
  return { kind: 'waiting', afterMs };
}

/** A transient failure: requeued with the key's exponential backoff. */
export function retry(error: Error): Outcome {
  return { kind: 'retry', error };
}

/** A failure that only a user can mend: counted and logged, not requeued. A change of the object brings it back. */
export function stalled(reason: string): Outcome {
  return { kind: 'stalled', reason };
}
