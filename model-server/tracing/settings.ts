import { loadError } from '../errors.ts';

/** By the names and values of the OpenTelemetry specification; those of the exporter it reads by itself. */
export interface TracingSettings {
  readonly serviceName: string;
  readonly sampler: SamplerName;
  /** The share of traces that a ratio sampler keeps; 0 to 1. */
  readonly ratio: number;
}

const SAMPLERS = ['always_on', 'always_off', 'traceidratio', 'parentbased_always_on', 'parentbased_always_off', 'parentbased_traceidratio'] as const;
export type SamplerName = (typeof SAMPLERS)[number];

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Nothing unless an endpoint is named. Throws a `ConfigInvalid` LoadError that names the variable.
 * https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/
 */
export function readTracing(env: Environment): TracingSettings | undefined {
  const endpoint = env['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'] || env['OTEL_EXPORTER_OTLP_ENDPOINT'];
  if (!endpoint || env['OTEL_SDK_DISABLED']?.toLowerCase() === 'true' || env['OTEL_TRACES_EXPORTER'] === 'none') return undefined;
  if (!URL.canParse(endpoint)) throw invalid('OTEL_EXPORTER_OTLP_ENDPOINT', 'must be a URL, such as http://collector.observability:4318');
  const protocol = env['OTEL_EXPORTER_OTLP_TRACES_PROTOCOL'] || env['OTEL_EXPORTER_OTLP_PROTOCOL'] || 'http/protobuf';
  if (protocol !== 'http/protobuf') throw invalid('OTEL_EXPORTER_OTLP_PROTOCOL', 'must be http/protobuf, the only one that this server speaks');
  const named = env['OTEL_TRACES_SAMPLER'] || 'parentbased_always_on';
  const sampler = SAMPLERS.find((known) => known === named);
  if (sampler === undefined) throw invalid('OTEL_TRACES_SAMPLER', `must be one of ${SAMPLERS.join(', ')}`);
  const ratio = Number(env['OTEL_TRACES_SAMPLER_ARG'] || 1);
  if (!(ratio >= 0 && ratio <= 1)) throw invalid('OTEL_TRACES_SAMPLER_ARG', 'must be a number from 0 to 1');
  return { serviceName: env['OTEL_SERVICE_NAME'] || 'trainyard-model-server', sampler, ratio };
}

function invalid(variable: string, cause: string): Error {
  return loadError('ConfigInvalid', { variable, cause });
}
