import { ApiError } from '../operator/runtime/errors.ts';

/** Scripts tell by these how it ended. */
export const exitCode = { done: 0, failed: 1, wrongUsage: 2, rolledBack: 3, disagrees: 4 } as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** Something to tell a person in one sentence, with what to do about it. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly exitCode: ExitCode;

  constructor(message: string, code: ExitCode = exitCode.failed, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.exitCode = code;
  }
}

export function usageFailure(message: string, help: string): Failure {
  return new Failure(`${message}; "${help} --help" shows how`, exitCode.wrongUsage);
}

/** Every error as a Failure: what the API server said, and the remedy. */
export function asFailure(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  const said = thrown instanceof Error ? thrown.message : String(thrown);
  return new Failure(thrown instanceof ApiError ? `${said}; ${remedy(thrown)}` : said, exitCode.failed, thrown);
}

function remedy({ status, reason }: ApiError): string {
  if (status === 0) return 'see that the cluster can be reached, and that --kubeconfig and --context name the right one';
  switch (status) {
    case 401:
      return 'log in again: the credentials of this context are not accepted';
    case 403:
      return 'ask for the right, or use a context that has it';
    case 404:
      return 'see that Trainyard is installed in this cluster: "kubectl get crds" must list its kinds';
    case 409:
      return 'somebody else changed it at the same moment: try again';
    case 422:
      return 'correct what it names';
    default:
      return `the API server answered ${status}${reason === '' ? '' : ` (${reason})`}: try again`;
  }
}
