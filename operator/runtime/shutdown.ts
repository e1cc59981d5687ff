import type { Logger } from './log.ts';

/** The part of `process` that ending needs. */
export interface Host {
  on(event: string, listener: (argument: unknown) => void): unknown;
  exit(code: number): void;
}

export type ExitCode = 0 | 1;

/**
 * Runs `run` until it ends and exits with its code. SIGTERM and SIGINT abort the signal given to it; a second one exits
 * at once. An unhandled rejection or exception exits 1: state behind it is unknown, and Kubernetes restarts us.
 */
export async function runToExit(options: { readonly host: Host; readonly logger: Logger; readonly run: (terminate: AbortSignal) => Promise<ExitCode> }): Promise<void> {
  const { host, logger, run } = options;
  const terminate = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT']) {
    host.on(signal, () => {
      if (terminate.signal.aborted) {
        logger.warn({ signal }, 'second signal: exit without draining');
        return host.exit(1);
      }
      logger.info({ signal }, 'shutting down');
      terminate.abort();
    });
  }
  for (const event of ['unhandledRejection', 'uncaughtException']) {
    host.on(event, (err) => {
      logger.fatal({ err, event }, 'exit after an error nobody handled');
      host.exit(1);
    });
  }
  try {
    host.exit(await run(terminate.signal));
  } catch (err) {
    logger.fatal({ err }, 'exit after an error');
    host.exit(1);
  }
}
