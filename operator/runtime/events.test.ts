import { describe, expect, it } from 'vitest';
import { ApiError } from './errors.ts';
import type { EventInput, KubeEvent } from './events.ts';
import { createEventRecorder, eventType } from './events.ts';
import { createMetrics } from './metrics.ts';
import { createFakeClock } from './testing/fake-clock.ts';
import { createMemoryClient } from './testing/memory-client.ts';
import { configMap } from './testing/samples.ts';
import { seriesValue, silentSurroundings } from './testing/silent.ts';

const minute = 60_000;

function setUp() {
  const clock = createFakeClock();
  const client = createMemoryClient();
  const metrics = createMetrics();
  let id = 0;
  const recorder = createEventRecorder({ client, reportingController: 'trainyard.dev/test', reportingInstance: 'pod-1', ids: () => `id${(id += 1)}`, ...silentSurroundings({ clock, metrics }) });
  const emit = (overrides: Partial<EventInput> = {}): void => recorder.emit({ regarding: configMap('a'), type: 'Normal', reason: 'Promoted', action: 'Promote', note: 'to 50 %', ...overrides });
  const writes = (): string[] => client.operations.map((one) => one.split(' ')[0] ?? '');
  const dropped = (cause: string) => seriesValue(metrics, 'event_recorder_dropped_total', { cause });
  return { clock, client, recorder, emit, writes, dropped, events: () => client.objects<KubeEvent>(eventType) };
}

const fails = (status: number, reason: string) => () => {
  throw new ApiError({ status, reason, message: reason });
};

