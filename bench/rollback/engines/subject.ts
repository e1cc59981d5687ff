import type { EnvVar, Served } from '../served.ts';

/** A model behind a host, and an engine that rolls versions of it out. */
export interface Subject {
  readonly namespace: string;
  readonly host: string;
  /** Makes the stable version serve alone, whatever was before. */
  prepare(stable: Served): Promise<void>;
  /** Asks for the candidate, as a user of this engine does. */
  begin(candidate: Served): Promise<void>;
  /** By the engine's own status, of the candidate that was begun last. */
  rolledBack(): Promise<boolean>;
  /** Why, in the engine's own words. */
  reason(): Promise<string>;
  /** Stable alone again, and the candidate's pods gone. */
  rest(): Promise<void>;
}

export type { EnvVar, Served };
