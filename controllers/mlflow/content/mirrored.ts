// What MLflow is to hold: made from what status says, and from nothing else, so that the same status gives the same copy.
import { createHash } from 'node:crypto';
import type { Metric, RunStatus } from '../rest/tracking.ts';

/** A file of a run and where its bytes lie. */
export interface MirroredFile {
  readonly path: string;
  readonly uri: string;
  readonly sha256: string;
}

export interface MirroredRun {
  /** Of the object: the copy is found again by it. */
  readonly uid: string;
  readonly experiment: string;
  readonly name: string;
  readonly status: RunStatus;
  /** Milliseconds since the Unix epoch. */
  readonly startTime: number;
  readonly endTime?: number;
  readonly params: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly metrics: readonly Metric[];
  /** The record of the training, with the digests of what lies beside it. */
  readonly manifest?: { readonly uri: string; readonly sha256: string };
}

export interface MirroredVersion {
  readonly uid: string;
  /** Registered model in MLflow. */
  readonly model: string;
  readonly source: string;
  /** Run in MLflow that it came from. */
  readonly runId?: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly aliases: readonly string[];
}

/** Tag by which a copy is found: MLflow gives the numbers of runs and versions itself. */
export const uidTag = 'trainyard.uid';

/** Longest texts that MLflow takes, in characters. https://mlflow.org/docs/latest/rest-api.html, Log Param and Set Tag. */
const longest = { key: 250, param: 6000, tag: 5000 };

export function param(name: string, value: unknown): [string, string] {
  return [mlflowKey(name), cut(typeof value === 'string' ? value : JSON.stringify(value), longest.param)];
}

/** Without what is undefined or empty: MLflow takes no empty tag. */
export function tags(of: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(of).flatMap(([key, value]) => (value === undefined || value === '' ? [] : [[mlflowKey(key), cut(value, longest.tag)]])));
}

/** MLflow's keys have letters, digits, `_-. /`, and do not begin with a slash. */
export function mlflowKey(name: string): string {
  return name.replaceAll(/[^\w\-. /]/g, '_').replaceAll(/\/{2,}/g, '/').replace(/^\//, '').slice(0, longest.key);
}

export function digestOf(mirrored: MirroredRun | MirroredVersion): string {
  return createHash('sha256').update(JSON.stringify(mirrored)).digest('hex');
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