describe('event recorder', () => {
  it('creates an event with everything the API asks for', async () => {
    const { clock, emit, events } = setUp();
    emit();
    await clock.advance(0);
    expect(events()).toMatchObject([
      {
        apiVersion: 'events.k8s.io/v1',
        kind: 'Event',
        metadata: { name: 'a.id1', namespace: 'default' },
        eventTime: '2026-01-01T00:00:00.000000Z',
        type: 'Normal',
        reason: 'Promoted',
        action: 'Promote',
        note: 'to 50 %',
        reportingController: 'trainyard.dev/test',
        reportingInstance: 'pod-1',
        regarding: { apiVersion: 'v1', kind: 'ConfigMap', name: 'a', namespace: 'default', uid: 'uid-a' },
      },
    ]);
  });

  it('keeps annotations, and tells what has other numbers as another event', async () => {
    const { clock, emit, events } = setUp();
    for (const step of ['1', '2', '2']) emit({ annotations: { step } });
    await clock.advance(0);
    expect(events().map(({ metadata, series }) => [metadata.annotations, series?.count]).sort()).toEqual([[{ step: '1' }, undefined], [{ step: '2' }, 2]]);
  });

  it('makes a series of the second, counts later ones in memory, and writes the last count after 6 idle minutes', async () => {
    const { clock, emit, events, writes } = setUp();
    for (let count = 0; count < 50; count += 1) {
      emit();
      await clock.advance(1_000);
    }
    expect([writes(), events()[0]?.series?.count]).toEqual([['create', 'patch'], 2]);
    await clock.advance(7 * minute);
    expect([writes(), events()[0]?.series]).toEqual([['create', 'patch', 'patch'], { count: 50, lastObservedTime: '2026-01-01T00:00:49.000000Z' }]);
    expect(clock.pending).toBe(0);
    emit();
    await clock.advance(0);
    expect(events()).toHaveLength(2);
  });

  it('tells what says something else one by one', async () => {
    const { clock, emit, events } = setUp();
    emit({ note: 'step 1' });
    emit({ note: 'step 2' });
    await clock.advance(0);
    expect(events().map(({ note }) => note)).toEqual(['step 1', 'step 2']);
  });

  it('refreshes a series that goes on every 30 minutes', async () => {
    const { clock, emit, writes } = setUp();
    for (let elapsed = 0; elapsed < 65; elapsed += 1) {
      emit();
      await clock.advance(minute);
    }
    expect(writes()).toEqual(['create', 'patch', 'patch', 'patch']);
  });

  it.each<[string, Partial<EventInput>]>([
    ['type', { type: 'Warning' }],
    ['reason', { reason: 'Other' }],
    ['action', { action: 'Other' }],
    ['object', { regarding: configMap('b') }],
    ['related object', { related: configMap('c') }],
  ])('keeps events apart that differ in %s', async (_name, difference) => {
    const { clock, emit, events } = setUp();
    emit();
    emit(difference);
    await clock.advance(0);
    expect(events()).toHaveLength(2);
  });

  it('begins anew when the event of a series has expired', async () => {
    const { clock, client, emit, events } = setUp();
    emit();
    await clock.advance(0);
    await client.delete(eventType, { namespace: 'default', name: 'a.id1' });
    emit();
    await clock.advance(0);
    expect(events()).toMatchObject([{ metadata: { name: 'a.id3' }, series: { count: 2 } }]);
  });

  it('tries 12 times, about 10 s apart, while the server is away, and then drops', async () => {
    const { clock, client, emit, writes, dropped } = setUp();
    client.intercept = fails(503, 'ServiceUnavailable');
    emit();
    await clock.advance(60_000);
    expect(writes()).toHaveLength(6);
    await clock.advance(10 * minute);
    expect([writes().length, await dropped('refused')]).toEqual([12, 1]);
  });

  it('drops at once what the server refuses', async () => {
    const { clock, client, emit, writes, dropped } = setUp();
    client.intercept = fails(403, 'Forbidden');
    emit();
    await clock.advance(minute);
    expect([writes().length, await dropped('refused')]).toEqual([1, 1]);
  });

  it('knows its own event again when the answer to the create was lost', async () => {
    const { clock, client, emit, writes, events, dropped } = setUp();
    let lost = false;
    client.intercept = async (operation, type, object) => {
      if (operation !== 'create' || lost) return;
      lost = true;
      await client.create(type, object as KubeEvent);
      fails(0, 'Unreachable')();
    };
    emit();
    emit();
    await clock.advance(minute);
    expect([events().map((one) => one.series?.count), await dropped('refused')]).toEqual([[2], 0]);
    expect(writes().at(-1)).toBe('patch');
  });

  it('never blocks and never grows: beyond 1,000 waiting events it drops and counts', async () => {
    const { client, emit, dropped } = setUp();
    client.intercept = () => new Promise(() => undefined);
    for (let count = 0; count < 1_500; count += 1) emit({ regarding: configMap(`a${count}`) });
    expect(await dropped('queue-full')).toBe(499); // one is being written
  });

  it('cuts a note at 1 KiB without breaking a character', async () => {
    const { clock, emit, events } = setUp();
    emit({ note: `${'x'.repeat(1_020)}é€€€` });
    await clock.advance(0);
    const note = events()[0]?.note ?? '';
    expect([Buffer.byteLength(note) <= 1_024, note.endsWith('x…')]).toEqual([true, true]);
  });

  it('writes open series when it closes, and takes no more', async () => {
    const { clock, emit, events, recorder, dropped } = setUp();
    for (let count = 0; count < 5; count += 1) {
      emit();
      await clock.advance(10);
    }
    await recorder.close(1_000);
    emit({ reason: 'Late' });
    expect([events().map((one) => one.series?.count), await dropped('closed'), clock.pending]).toEqual([[5], 1, 0]);
  });

  it('closes in time when the server is away', async () => {
    const { clock, client, emit, recorder, dropped } = setUp();
    client.intercept = fails(503, 'ServiceUnavailable');
    emit();
    emit({ reason: 'Second' });
    const closed = recorder.close(1_000);
    await clock.advance(1_000);
    await closed;
    await clock.advance(0);
    expect([await dropped('closed'), await dropped('refused')]).toEqual([1, 1]);
  });
});
