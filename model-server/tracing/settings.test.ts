import { describe, expect, test } from 'vitest';

import { readTracing } from './settings.ts';

const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' };

describe('the variables of OpenTelemetry', () => {
  test.each([
    ['no endpoint', {}],
    ['an empty one', { OTEL_EXPORTER_OTLP_ENDPOINT: '' }],
    ['switched off', { ...endpoint, OTEL_SDK_DISABLED: 'TRUE' }],
    ['no exporter', { ...endpoint, OTEL_TRACES_EXPORTER: 'none' }],
  ])('%s: no traces', (_name, env) => {
    expect(readTracing(env)).toBeUndefined();
  });

  test.each([
    ['an endpoint', endpoint, { serviceName: 'trainyard-model-server', sampler: 'parentbased_always_on', ratio: 1 }],
    ['one for traces alone', { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://collector:4318/v1/traces' }, { sampler: 'parentbased_always_on' }],
    ['a share', { ...endpoint, OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '0.25', OTEL_SERVICE_NAME: 'mine' }, { serviceName: 'mine', sampler: 'traceidratio', ratio: 0.25 }],
  ])('%s: traces', (_name, env, expected) => {
    expect(readTracing(env)).toMatchObject(expected);
  });

  test.each([
    ['OTEL_EXPORTER_OTLP_ENDPOINT', { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector' }],
    ['OTEL_EXPORTER_OTLP_PROTOCOL', { ...endpoint, OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' }],
    ['OTEL_TRACES_SAMPLER', { ...endpoint, OTEL_TRACES_SAMPLER: 'sometimes' }],
    ['OTEL_TRACES_SAMPLER_ARG', { ...endpoint, OTEL_TRACES_SAMPLER_ARG: '2' }],
    ['OTEL_TRACES_SAMPLER_ARG', { ...endpoint, OTEL_TRACES_SAMPLER_ARG: 'half' }],
  ])('names %s when it is wrong: %j', (variable, env) => {
    expect(() => readTracing(env)).toThrow(new RegExp(`${variable} must be`));
  });
});
