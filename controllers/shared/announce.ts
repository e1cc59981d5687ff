import type { EventRecorder } from '../../operator/runtime/events.ts';
import type { Logger } from '../../operator/runtime/log.ts';
import type { KubeObject } from '../../operator/runtime/types.ts';
import type { EventIntent, Facts } from './event-intent.ts';
import { group } from './names.ts';

export interface EventEntry {
  readonly type: EventIntent['type'];
  readonly action: string;
  readonly meaning: string;
  /** It changes traffic, approval or registration: one log line and one event, both with the facts. */
  readonly audited: boolean;
}

/** Every reason of an event of one kind that is not the reason of a condition. */
export type EventCatalogue = Readonly<Record<string, EventEntry>>;

/** One line of the audit log, and the annotation of the event beside it. */
export interface AuditRecord extends Facts {
  /** The reason of the event. */
  readonly decision: string;
  readonly subject: { readonly kind: string; readonly namespace: string; readonly name: string; readonly uid: string; readonly generation: number };
}

export interface Audience {
  readonly events: EventRecorder;
  readonly logger: Logger;
}

export const auditAnnotation = `${group}/audit`;
export const auditMessage = 'Decision';

/**
 * The one place where decisions are told: to people by an event, to auditors by a log line, both made from one record.
 * Called after the status was written, so a decision that lost the race for the object is told by nobody; when the
 * operator dies in between, the status has it and the log does not.
 */
export function announce({ events, logger }: Audience, catalogue: EventCatalogue, regarding: KubeObject, intents: readonly EventIntent[]): void {
  for (const { facts, ...intent } of intents) {
    if (catalogue[intent.reason]?.audited !== true) {
      events.emit({ regarding, ...intent });
      continue;
    }
    const record = auditRecord(regarding, intent.reason, facts ?? { from: '', to: '', numbers: {} });
    logger.info({ audit: true, ...record, note: intent.note }, auditMessage);
    events.emit({ regarding, ...intent, annotations: { [auditAnnotation]: JSON.stringify(record) } });
  }
}

function auditRecord({ kind, metadata }: KubeObject, decision: string, { from, to, numbers }: Facts): AuditRecord {
  const { namespace = '', name, uid = '', generation = 0 } = metadata;
  return { decision, subject: { kind, namespace, name, uid, generation }, from, to, numbers };
}
