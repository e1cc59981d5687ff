import type { IncomingHttpHeaders } from 'node:http';

import type { ModelSpec } from '../config.ts';

export interface TracedRequest {
  readonly id: string;
  readonly method: string;
  /** The path's pattern, such as `/v2/models/:model/infer`. */
  readonly route: string;
  readonly headers: IncomingHttpHeaders;
}

/** What becomes of one inference request. The routes know this; how it is told, only open-telemetry.ts. */
export interface RequestTrace {
  /** It has been read, and waits for the model from here on. */
  waits(rows: number): void;
  /** The graph runs, for this request alone or for several. */
  runs(): void;
  /** The graph has answered or failed. */
  ran(cause?: unknown): void;
  ended(status: number): void;
}

export interface RequestTracer {
  begin(request: TracedRequest, model: ModelSpec): RequestTrace;
}
