import { describe, expect, test } from 'vitest';

import { readConfig } from './config.ts';

const DIGEST = 'ab'.repeat(32);
const MODEL = {
  name: 'tumour', version: 'tumour-1', revision: 'tumour-ab12cd34',
  artifact: { uri: 's3://models/tumour/model.onnx', sha256: DIGEST },
  manifest: { uri: 's3://models/tumour/manifest.json', sha256: `sha256:${DIGEST.toUpperCase()}` },
};
const MINIMAL = { TRAINYARD_MODELS: JSON.stringify([MODEL]) };

describe('readConfig', () => {
  test('fills in every default', () => {
    expect(readConfig(MINIMAL)).toEqual({
      models: [{ ...MODEL, manifest: { ...MODEL.manifest, sha256: DIGEST } }],
      port: 8080, metricsPort: 8081, s3: { region: 'us-east-1' }, drainSeconds: 5,
      terminationLog: '/dev/termination-log', bodyLimitBytes: 64 * 1024 * 1024, logLevel: 'info', control: 'None',
      execution: { mode: 'Auto', workers: 1, limits: { maxDelayMillis: 0, maxQueueRows: 4096 } },
    });
  });

  test('takes the object store from the AWS variables', () => {
    const env = { ...MINIMAL, AWS_ENDPOINT_URL: 'http://store:7070', AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'key', AWS_REGION: 'eu-west-1' };
    expect(readConfig(env).s3).toEqual({ region: 'eu-west-1', endpoint: 'http://store:7070', credentials: { accessKeyId: 'id', secretAccessKey: 'key' } });
  });

  const model = (change: object): Record<string, string> => ({ TRAINYARD_MODELS: JSON.stringify([{ ...MODEL, ...change }]) });
  test.each<[string, Record<string, string>, string]>([
    ['no models at all', { TRAINYARD_MODELS: '' }, 'TRAINYARD_MODELS is not set'],
    ['models that are no JSON', { TRAINYARD_MODELS: '[' }, 'TRAINYARD_MODELS is not valid JSON'],
    ['an empty list of models', { TRAINYARD_MODELS: '[]' }, 'at least one model'],
    ['a name given twice', { TRAINYARD_MODELS: JSON.stringify([MODEL, MODEL]) }, 'names model "tumour" version "tumour-1" twice'],
    ['a model without a version', model({ version: undefined }), '[0].version must be a text'],
    ['a version that no header can hold', model({ version: 'a\nb' }), '[0].version must be a text of printable'],
    ['an artifact without a place', model({ artifact: { sha256: DIGEST } }), '[0].artifact.uri must be a text'],
    ['a place of unknown kind', model({ artifact: { uri: 'ftp://x/y', sha256: DIGEST } }), '[0].artifact.uri must begin with'],
    ['a digest that is cut short', model({ manifest: { uri: 'file:///m', sha256: 'abc' } }), '[0].manifest.sha256 must be 64 hex digits'],
    ['a port out of range', { ...MINIMAL, PORT: '70000' }, 'PORT must be a whole number from 0 to 65535'],
    ['a drain window that is no number', { ...MINIMAL, DRAIN_SECONDS: 'soon' }, 'DRAIN_SECONDS must be a whole number'],
    ['half of a credential', { ...MINIMAL, AWS_ACCESS_KEY_ID: 'id' }, 'AWS_SECRET_ACCESS_KEY is not set, but its other half is'],
    ['an execution that there is not', { ...MINIMAL, EXECUTION: 'inline' }, 'EXECUTION must be one of Auto, Inline, Worker'],
    ['a batch of no rows', { ...MINIMAL, BATCH_MAX_ROWS: '-1' }, 'BATCH_MAX_ROWS must be a whole number from 1 to 65536'],
    ['an unknown log level', { ...MINIMAL, LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of'],
  ])('refuses %s', (_name, env, message) => {
    expect(() => readConfig(env)).toThrow(message);
  });
});
