import pino from 'pino';
import type { DestinationStream, Logger } from 'pino';

export type { Logger } from 'pino';

export interface LogOptions {
  readonly level: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
  /** Default: standard output. */
  readonly destination?: DestinationStream;
}

const hidden = '[redacted]';
const secretField = /^(authorization|password|passwd|token|secretaccesskey|secretkey|clientsecret|apikey|sessiontoken|stringdata)$/i;

/** JSON lines on standard output; values of Secrets and of fields named like credentials never reach them. */
export function createLogger(options: LogOptions): Logger {
  const settings: pino.LoggerOptions = {
    level: options.level,
    base: undefined as never,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: pino.stdSerializers.errWithCause },
    formatters: {
      level: (label) => ({ level: label }),
      log: (fields) => redact(fields, 0) as Record<string, unknown>,
    },
  };
  return options.destination === undefined ? pino(settings) : pino(settings, options.destination);
}

const deepest = 12;

/** A copy without secrets: by kind for Secret objects, by name for single fields. Errors pass to their serializer untouched. */
export function redact(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Error || value instanceof Date) return value;
  if (depth > deepest) return '[too deep]';
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  const isSecret = 'kind' in value && value.kind === 'Secret';
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => {
      const hide = secretField.test(name) || (isSecret && name === 'data');
      return [name, hide && field !== undefined ? hidden : redact(field, depth + 1)];
    }),
  );
}
