import type { Client } from '../../operator/runtime/client.ts';
import type { Clock } from '../../operator/runtime/clock.ts';
import { getCondition } from '../../operator/runtime/conditions.ts';
import { stalled, waiting, type Outcome } from '../../operator/runtime/outcome.ts';
import type { Store } from '../../operator/runtime/store.ts';
import type { Condition, Key, KubeObject, ResourceType } from '../../operator/runtime/types.ts';
import { announce, type Audience } from './announce.ts';
import { withConditions, type ConditionDraft } from './draft-conditions.ts';
import { events } from './events.ts';
import { record } from './record.ts';
import type { SpecCheck } from './spec-violations.ts';

type Checked = KubeObject & { spec: unknown; status?: { observedGeneration?: number; conditions?: Condition[] } };

export interface Gate<T extends Checked> extends Audience {
  readonly client: Client;
  readonly clock: Clock;
  readonly type: ResourceType;
  readonly store: Pick<Store<T>, 'get'>;
  readonly fieldManager: string;
  readonly check: SpecCheck;
  /** The kind ends, so its status says whether it succeeded. */
  readonly bounded: boolean;
  /** Work that was begun when the spec was accepted is brought to its end: nobody would judge a canary, or read a result. */
  readonly begun: (object: T) => boolean;
  /** What the status remembers of the spec that was accepted, and the spec says otherwise now: `spec.field: … is immutable`. */
  readonly contradictions?: (object: T) => readonly string[];
  /** Called when an object is refused, to end what goes on beside reconcile. */
  readonly refused?: (key: Key) => void;
}

const lookAgainMs = 100;
const shown = 3;

/** A reconcile that acts on valid objects only; others get a status that says what is wrong, in the words of the API server. */
export function whenValid<T extends Checked>(gate: Gate<T>, reconcile: (key: Key) => Promise<Outcome>): (key: Key) => Promise<Outcome> {
  return async (key) => {
    const object = gate.store.get(key);
    // What is being deleted or is under way was accepted once.
    if (object === undefined || object.metadata.deletionTimestamp !== undefined || (!isRefused(object) && gate.begun(object))) return reconcile(key);
    const violations = [...gate.check(object), ...(gate.contradictions?.(object) ?? [])];
    if (violations.length === 0) return reconcile(key);
    gate.refused?.(key);
    return refuse(gate, object, textOf(violations));
  };
}

async function refuse<T extends Checked>(gate: Gate<T>, object: T, message: string): Promise<Outcome> {
  const before = getCondition(object.status?.conditions, 'Stalled');
  const draft: ConditionDraft = [
    ['Ready', 'False', 'InvalidSpec', message],
    ['Reconciling', 'absent', '', ''],
    ['Stalled', 'True', 'InvalidSpec', message],
    ...(gate.bounded ? ([['Succeeded', 'Unknown', 'InvalidSpec', message]] as const) : []),
  ];
  const status: NonNullable<T['status']> = withConditions(object.status ?? {}, gate.clock.now(), draft);
  const recorded = await record(gate.client, gate.type, object, status, gate.fieldManager);
  if (recorded === undefined) return waiting(lookAgainMs);
  const told = isRefused(object) && before?.message === message;
  if (!told) announce(gate, events, recorded, [{ type: 'Warning', reason: 'InvalidSpec', action: 'Validate', note: message }]);
  return stalled('InvalidSpec');
}

function isRefused({ status }: Checked): boolean {
  return getCondition(status?.conditions, 'Stalled')?.reason === 'InvalidSpec';
}

function textOf(violations: readonly string[]): string {
  const more = violations.length - shown;
  return `${violations.slice(0, shown).join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
}
