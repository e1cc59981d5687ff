/** The `details` of a metav1.Status. */
export interface StatusDetails {
  readonly name?: string;
  readonly group?: string;
  readonly kind?: string;
  readonly uid?: string;
  readonly causes?: readonly { readonly reason?: string; readonly message?: string; readonly field?: string }[];
  readonly retryAfterSeconds?: number;
}

export interface ApiErrorFields {
  /** HTTP status; 0 when no answer came (see `reason`). */
  readonly status: number;
  /** The Status reason of the server (`NotFound`, `Conflict`, …), or `Unreachable` / `DeadlineExceeded` / `Aborted` when no answer came, `NotLeading` when it was not sent. */
  readonly reason: string;
  readonly message: string;
  /** How long the server asked to be left alone. */
  readonly retryAfterMs?: number;
  readonly details?: StatusDetails;
  readonly cause?: unknown;
}

/** Every failure of a call to the API server, whether it answered or not. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly reason: string;
  readonly retryAfterMs: number | undefined;
  readonly details: StatusDetails | undefined;

  constructor(fields: ApiErrorFields) {
    super(fields.message, fields.cause === undefined ? undefined : { cause: fields.cause });
    this.status = fields.status;
    this.reason = fields.reason;
    this.retryAfterMs = fields.retryAfterMs;
    this.details = fields.details;
  }
}

// Some reasons share a status (409 is both Conflict and AlreadyExists), and a proxy in between may send a status
// without a Status body: the reason decides where there is one, else the HTTP status does.
function matches(error: unknown, status: number, reasons: readonly string[]): boolean {
  return error instanceof ApiError && (reasons.includes(error.reason) || (error.status === status && error.reason === ''));
}

export function isNotFound(error: unknown): error is ApiError {
  return matches(error, 404, ['NotFound']);
}

/** An optimistic lock or a UID precondition did not hold. */
export function isConflict(error: unknown): error is ApiError {
  return matches(error, 409, ['Conflict']);
}

export function isAlreadyExists(error: unknown): error is ApiError {
  return matches(error, -1, ['AlreadyExists']);
}

/** The resourceVersion or continue token is too old: list again. */
export function isGone(error: unknown): error is ApiError {
  return matches(error, 410, ['Gone', 'Expired']);
}

export function isInvalid(error: unknown): error is ApiError {
  return matches(error, 422, ['Invalid']);
}

export function isForbidden(error: unknown): error is ApiError {
  return matches(error, 403, ['Forbidden']);
}

export function isTooManyRequests(error: unknown): error is ApiError {
  return matches(error, 429, ['TooManyRequests']);
}

/** No answer came: the call may or may not have taken effect. */
export function isUnanswered(error: unknown): error is ApiError {
  return error instanceof ApiError && error.status === 0 && !isNotLeading(error);
}

/** Refused here, before a byte was sent: another process may lead by now. */
export function isNotLeading(error: unknown): error is ApiError {
  return error instanceof ApiError && error.reason === 'NotLeading';
}

/** Turns whatever was thrown into an Error, keeping the thing itself as the cause. */
export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(`a value that is not an Error was thrown: ${String(thrown)}`, { cause: thrown });
}
