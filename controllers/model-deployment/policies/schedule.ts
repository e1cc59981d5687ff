import type { ModelDeploymentSpec } from '../../../crds/generated/model-deployment.ts';

type Entry = NonNullable<ModelDeploymentSpec['schedule']>[number];

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const minuteMs = 60_000;

/** Pods that the schedule asks for at `now`; undefined when no entry matches. */
export function scheduledReplicas(spec: ModelDeploymentSpec, now: Date): number | undefined {
  return spec.schedule?.find((entry) => holds(entry, now))?.replicas;
}

/**
 * When the schedule may say something else; undefined without a schedule. Found by looking: clocks are changed twice a
 * year, so the minutes to a local time cannot be computed from the difference of two local times.
 */
export function scheduleChangesAt(spec: ModelDeploymentSpec, now: Date): Date | undefined {
  if ((spec.schedule ?? []).length === 0) return undefined;
  const current = scheduledReplicas(spec, now);
  // Rules begin and end on whole minutes; looking again after an hour at the latest costs nothing.
  for (let minute = 1; minute < 60; minute += 1) {
    const at = new Date((Math.floor(now.getTime() / minuteMs) + minute) * minuteMs);
    if (scheduledReplicas(spec, at) !== current) return at;
  }
  return new Date((Math.floor(now.getTime() / minuteMs) + 60) * minuteMs);
}

/** Why the schedule cannot be followed; undefined when it can. Only an engine knows the names of time zones. */
export function scheduleProblem(spec: ModelDeploymentSpec): string | undefined {
  const wrong = spec.schedule?.find(({ timeZone }) => !isTimeZone(timeZone));
  return wrong === undefined ? undefined : `spec.schedule names the unknown time zone ${wrong.timeZone}; use an IANA name such as Europe/Berlin`;
}

function holds(entry: Entry, now: Date): boolean {
  if (!isTimeZone(entry.timeZone)) return false;
  const { day, minutes } = localTime(now, entry.timeZone);
  const listed = (index: number): boolean => (entry.days ?? []).length === 0 || entry.days?.includes(days[(index + 7) % 7] ?? 'Sun') === true;
  if (entry.from === undefined || entry.to === undefined) return listed(day);
  const [from, to] = [minutesOf(entry.from), minutesOf(entry.to)];
  if (from < to) return listed(day) && minutes >= from && minutes < to;
  // Over midnight: the entry belongs to the day on which it began.
  return (listed(day) && minutes >= from) || (listed(day - 1) && minutes < to);
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function localTime(now: Date, timeZone: string): { readonly day: number; readonly minutes: number } {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(now);
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return { day: days.findIndex((name) => name === of('weekday')), minutes: Number(of('hour')) * 60 + Number(of('minute')) };
}

function isTimeZone(name: string): boolean {
  try {
    Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    // A RangeError is how the engine says that it knows no such zone.
    return false;
  }
}
