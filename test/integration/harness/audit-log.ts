// What the API server itself recorded about who changed what, and when (audit.k8s.io/v1, level Metadata).
import { readFileSync, writeFileSync } from 'node:fs';

export interface AuditEntry {
  readonly user: string;
  readonly verb: string;
  readonly group: string;
  readonly resource: string;
  readonly subresource: string;
  readonly namespace: string;
  readonly name: string;
  /** HTTP status; `undefined` when the server recorded no answer. */
  readonly code: number | undefined;
  /** Milliseconds since 1970 on the clock of the server, with the fractions of its microseconds. */
  readonly receivedMs: number;
  /** When the answer was complete. A request without an answer counts as under way until the end of the log. */
  readonly endedMs: number;
}

interface AuditEvent {
  readonly auditID: string;
  readonly stage: 'RequestReceived' | 'ResponseStarted' | 'ResponseComplete' | 'Panic';
  readonly verb: string;
  readonly user: { readonly username?: string };
  readonly objectRef?: { readonly apiGroup?: string; readonly resource?: string; readonly subresource?: string; readonly namespace?: string; readonly name?: string };
  readonly responseStatus?: { readonly code?: number };
  readonly requestReceivedTimestamp: string;
  readonly stageTimestamp: string;
}

export interface AuditFilter {
  readonly user?: string;
  readonly namespace?: string;
  readonly resource?: string;
  /** Without these resources. */
  readonly except?: readonly string[];
}

/** Reads are left out. RequestReceived is kept: a request may be cut off before it is complete. */
export function writeAuditPolicy(path: string): void {
  const policy = {
    apiVersion: 'audit.k8s.io/v1',
    kind: 'Policy',
    omitStages: ['ResponseStarted'],
    rules: [{ level: 'None', verbs: ['get', 'list', 'watch'] }, { level: 'Metadata' }],
  };
  writeFileSync(path, JSON.stringify(policy)); // JSON is YAML
}

/** In the order in which the server received the requests. */
export function readAuditLog(path: string): readonly AuditEntry[] {
  return auditEntries(readFileSync(path, 'utf8'));
}

export function auditEntries(text: string): readonly AuditEntry[] {
  const requests = new Map<string, AuditEvent[]>();
  // The last line may be half written, and a server that was killed may have left one like that in the middle.
  for (const event of text.split('\n').flatMap(parse)) requests.set(event.auditID, [...(requests.get(event.auditID) ?? []), event]);
  return [...requests.values()].flatMap(entryOf).sort((a, b) => a.receivedMs - b.receivedMs);
}

export function matching(entries: readonly AuditEntry[], { user, namespace, resource, except = [] }: AuditFilter): readonly AuditEntry[] {
  return entries.filter((one) => (user === undefined || one.user === user) && (namespace === undefined || one.namespace === namespace) && (resource === undefined || one.resource === resource) && !except.includes(one.resource));
}

function parse(line: string): AuditEvent[] {
  try {
    return line === '' ? [] : [JSON.parse(line) as AuditEvent];
  } catch {
    return [];
  }
}

function entryOf(events: readonly AuditEvent[]): AuditEntry[] {
  const [first] = events;
  if (first === undefined) return [];
  const last = events.find((event) => event.stage === 'ResponseComplete' || event.stage === 'Panic');
  const { apiGroup = '', resource = '', subresource = '', namespace = '', name = '' } = (last ?? first).objectRef ?? {};
  return [{ user: first.user.username ?? '', verb: first.verb, group: apiGroup, resource, subresource, namespace, name, code: last?.responseStatus?.code, receivedMs: millisecondsOf(first.requestReceivedTimestamp), endedMs: last === undefined ? Number.POSITIVE_INFINITY : millisecondsOf(last.stageTimestamp) }];
}

/** Date.parse stops at milliseconds, and two writers may be closer than that. */
function millisecondsOf(timestamp: string): number {
  const [, seconds = '', fraction = ''] = /^([^.Z]+)(\.\d+)?Z$/.exec(timestamp) ?? [];
  return Date.parse(`${seconds}Z`) + Number(`0${fraction}`) * 1000;
}

/** A stretch of time in which one user wrote and nobody else did. */
export interface Turn {
  readonly user: string;
  readonly fromMs: number;
  /** When the last of its requests was complete. */
  readonly toMs: number;
  readonly writes: number;
}

/** Who wrote after whom: two users that alternate make many turns, and a turn may begin before the one before it has ended. */
export function turnsOf(entries: readonly AuditEntry[]): readonly Turn[] {
  const turns: Turn[] = [];
  for (const { user, receivedMs, endedMs } of entries) {
    const last = turns.at(-1);
    if (last?.user === user) turns.splice(-1, 1, { ...last, toMs: Math.max(last.toMs, endedMs), writes: last.writes + 1 });
    else turns.push({ user, fromMs: receivedMs, toMs: endedMs, writes: 1 });
  }
  return turns;
}

/** The turns that began while a request of another user was still under way. */
export function overlapping(turns: readonly Turn[]): readonly Turn[] {
  return turns.filter((turn, index) => turns.slice(0, index).some((before) => before.user !== turn.user && before.toMs >= turn.fromMs));
}
