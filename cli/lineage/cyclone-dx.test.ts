import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { foreign, provenance, version } from '../testing/provenance.ts';
import { mlBom, type Bom } from './cyclone-dx.ts';

// The schema of the specification, as its own library carries it.
const library = dirname(createRequire(import.meta.url).resolve('@cyclonedx/cyclonedx-library/package.json'));
const schema = (name: string): object => JSON.parse(readFileSync(join(library, 'res', 'schema', `${name}.SNAPSHOT.schema.json`), 'utf8')) as object;
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
// Formats of other drafts; what they hold is asked below.
ajv.addFormat('iri-reference', (text) => !/[\s<>"{}|\\^`]/.test(text)).addFormat('idn-email', true);
for (const name of ['spdx', 'jsf-0.82']) ajv.addSchema(schema(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
const follows = ajv.compile(schema('bom-1.6'));

function wrongWith(bom: unknown): string {
  return follows(JSON.parse(JSON.stringify(bom))) ? '' : ajv.errorsText(follows.errors);
}

function refsOf({ metadata, components }: Bom): string[] {
  return [(metadata as { component: { 'bom-ref': string } }).component['bom-ref'], ...components.map((component) => component['bom-ref'])];
}

describe('the bill of materials of a model', () => {
  it.each<[name: string, bom: Bom]>([
    ['of which everything is known', mlBom(provenance())],
    ['whose manifest cannot be read', mlBom(provenance({ manifest: undefined, run: undefined }))],
    ['that came from elsewhere', mlBom(foreign())],
  ])('%s follows CycloneDX 1.6, and its references lead somewhere', (_name, bom) => {
    expect(wrongWith(bom)).toBe('');
    const refs = refsOf(bom);
    expect(new Set(refs).size).toBe(refs.length);
    expect(bom.dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn]).filter((ref) => !refs.includes(ref))).toEqual([]);
  });

  it('names the model by its digests, with a card of what it is and how good', () => {
    const { metadata } = mlBom(provenance()) as Bom & { metadata: { component: object } };
    expect(metadata).toMatchObject({ timestamp: '2026-01-01T00:04:00.000Z', tools: { components: [{ name: 'kubectl-trainyard', version: '0.1.0' }] } });
    expect(metadata.component).toMatchObject({
      type: 'machine-learning-model',
      name: 'tumour',
      version: '3',
      hashes: [{ alg: 'SHA-256', content: version.spec.artifact.sha256 }],
      externalReferences: [{ type: 'distribution', url: version.spec.artifact.uri }, { type: 'build-meta', hashes: [{ content: version.spec.manifest.sha256 }] }, { type: 'vcs', comment: 'commit c0ffee, with uncommitted changes' }],
      modelCard: {
        modelParameters: { approach: { type: 'supervised' }, task: 'BinaryClassification', modelArchitecture: 'xgboost', datasets: [{ ref: `data/${'a'.repeat(64)}` }], inputs: [{ format: 'radius: FP32 [-1, 1]' }] },
        quantitativeAnalysis: { performanceMetrics: expect.arrayContaining([{ type: 'roc_auc', value: '0.98', slice: 'Test' }]) as object[] },
      },
      properties: expect.arrayContaining([{ name: 'trainyard:parameter:max_depth', value: '4' }, { name: 'trainyard:parameter:booster', value: 'gbtree' }, { name: 'trainyard:seed', value: '7' }, { name: 'trainyard:metric:CV:roc_auc:stdDev', value: '0.01' }]) as object[],
    });
  });

  it('lists the data by its digest, the libraries by their packages, and the image', () => {
    const { components } = mlBom(provenance());
    expect(components).toEqual([
      expect.objectContaining({ type: 'data', name: 'tumour.csv', version: 'v7', hashes: [{ alg: 'SHA-256', content: 'a'.repeat(64) }], data: [{ type: 'dataset', name: 'Training and test rows', contents: { url: 's3://data/tumour.csv', properties: [{ name: 'column:radius', value: 'double' }, { name: 'column:malignant', value: 'int64' }] }, description: '569 rows, 31 columns' }] }),
      expect.objectContaining({ type: 'platform', name: 'python', version: '3.11.4' }),
      expect.objectContaining({ type: 'library', name: 'scikit-learn', purl: 'pkg:pypi/scikit-learn@1.7.2' }),
      expect.objectContaining({ type: 'library', name: 'xgboost', purl: 'pkg:pypi/xgboost@3.2.0%2Bcpu' }),
      { type: 'library', 'bom-ref': 'library/libgomp@1', name: 'libgomp', version: '1' },
      expect.objectContaining({ type: 'container', name: 'registry.example.org/trainer:1', hashes: [{ alg: 'SHA-256', content: 'b'.repeat(64) }] }),
    ]);
  });

  it('is the same document every time, and another one for another version', () => {
    expect(mlBom(provenance())).toEqual(mlBom(provenance()));
    const other = { ...version, metadata: { ...version.metadata, name: 'tumour-4' } };
    expect(mlBom(provenance({ version: other })).serialNumber).not.toBe(mlBom(provenance()).serialNumber);
  });

  it.each<[name: string, change: (bom: Bom) => object]>([
    ['of another format', (bom) => ({ ...bom, bomFormat: 'SPDX' })],
    ['without a name for a component', (bom) => ({ ...bom, components: [{ type: 'library' }] })],
    ['with a digest that is none', (bom) => ({ ...bom, components: [{ type: 'library', name: 'a', hashes: [{ alg: 'SHA-256', content: 'xyz' }] }] })],
    ['with a value that is no text', (bom) => ({ ...bom, components: [{ type: 'library', name: 'a', properties: [{ name: 'b', value: 1 }] }] })],
    ['with a member that is not known', (bom) => ({ ...bom, modelCard: {} })],
  ])('would be refused %s', (_name, change) => {
    expect(wrongWith(change(mlBom(provenance())))).not.toBe('');
  });
});
