import { asError } from '../../../operator/runtime/errors.ts';
import { compareWins, winsOf, type Wins } from './delong.ts';
import { mcnemar } from './mcnemar.ts';

/** What a model says of the held-out rows, in their order: holdout.json of a trainer (docs/contract.md). */
export interface Holdout {
  /** Index of the true class. */
  readonly labels: readonly number[];
  /** Index of the predicted class. */
  readonly predicted: readonly number[];
  /** Probability of the positive class; for two classes. */
  readonly scores?: readonly number[];
}

export type HoldoutTest = 'DeLong' | 'McNemar';

export interface HoldoutComparison {
  readonly test: HoldoutTest;
  /** Of the first minus the second: of the areas under the ROC curve for DeLong, of the accuracies for McNemar. */
  readonly difference: number;
  readonly pValue: number;
  readonly rows: number;
}

/**
 * Compares two models on the rows that both were tested on. `preferred`: DeLong is taken where both have scores, else
 * McNemar. Undefined where the truth of any row differs (the rows are not the same), where there are none, and where the
 * test knows no noise (see deLong). That the rows are the same their equal foldsDigest shows, not their labels.
 */
export function compareOnHoldout(a: Holdout, b: Holdout, preferred: HoldoutTest): HoldoutComparison | undefined {
  const rows = a.labels.length;
  if (rows === 0 || b.labels.length !== rows || a.labels.some((label, row) => label !== b.labels[row])) return undefined;
  if (preferred === 'DeLong' && a.scores !== undefined && b.scores !== undefined) return byArea(a, b);
  return byAccuracy(a, b);
}

function byArea(a: Holdout, b: Holdout): HoldoutComparison | undefined {
  const found = compareWins(winsIn(a), winsIn(b));
  return found === undefined ? undefined : { test: 'DeLong', difference: found.auc[0] - found.auc[1], pValue: found.pValue, rows: a.labels.length };
}

/** Of every model once: with sixteen candidates each is compared fifteen times, and the judge of rollouts waits meanwhile. */
const knownWins = new WeakMap<Holdout, Wins>();

function winsIn(holdout: Holdout): Wins {
  const wins = knownWins.get(holdout) ?? winsOf(holdout.labels, holdout.scores ?? []);
  knownWins.set(holdout, wins);
  return wins;
}

/**
 * By the exact p-value. The mid-p-value is often preferred because it finds more (Fagerland, Lydersen and Laake, BMC Med.
 * Res. Methodol. 13:91, 2013), but it calls equal models different more often than alpha allows: on 50 rows up to 6.1 %
 * at 5 %. With some hundred rows the two are nearly the same.
 */
function byAccuracy({ labels, predicted }: Holdout, other: Holdout): HoldoutComparison {
  const rows = labels.length;
  const right = labels.map((label, row) => [predicted[row] === label, other.predicted[row] === label] as const);
  const onlyFirst = right.filter(([a, b]) => a && !b).length;
  const onlySecond = right.filter(([a, b]) => !a && b).length;
  return { test: 'McNemar', difference: (onlyFirst - onlySecond) / rows, pValue: mcnemar(onlyFirst, onlySecond).exactP, rows };
}

/** Reads holdout.json. Throws an Error that says what is wrong with it. */
export function parseHoldout(text: string): Holdout {
  const document = membersOf(text);
  const { schemaVersion, rows, scores } = document;
  if (schemaVersion !== 1) throw new Error(`The schemaVersion of the held-out predictions is ${JSON.stringify(schemaVersion)}, not 1.`);
  if (!classIndex(rows)) throw new Error(`The held-out predictions say ${JSON.stringify(rows)} for rows, which is no number of rows.`);
  const labels = list('labels', document['labels'], rows, classIndex, 'class index');
  const predicted = list('predicted', document['predicted'], rows, classIndex, 'class index');
  if (scores === undefined || scores === null) return { labels, predicted };
  if ([...labels, ...predicted].some((index) => index > 1)) throw new Error('The held-out predictions have scores, which are for two classes, and more classes.');
  return { labels, predicted, scores: list('scores', scores, rows, Number.isFinite, 'finite number') };
}

function membersOf(text: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(`The held-out predictions are not JSON: ${asError(error).message}.`, { cause: error });
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw new Error('The held-out predictions are no JSON object.');
  return value as Record<string, unknown>;
}

function classIndex(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function list(name: string, value: unknown, rows: number, fits: (one: unknown) => boolean, kind: string): readonly number[] {
  if (!Array.isArray(value)) throw new Error(`The held-out predictions have no list of ${name}.`);
  if (value.length !== rows) throw new Error(`The held-out predictions have ${value.length} ${name} of ${rows} rows.`);
  const wrong = value.findIndex((one) => !fits(one));
  if (wrong >= 0) throw new Error(`The held-out predictions have ${JSON.stringify(value[wrong])} at ${name}[${wrong}], which is no ${kind}.`);
  return value as number[];
}
