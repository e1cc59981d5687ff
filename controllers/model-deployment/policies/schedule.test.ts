import { describe, expect, it } from 'vitest';
import { specOf } from '../testing/rollout.ts';
import { scheduleChangesAt, scheduledReplicas } from './schedule.ts';

const weekend = [{ days: ['Sat', 'Sun'], replicas: 0 }];
const fridayNight = [{ days: ['Fri'], from: '22:00', to: '06:00', replicas: 0 }];
const berlin = [{ from: '08:00', to: '18:00', timeZone: 'Europe/Berlin', replicas: 5 }];

describe('the pods that a schedule asks for', () => {
  it.each<[string, object[], string, number | undefined]>([
    ['on a listed day', weekend, '2026-01-03T00:00:00Z', 0],
    ['on the last minute of a listed day', weekend, '2026-01-04T23:59:00Z', 0],
    ['on another day', weekend, '2026-01-05T00:00:00Z', undefined],
    ['in a night that began on the listed day', fridayNight, '2026-01-03T05:59:00Z', 0],
    ['on the listed day before the night', fridayNight, '2026-01-02T05:00:00Z', undefined],
    ['when the night is over', fridayNight, '2026-01-03T06:00:00Z', undefined],
    ['in another time zone, in winter', berlin, '2026-01-05T07:00:00Z', 5],
    ['in another time zone, in winter, an hour early', berlin, '2026-01-05T06:59:00Z', undefined],
    ['in another time zone, in summer', berlin, '2026-07-06T06:00:00Z', 5],
    ['by the first entry that matches', [{ days: ['Sat'], replicas: 2 }, ...weekend], '2026-01-03T12:00:00Z', 2],
    ['without a schedule', [], '2026-01-03T12:00:00Z', undefined],
  ])('%s', (_, schedule, now, expected) => {
    expect(scheduledReplicas(specOf({ schedule }), new Date(now))).toBe(expected);
  });

  it('are looked at again when they change, to the minute', () => {
    expect(scheduleChangesAt(specOf({ schedule: berlin }), new Date('2026-01-05T06:30:20Z'))).toEqual(new Date('2026-01-05T07:00:00Z'));
    expect(scheduleChangesAt(specOf({ schedule: berlin }), new Date('2026-01-05T03:00:00Z'))).toEqual(new Date('2026-01-05T04:00:00Z'));
    expect(scheduleChangesAt(specOf(), new Date())).toBeUndefined();
  });
});
