import { columnsOf, known, lineageOf, timesOf, uuidOf, type Provenance } from './provenance.ts';

// CycloneDX 1.6 as an ML-BOM: https://cyclonedx.org/docs/1.6/json/ and https://cyclonedx.org/capabilities/mlbom/

/** Packages of the trainer's environment by the names that it gives them. */
const packages: Readonly<Record<string, string>> = { scikitLearn: 'scikit-learn', xgboost: 'xgboost', onnxruntime: 'onnxruntime', skl2onnx: 'skl2onnx', onnxmltools: 'onnxmltools', numpy: 'numpy', pandas: 'pandas', pyarrow: 'pyarrow', shap: 'shap', fairlearn: 'fairlearn', torch: 'torch', dask: 'dask' };

export interface Bom {
  readonly bomFormat: 'CycloneDX';
  readonly specVersion: '1.6';
  readonly serialNumber: string;
  readonly version: 1;
  readonly metadata: object;
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

interface Component {
  readonly type: string;
  readonly name: string;
  readonly 'bom-ref': string;
}

/** The same version gives the same document: its number comes from the manifest's digest, its time from the training. */
export function mlBom(provenance: Provenance): Bom {
  const { version, program } = provenance;
  const model = modelOf(provenance);
  const others = [...datasets(provenance), ...libraries(provenance), ...images(provenance)];
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidOf(`${version.metadata.namespace ?? ''}/${version.metadata.name}/${version.spec.manifest.sha256}`)}`,
    version: 1,
    metadata: { timestamp: timesOf(provenance).end, lifecycles: [{ phase: 'post-build' }], tools: { components: [{ type: 'application', name: 'kubectl-trainyard', version: program }] }, component: model },
    components: others,
    dependencies: [{ ref: model['bom-ref'], dependsOn: others.map((component) => component['bom-ref']) }],
  };
}

function modelOf(provenance: Provenance): Component {
  const { version } = provenance;
  const { model, version: number, artifact, manifest } = version.spec;
  return {
    type: 'machine-learning-model',
    'bom-ref': `model/${version.metadata.name}`,
    name: model,
    ...{
      version: String(number),
      'mime-type': 'application/onnx',
      hashes: [sha256Of(artifact.sha256)],
      externalReferences: [
        { type: 'distribution', url: artifact.uri, hashes: [sha256Of(artifact.sha256)] },
        { type: 'build-meta', url: manifest.uri, comment: 'Record of the training', hashes: [sha256Of(manifest.sha256)] },
        ...codeReference(provenance),
      ],
      modelCard: modelCard(provenance),
      properties: properties(provenance),
    },
  };
}

function modelCard(provenance: Provenance): object {
  const { version, manifest, run } = provenance;
  const { algorithm } = lineageOf(provenance);
  const { signature, metrics = [] } = version.status ?? {};
  return {
    modelParameters: {
      approach: { type: 'supervised' },
      ...known({ task: manifest?.task ?? run?.spec.task, modelArchitecture: algorithm }),
      datasets: datasets(provenance).map((component) => ({ ref: component['bom-ref'] })),
      inputs: (signature?.inputs ?? []).map(({ name, datatype, shape }) => ({ format: `${name}: ${datatype} [${shape.join(', ')}]` })),
      outputs: (signature?.outputs ?? []).map(({ name, datatype, shape }) => ({ format: `${name}: ${datatype} [${shape.join(', ')}]` })),
    },
    // The standard deviation over the folds is no confidence interval, and is told as a property.
    quantitativeAnalysis: { performanceMetrics: metrics.map(({ name, split, value }) => ({ type: name, value: String(value), slice: split })) },
  };
}

function datasets(provenance: Provenance): Component[] {
  const { data } = lineageOf(provenance);
  if (data?.uri === undefined) return [];
  const name = data.uri.slice(data.uri.lastIndexOf('/') + 1);
  const columns = columnsOf(provenance).map((column) => ({ name: `column:${column.name}`, value: column.type }));
  const size = [data.rows === undefined ? undefined : `${data.rows} rows`, data.columns === undefined ? undefined : `${data.columns} columns`].filter((part) => part !== undefined).join(', ');
  return [
    {
      type: 'data',
      'bom-ref': `data/${data.sha256 ?? data.uri}`,
      name: name === '' ? data.uri : name,
      ...known({ version: data.versionId, hashes: data.sha256 === undefined ? undefined : [sha256Of(data.sha256)] }),
      ...{ data: [{ type: 'dataset', name: 'Training and test rows', contents: { url: data.uri, ...(columns.length === 0 ? {} : { properties: columns }) }, ...(size === '' ? {} : { description: size }) }] },
    },
  ];
}

function libraries(provenance: Provenance): Component[] {
  return Object.entries(lineageOf(provenance).environment ?? {}).flatMap(([name, version]): Component[] => {
    if (name === 'platform') return [];
    if (name === 'python') return [{ type: 'platform', 'bom-ref': `platform/python@${version}`, name: 'python', ...{ version } }];
    const pypi = packages[name];
    const purl = pypi === undefined ? undefined : `pkg:pypi/${pypi}@${encodeURIComponent(version)}`;
    return [{ type: 'library', 'bom-ref': purl ?? `library/${name}@${version}`, name: pypi ?? name, ...{ version }, ...known({ purl }) }];
  });
}

function images(provenance: Provenance): Component[] {
  const { image } = lineageOf(provenance);
  const name = image?.reference ?? image?.digest;
  if (name === undefined) return [];
  const sha256 = /^sha256:([0-9a-f]{64})$/.exec(image?.digest ?? '')?.[1];
  return [{ type: 'container', 'bom-ref': `container/${image?.digest ?? name}`, name, ...known({ version: image?.digest, hashes: sha256 === undefined ? undefined : [sha256Of(sha256)] }) }];
}

function codeReference(provenance: Provenance): object[] {
  const { code } = lineageOf(provenance);
  if (code?.repository === undefined) return [];
  return [{ type: 'vcs', url: code.repository, ...known({ comment: code.commit === undefined ? undefined : `commit ${code.commit}${code.dirty === true ? ', with uncommitted changes' : ''}` }) }];
}

function properties(provenance: Provenance): object[] {
  const { version } = provenance;
  const { seed, features, parent, trainingRun, experiment, parameters = {}, environment = {}, data } = lineageOf(provenance);
  const facts = known({ seed, pipelineVersion: features?.pipelineVersion, parent, trainingRun, experiment, platform: environment['platform'], schemaHash: data?.schemaHash, target: data?.target, stage: version.spec.stage });
  const folds = (version.status?.metrics ?? []).flatMap(({ name, split, stdDev }) => (stdDev === undefined ? [] : [[`metric:${split}:${name}:stdDev`, stdDev] as const]));
  return [...Object.entries(facts), ...Object.entries(parameters).map(([name, value]) => [`parameter:${name}`, value] as const), ...folds].map(([name, value]) => ({ name: `trainyard:${name}`, value: typeof value === 'string' ? value : JSON.stringify(value) }));
}

function sha256Of(content: string): object {
  return { alg: 'SHA-256', content };
}
