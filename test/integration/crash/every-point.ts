// Tells a story again and again: once undisturbed, then with a death before and after every point, then with an operator
// that never lives longer than one write. Each telling must end as the first one did.
import { startInProcess } from './in-process-operator.ts';
import { dieAt, liveOn, type Life, type Moment, type Plan } from './life.ts';
import { normalisedEnd } from './normalised.ts';
import { tell, type Begin, type Stage, type Story, type Told } from './story.ts';
import { made, splits, wrongDeeds } from './told-deeds.ts';
import { eventsOf, sayingOf, wrongEvents } from './told-events.ts';

export interface Report {
  /** Points that somebody died at, by moment. */
  readonly deaths: readonly string[];
  readonly points: number;
  /** Points that some lives come by and that did not come again: a second status write of one decision, for example. */
  readonly missed: readonly string[];
  /** Lives of the telling in which each ended at its first write. */
  readonly lives: number;
  readonly problems: readonly string[];
}

const atOnce = 5;
const tries = 2;
/** A rollout looks at counters as long as it lasts, the longer the slower the machine is: the sixth look is like the fifth. */
const mostRepeats = 5;
const mostLives = 150;
const enoughProblems = 3;

export async function dieEverywhere(stage: Stage, story: Story): Promise<Report> {
  const inProcess = (planOf: (life: number) => Plan): Begin => (number, place) => startInProcess({ ...stage, ...place, plan: planOf(number) });
  const reference = await tell(stage, story, inProcess(() => liveOn));
  const known = new Set(eventsOf(reference).map((event) => sayingOf(event, reference)));
  const problems = judge(reference, reference, known).map((problem) => `undisturbed: ${problem}`);
  const deaths: string[] = [];
  const missed: string[] = [];
  const found = new Set<string>();
  const waiting: { readonly id: string; readonly moment: 'after' | 'before' }[] = [];
  const discover = (told: Told | undefined): void => {
    for (const { id, count } of told?.lives[0]?.points ?? []) {
      if (count > mostRepeats) continue;
      if (!found.has(id)) waiting.push({ id, moment: 'after' }, { id, moment: 'before' });
      found.add(id);
    }
  };

  const attempt = async (name: string, planOf: (life: number) => Plan): Promise<Told | undefined> => {
    try {
      const told = await tell(stage, story, inProcess(planOf));
      const wrong = judge(told, reference, known);
      if (wrong.length > 0) problems.push(`${name}:\n  ${wrong.join('\n  ')}\n${traceOf(told.lives)}`);
      return told;
    } catch (error) {
      problems.push(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return undefined;
    }
  };
  const dieOnce = async (id: string, moment: Moment): Promise<void> => {
    for (let i = 0; i < tries && problems.length < enoughProblems; i += 1) {
      const told = await attempt(`${moment} ${id}`, (life) => (life === 1 ? dieAt(id, moment) : liveOn));
      discover(told);
      if (told !== undefined && told.lives[0]?.diedAt === undefined) continue;
      deaths.push(`${moment} ${id}`);
      return;
    }
    missed.push(`${moment} ${id}`);
  };
  const work = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined && problems.length < enoughProblems; item = waiting.shift()) await dieOnce(item.id, item.moment);
  };

  discover(reference);
  while (waiting.length > 0 && problems.length < enoughProblems) await Promise.all(Array.from({ length: atOnce }, work));

  const oneWrite: Plan = ({ writes }) => (writes ? 'after success' : undefined);
  const hurried = problems.length === 0 ? await attempt('one write a life', (life) => (life <= mostLives ? oneWrite : liveOn)) : undefined;
  const lives = hurried?.lives.length ?? 0;
  if (lives > mostLives) problems.push(`one write a life: still not at rest after ${mostLives} lives`);
  return { deaths, points: found.size, missed, lives, problems };
}

/** Sentences about what differs from the undisturbed telling, and about what must never be. */
export function judge(told: Told, reference: Told, known: ReadonlySet<string>): string[] {
  return [
    ...differences('at the end', normalisedEnd(told), normalisedEnd(reference)),
    ...differences('made', made(told), made(reference)),
    ...differences('traffic', splits(told), splits(reference)),
    ...wrongDeeds(told),
    ...wrongEvents(told, known),
  ];
}

function differences(what: string, got: readonly string[], wanted: readonly string[]): string[] {
  if (JSON.stringify(got) === JSON.stringify(wanted)) return [];
  const [extra, missing] = [without(got, wanted), without(wanted, got)];
  return [`${what}:\n    too much: ${extra.join('\n              ')}\n    missing:  ${missing.join('\n              ')}`];
}

/** What `list` holds more often than `other`. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const left = [...other];
  return list.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

export function traceOf(lives: readonly Life[]): string {
  return lives.map(({ trace }, i) => `  life ${i + 1}: ${trace.slice(-60).join(' | ')}`).join('\n');
}
