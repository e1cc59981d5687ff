import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { foreign, manifest, provenance, runUid, version } from '../testing/provenance.ts';
import { datasetName, openLineageEvents, type RunEvent } from './open-lineage.ts';

const uri = { type: 'string', format: 'uri' };
const facets = { type: 'object', additionalProperties: { type: 'object', required: ['_producer', '_schemaURL'], properties: { _producer: uri, _schemaURL: uri } } };
const integer = { type: 'integer' };
const number = { type: 'number' };
const text = { type: 'string' };

/**
 * What the specification requires, by its own names: RunEvent, Run, Job and Dataset of
 * https://openlineage.io/spec/2-0-2/OpenLineage.json, and of https://openlineage.io/spec/facets/ the facets
 * SchemaDatasetFacet 1-2-0, DatasetVersionDatasetFacet 1-0-1, DatasourceDatasetFacet 1-0-1,
 * DataQualityMetricsInputDatasetFacet 1-0-3, OutputStatisticsOutputDatasetFacet 1-0-2, JobTypeJobFacet 2-0-4 and
 * SourceCodeLocationJobFacet 1-1-0.
 */
const required = {
  type: 'object',
  required: ['eventTime', 'producer', 'schemaURL', 'run', 'job'],
  properties: {
    eventType: { enum: ['START', 'RUNNING', 'COMPLETE', 'ABORT', 'FAIL', 'OTHER'] },
    eventTime: { type: 'string', format: 'date-time' },
    producer: uri,
    schemaURL: uri,
    run: { type: 'object', required: ['runId'], properties: { runId: { type: 'string', format: 'uuid' }, facets } },
    job: {
      type: 'object',
      required: ['namespace', 'name'],
      properties: {
        namespace: text,
        name: text,
        facets: {
          allOf: [facets],
          properties: {
            jobType: { required: ['processingType', 'integration'], properties: { processingType: text, integration: text, jobType: text } },
            sourceCodeLocation: { required: ['type', 'url'], properties: { type: text, url: uri, repoUrl: text, version: text } },
          },
        },
      },
    },
    inputs: { type: 'array', items: { $ref: '#/definitions/dataset' } },
    outputs: { type: 'array', items: { $ref: '#/definitions/dataset' } },
  },
  definitions: {
    dataset: {
      type: 'object',
      required: ['namespace', 'name'],
      properties: {
        namespace: text,
        name: text,
        facets: {
          allOf: [facets],
          properties: {
            schema: { properties: { fields: { type: 'array', items: { type: 'object', required: ['name'], properties: { name: text, type: text } } } } },
            version: { required: ['datasetVersion'], properties: { datasetVersion: text } },
            dataSource: { properties: { name: text, uri } },
          },
        },
        inputFacets: {
          allOf: [facets],
          properties: {
            dataQualityMetrics: {
              required: ['columnMetrics'],
              properties: { rowCount: integer, columnMetrics: { type: 'object', additionalProperties: { type: 'object', properties: { nullCount: integer, distinctCount: integer, min: number, max: number } } } },
            },
          },
        },
        outputFacets: { allOf: [facets], properties: { outputStatistics: { properties: { size: integer, fileCount: integer } } } },
      },
    },
  },
};
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
const follows = ajv.compile(required);

function wrongWith(event: unknown): string {
  return follows(JSON.parse(JSON.stringify(event))) ? '' : ajv.errorsText(follows.errors);
}

