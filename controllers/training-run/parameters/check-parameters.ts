import { closest, distance } from 'fastest-levenshtein';
import type { TrainingRun } from '../../../crds/generated/training-run.ts';
import names from './names.json' with { type: 'json' };

/** As the trainer's libraries have them; a test of the trainer compares. */
interface Known {
  readonly library: string;
  readonly reserved: Readonly<Record<string, string>>;
  readonly classification?: readonly string[];
  readonly regression?: readonly string[];
}

export interface Problem {
  readonly reason: 'UnknownParameter' | 'ReservedParameter';
  readonly message: string;
}

/** More letters than this are not a slip of the fingers. */
const farthestSlip = 3;

/**
 * The first name among the parameters that the trainer would refuse, in its words: before a pod is made rather than after.
 * Values are not looked at; only the libraries know what they accept.
 */
export function checkParameters({ spec }: Pick<TrainingRun, 'spec'>): Problem | undefined {
  const { name, parameters = {} } = spec.algorithm;
  const known = (names as Readonly<Record<string, Known>>)[name];
  const usable = spec.task === 'Regression' ? known?.regression : known?.classification;
  // An own image has parameters of its own, and an algorithm that cannot do the task is for the schema to refuse.
  if (known === undefined || usable === undefined) return undefined;
  for (const parameter of Object.keys(parameters)) {
    const why = Object.hasOwn(known.reserved, parameter) ? known.reserved[parameter] : undefined;
    if (why !== undefined) return { reason: 'ReservedParameter', message: `algorithm.parameters: '${parameter}' of ${name} is set by Trainyard: ${why}. Remove it from the parameters.` };
    if (!usable.includes(parameter)) return { reason: 'UnknownParameter', message: `algorithm.parameters: ${name} (${known.library}) has no parameter '${parameter}'. ${similar(parameter, usable.filter((one) => !Object.hasOwn(known.reserved, one)))}` };
  }
  return undefined;
}

function similar(name: string, usable: readonly string[]): string {
  const near = closest(name, usable);
  return distance(name, near) <= farthestSlip ? `Did you mean ${near}?` : `Known: ${usable.join(', ')}.`;
}
