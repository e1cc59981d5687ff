import { columnsOf, known, lineageOf, runIdOf, timesOf, type Provenance } from './provenance.ts';

// OpenLineage 2-0-2, https://openlineage.io/spec/2-0-2/OpenLineage.json, and its facets.
const spec = 'https://openlineage.io/spec';
const core = `${spec}/2-0-2/OpenLineage.json`;
const facetUrl = {
  schema: `${spec}/facets/1-2-0/SchemaDatasetFacet.json#/$defs/SchemaDatasetFacet`,
  version: `${spec}/facets/1-0-1/DatasetVersionDatasetFacet.json#/$defs/DatasetVersionDatasetFacet`,
  dataSource: `${spec}/facets/1-0-1/DatasourceDatasetFacet.json#/$defs/DatasourceDatasetFacet`,
  quality: `${spec}/facets/1-0-3/DataQualityMetricsInputDatasetFacet.json#/$defs/DataQualityMetricsInputDatasetFacet`,
  statistics: `${spec}/facets/1-0-2/OutputStatisticsOutputDatasetFacet.json#/$defs/OutputStatisticsOutputDatasetFacet`,
  jobType: `${spec}/facets/2-0-4/JobTypeJobFacet.json#/$defs/JobTypeJobFacet`,
  code: `${spec}/facets/1-1-0/SourceCodeLocationJobFacet.json#/$defs/SourceCodeLocationJobFacet`,
  // Facets of our own say only that they are facets.
  run: `${core}#/$defs/RunFacet`,
  output: `${core}#/$defs/OutputDatasetFacet`,
} as const;

type FacetKind = keyof typeof facetUrl;

export interface RunEvent {
  readonly eventType: 'START' | 'COMPLETE';
  readonly eventTime: string;
  readonly producer: string;
  readonly schemaURL: string;
  readonly run: { readonly runId: string; readonly facets: object };
  readonly job: { readonly namespace: string; readonly name: string; readonly facets: object };
  readonly inputs: readonly object[];
  readonly outputs: readonly object[];
}

/** The two events that every run has: what it read when it began, and what had come of it when it ended. */
export function openLineageEvents(provenance: Provenance): readonly [RunEvent, RunEvent] {
  const { start, end } = timesOf(provenance);
  const producer = producerOf(provenance);
  const [runNamespace = ''] = (lineageOf(provenance).trainingRun ?? '').split('/');
  const common = {
    producer,
    schemaURL: `${core}#/$defs/RunEvent`,
    run: { runId: runIdOf(provenance), facets: { trainyard_training: facet(producer, 'run', trainingOf(provenance)) } },
    job: { namespace: runNamespace === '' ? (provenance.version.metadata.namespace ?? 'default') : runNamespace, name: `${provenance.version.spec.model}.train`, facets: jobFacets(provenance, producer) },
    inputs: inputsOf(provenance, producer),
  };
  return [
    { eventType: 'START', eventTime: start, ...common, outputs: [] },
    { eventType: 'COMPLETE', eventTime: end, ...common, outputs: [outputOf(provenance, producer)] },
  ];
}

/** By the naming rules of OpenLineage: the store as namespace, the path in it as name. */
export function datasetName(uri: string): { readonly namespace: string; readonly name: string } {
  const found = /^([a-z][a-z0-9+.-]*):\/\/([^/]*)\/?(.*)$/i.exec(uri);
  if (found === null) return { namespace: 'unknown', name: uri };
  const [, scheme = '', host = '', path = ''] = found;
  return scheme === 'file' ? { namespace: 'file', name: `/${path}` } : { namespace: `${scheme}://${host}`, name: path === '' ? '/' : path };
}

function facet(producer: string, kind: FacetKind, members: object): object {
  return { _producer: producer, _schemaURL: facetUrl[kind], ...members };
}

function producerOf({ program }: Provenance): string {
  return `https://trainyard.dev/kubectl-trainyard/${program}`;
}

function trainingOf(provenance: Provenance): object {
  const { algorithm, parameters, seed, environment, image, features, parent, trainingRun, experiment } = lineageOf(provenance);
  const { version } = provenance;
  return known({ modelVersion: version.metadata.name, trainingRun, experiment, parent, algorithm, parameters, seed, pipelineVersion: features?.pipelineVersion, image, environment });
}

function jobFacets(provenance: Provenance, producer: string): object {
  const { code } = lineageOf(provenance);
  const repository = code?.repository !== undefined && URL.canParse(code.repository) ? code.repository : undefined;
  return {
    jobType: facet(producer, 'jobType', { processingType: 'BATCH', integration: 'TRAINYARD', jobType: 'TRAINING' }),
    ...(repository === undefined ? {} : { sourceCodeLocation: facet(producer, 'code', { type: 'git', url: repository, repoUrl: repository, ...known({ version: code?.commit }) }) }),
  };
}

function inputsOf(provenance: Provenance, producer: string): readonly object[] {
  const { data } = lineageOf(provenance);
  if (data?.uri === undefined) return [];
  const name = datasetName(data.uri);
  const fields = columnsOf(provenance);
  const datasetVersion = data.versionId ?? data.sha256;
  return [
    {
      ...name,
      facets: {
        dataSource: facet(producer, 'dataSource', { name: name.namespace, uri: data.uri }),
        ...(fields.length === 0 ? {} : { schema: facet(producer, 'schema', { fields }) }),
        ...(datasetVersion === undefined ? {} : { version: facet(producer, 'version', { datasetVersion }) }),
      },
      inputFacets: { dataQualityMetrics: facet(producer, 'quality', { ...known({ rowCount: data.rows }), columnMetrics: columnMetrics(provenance) }) },
    },
  ];
}

function columnMetrics({ manifest }: Provenance): object {
  return Object.fromEntries((manifest?.data.quality ?? []).map(({ column, nulls, distinct, min, max }) => [column, known({ nullCount: nulls, distinctCount: distinct, min, max })]));
}

function outputOf({ version }: Provenance, producer: string): object {
  const { artifact } = version.spec;
  const fields = (version.status?.signature?.outputs ?? []).map(({ name, datatype }) => ({ name, type: datatype }));
  return {
    ...datasetName(artifact.uri),
    facets: {
      version: facet(producer, 'version', { datasetVersion: artifact.sha256 }),
      ...(fields.length === 0 ? {} : { schema: facet(producer, 'schema', { fields }) }),
    },
    outputFacets: {
      outputStatistics: facet(producer, 'statistics', { size: artifact.sizeBytes, fileCount: 1 }),
      trainyard_metrics: facet(producer, 'output', { metrics: version.status?.metrics ?? [] }),
    },
  };
}
