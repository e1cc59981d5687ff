/**
 * Every reason why a progress report is not taken. The label of the metric and the docs page are made from this.
 * `again`: the sender may try the same once more after that many seconds.
 */
export const refusals = {
  NotFound: { status: 404, meaning: 'Another path than `/progress`.' },
  MethodNotAllowed: { status: 405, meaning: 'Another method than POST.' },
  NotLeading: { status: 503, again: 1, meaning: 'This replica stands by; the next connection may reach the one that leads.' },
  TooLarge: { status: 413, meaning: 'The body has more than 64 KiB.' },
  RunNotNamed: { status: 400, meaning: 'The address lacks `?run=<namespace>/<name>`; `TRAINYARD_PROGRESS_URL` has it.' },
  TokenMissing: { status: 401, meaning: 'There is no `Authorization: Bearer` with a service account token.' },
  WrongAudience: { status: 401, meaning: 'The token is for another audience than `trainyard`.' },
  TokenExpired: { status: 401, meaning: 'The token has expired; the kubelet renews the file.' },
  NotAuthenticated: { status: 401, meaning: 'The API server does not accept the token.' },
  NotAPod: { status: 403, meaning: 'The token is bound to no pod.' },
  OtherNamespace: { status: 403, meaning: 'The token is of another namespace than the run.' },
  OtherPod: { status: 403, meaning: 'The pod of the token is not one of a Job of this run.' },
  LaunchOver: { status: 409, meaning: 'The pod belongs to an earlier launch, or the run has ended.' },
  TooManyReports: { status: 429, again: 1, meaning: 'This token sends more than 2 reports a second.' },
  TooManyReviews: { status: 429, again: 5, meaning: 'More new tokens came than the operator asks the API server about, 20 a second.' },
  Malformed: { status: 400, meaning: 'The body is not JSON of the right shape.' },
  ReviewFailed: { status: 503, again: 5, meaning: 'The API server could not be asked about the token.' },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly again?: number; readonly meaning: string }>>;

export type RefusalReason = keyof typeof refusals;

/** A report that is not taken. The message is for whoever sent it. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason, message: string = refusals[reason].meaning, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.reason = reason;
  }
}