describe('the events of a run', () => {
  it.each<[name: string, events: readonly [RunEvent, RunEvent]]>([
    ['of which everything is known', openLineageEvents(provenance())],
    ['whose manifest cannot be read', openLineageEvents(provenance({ manifest: undefined }))],
    ['that is gone', openLineageEvents(provenance({ run: undefined }))],
    ['of a version from elsewhere', openLineageEvents(foreign())],
  ])('%s follow the specification: one START, one COMPLETE, of one run', (_name, events) => {
    expect(events.map(wrongWith)).toEqual(['', '']);
    expect(events.map(({ eventType }) => eventType)).toEqual(['START', 'COMPLETE']);
    expect(events[0].run.runId).toBe(events[1].run.runId);
    expect(events[0].eventTime <= events[1].eventTime).toBe(true);
  });

  it('tell when it ran, what it read and what came of it', () => {
    const [start, complete] = openLineageEvents(provenance());
    expect([start.eventTime, complete.eventTime, start.run.runId]).toEqual(['2026-01-01T00:00:00.000Z', '2026-01-01T00:04:00.000Z', runUid]);
    expect(start.job).toMatchObject({ namespace: 'ml', name: 'tumour.train', facets: { sourceCodeLocation: { type: 'git', url: 'https://git.example.org/models.git', version: 'c0ffee' } } });
    expect(start.outputs).toEqual([]);
    expect(complete.inputs).toMatchObject([
      {
        namespace: 's3://data',
        name: 'tumour.csv',
        facets: { schema: { fields: [{ name: 'radius', type: 'double' }, { name: 'malignant', type: 'int64' }] }, version: { datasetVersion: 'v7' }, dataSource: { uri: 's3://data/tumour.csv' } },
        inputFacets: { dataQualityMetrics: { rowCount: 569, columnMetrics: { radius: { nullCount: 3, distinctCount: 456, min: 6.98, max: 28.11 }, malignant: { nullCount: 0, distinctCount: 2 } } } },
      },
    ]);
    expect(complete.outputs).toMatchObject([{ namespace: 's3://models', name: 'ml/tumour-xgb/1/model.onnx', facets: { version: { datasetVersion: version.spec.artifact.sha256 } }, outputFacets: { outputStatistics: { size: manifest.artifact.sizeBytes }, trainyard_metrics: { metrics: version.status?.metrics } } }]);
    expect(complete.run.facets).toMatchObject({ trainyard_training: { modelVersion: 'tumour-3', trainingRun: 'ml/tumour-xgb', parent: 'tumour-2', algorithm: 'xgboost', parameters: { max_depth: 4 }, seed: 7 } });
  });

  it('have the columns that the model reads where the table is not known', () => {
    const [start] = openLineageEvents(provenance({ manifest: undefined }));
    expect(start.inputs).toMatchObject([{ facets: { schema: { fields: [{ name: 'radius', type: 'FP32' }] } }, inputFacets: { dataQualityMetrics: { rowCount: 569, columnMetrics: {} } } }]);
  });

  it('have an id that is one, though the run that is named has none', () => {
    const named = { ...version, spec: { ...version.spec, trainingRunRef: { name: 'tumour-xgb', uid: 'u1' } } };
    expect(openLineageEvents(provenance({ version: named })).map(wrongWith)).toEqual(['', '']);
  });

  it('are the same every time, of a version from elsewhere too', () => {
    expect(openLineageEvents(foreign())).toEqual(openLineageEvents(foreign()));
    expect(openLineageEvents(foreign())[0].run.runId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it.each<[name: string, change: (event: Record<string, unknown>) => unknown]>([
    ['without a time', ({ eventTime: _time, ...event }) => event],
    ['of a run whose id is no UUID', (event) => ({ ...event, run: { runId: 'u1' } })],
    ['with a facet that nobody made', (event) => ({ ...event, run: { runId: runUid, facets: { a: {} } } })],
    ['with a dataset without a name', (event) => ({ ...event, inputs: [{ namespace: 'a' }] })],
  ])('would be refused %s', (_name, change) => {
    expect(wrongWith(change({ ...openLineageEvents(provenance())[0] }))).not.toBe('');
  });
});

describe('the name of a dataset', () => {
  it.each([
    ['s3://bucket/a/b.csv', 's3://bucket', 'a/b.csv'],
    ['https://data.example.org:8443/a.csv', 'https://data.example.org:8443', 'a.csv'],
    ['http://data.example.org', 'http://data.example.org', '/'],
    ['file:///srv/data.csv', 'file', '/srv/data.csv'],
    ['data.csv', 'unknown', 'data.csv'],
  ])('%s is %s and %s', (address, namespace, name) => {
    expect(datasetName(address)).toEqual({ namespace, name });
  });
});
