import { describe, expect, it } from 'vitest';
import type { EventInput } from '../operator/runtime/events.ts';
import { createLogger } from '../operator/runtime/log.ts';
import { events as experiment } from './experiment/events.ts';
import { events as modelDeployment } from './model-deployment/events.ts';
import { events as modelVersion } from './model-version/events.ts';
import { events as trainingRun } from './training-run/events.ts';
import { announce, auditAnnotation, type AuditRecord, type EventCatalogue } from './shared/announce.ts';

const catalogues: readonly (readonly [kind: string, EventCatalogue])[] = [['Experiment', experiment], ['ModelDeployment', modelDeployment], ['ModelVersion', modelVersion], ['TrainingRun', trainingRun]];
const entries = catalogues.flatMap(([kind, catalogue]) => Object.entries(catalogue).map(([reason, entry]) => ({ kind, catalogue, reason, entry })));
const facts = { from: 'tumour-1', to: 'tumour-2', numbers: { step: 2, weightAfter: 25, 'errors.relative': 0.031, score: 'roc_auc 0.98' } };

function tell(kind: string, catalogue: EventCatalogue, reason: string) {
  const lines: (AuditRecord & { audit?: true; note: string; level: string })[] = [];
  const told: EventInput[] = [];
  const logger = createLogger({ level: 'info', destination: { write: (line: string) => void lines.push(JSON.parse(line) as (typeof lines)[number]) } });
  const regarding = { apiVersion: 'trainyard.dev/v1alpha1', kind, metadata: { name: 'web', namespace: 'ml', uid: 'uid-1', generation: 3 } };
  announce({ logger, events: { emit: (event) => void told.push(event), close: () => Promise.resolve() } }, catalogue, regarding, [{ type: 'Normal', reason, action: 'Do', note: 'because', facts }]);
  return { lines, told };
}

describe('a decision that is audited', () => {
  it.each(entries.filter(({ entry }) => entry.audited))('$kind $reason is one line and one event with the same numbers', ({ kind, catalogue, reason }) => {
    const { lines, told } = tell(kind, catalogue, reason);
    const record = { decision: reason, subject: { kind, namespace: 'ml', name: 'web', uid: 'uid-1', generation: 3 }, ...facts };
    expect(lines).toMatchObject([{ audit: true, level: 'info', ...record, note: 'because' }]);
    expect(told).toMatchObject([{ reason, note: 'because' }]);
    expect(JSON.parse(told[0]?.annotations?.[auditAnnotation] ?? '')).toEqual(record);
  });
});

describe('other events', () => {
  it.each(entries.filter(({ entry }) => !entry.audited))('$kind $reason is an event alone', ({ kind, catalogue, reason }) => {
    const { lines, told } = tell(kind, catalogue, reason);
    expect([lines, told.map((event) => [event.reason, event.annotations])]).toEqual([[], [[reason, undefined]]]);
  });
});
