import { describe, expect, it } from 'vitest';
import { recordFromManifest } from '../../controllers/model-version/record-from-manifest.ts';
import { filesOf } from '../../controllers/shared/testing/manifest.ts';
import type { Manifest } from '../../crds/generated/manifest.ts';
import type { ModelVersion, ModelVersionSpec, ModelVersionStatus } from '../../crds/generated/model-version.ts';
import { compare, firstDifference, verdictOf, type Check, type Reading, type Readings } from './compare.ts';

const files = filesOf({ code: { repository: 'https://example.org/a.git', commit: 'c0ffee', dirty: false }, image: { reference: 'trainer:1', digest: null }, algorithm: { name: 'xgboost', parameters: { max_depth: 4, missing: null } } });
const { manifest } = files;
const { sha256, sizeBytes } = manifest.artifact;

function versionOf({ spec = {}, status = {} }: { readonly spec?: Partial<ModelVersionSpec>; readonly status?: ModelVersionStatus } = {}): ModelVersion {
  const version: ModelVersion = {
    apiVersion: 'trainyard.dev/v1alpha1',
    kind: 'ModelVersion',
    metadata: { namespace: 'ml', name: 'tumour-3' },
    spec: { model: 'tumour', version: 3, artifact: { uri: 's3://models/model.onnx', sha256, sizeBytes, format: 'ONNX' }, manifest: { uri: 's3://models/manifest.json', sha256: files.manifestSha256 }, stage: 'Development', approval: { required: false, state: 'Pending' }, ...spec },
  };
  const recorded = structuredClone(recordFromManifest(version, manifest));
  return { ...version, status: { ...recorded, ...status } };
}

const good: Readings = { data: { sha256: manifest.data.sha256, sizeBytes: 9 }, manifest: { sha256: files.manifestSha256, sizeBytes: files.bytes.byteLength, manifest }, artifact: { sha256, sizeBytes } };
const withManifest = (more: Partial<Manifest>): Readings => ({ ...good, manifest: { ...good.manifest, manifest: { ...manifest, ...more } } });
const other: Reading = { sha256: 'f'.repeat(64), sizeBytes };
const resultsOf = (checks: readonly Check[]): string => checks.map(({ what, result }) => `${what} ${result}`).join(', ');
const lineage = versionOf().status?.lineage ?? {};
const allEqual = 'data equal, manifest equal, record equal, artifact equal';

describe('a version beside what lies in the stores', () => {
  it('is equal where nothing was touched', () => {
    const checks = compare(versionOf(), good);
    expect([resultsOf(checks), verdictOf(checks)]).toEqual([allEqual, 'equal']);
    expect(checks.map(({ text }) => text)).toEqual([`sha256 ${'a'.repeat(12)}, 9 bytes`, `sha256 ${files.manifestSha256.slice(0, 12)}, ${files.bytes.byteLength} bytes`, expect.stringMatching(/^[0-9]+ values are as in the manifest$/), `sha256 ${sha256.slice(0, 12)}, ${sizeBytes} bytes`]);
  });

  it.each<[name: string, readings: Readings, version: ModelVersion, results: string, text: string]>([
    ['other data', { ...good, data: other }, versionOf(), 'data different, manifest equal, record equal, artifact equal', `it has sha256 ${'f'.repeat(64)}, and status.lineage.data.sha256 is ${manifest.data.sha256}`],
    ['another manifest that says the same', { ...good, manifest: { ...good.manifest, sha256: 'f'.repeat(64) } }, versionOf(), 'data equal, manifest different, record equal, artifact equal', `and spec.manifest.sha256 is ${files.manifestSha256}`],
    ['a manifest that is none', { ...good, manifest: { sha256: 'f'.repeat(64), sizeBytes: 3, invalid: 'it is not JSON' } }, versionOf(), 'data equal, manifest different, record unread, artifact equal', 'it is not JSON'],
    ['the manifest of another model', withManifest({ model: 'lung' }), versionOf(), 'data equal, manifest different, record equal, artifact equal', 'its model is lung, and spec.model is tumour'],
    ['a manifest about another model file', withManifest({ artifact: { ...manifest.artifact, sha256: 'e'.repeat(64) } }), versionOf(), 'data equal, manifest different, record different, artifact equal', `its artifact.sha256 is ${'e'.repeat(64)}`],
    ['a manifest about a longer model file', withManifest({ artifact: { ...manifest.artifact, sizeBytes: sizeBytes + 1 } }), versionOf(), 'data equal, manifest different, record equal, artifact equal', `its artifact.sizeBytes is ${sizeBytes + 1}`],
    ['another model file', { ...good, artifact: other }, versionOf(), 'data equal, manifest equal, record equal, artifact different', `and spec.artifact.sha256 is ${sha256}`],
    ['a model file that was cut', { ...good, artifact: { sha256: 'f'.repeat(64), sizeBytes: 3 } }, versionOf(), 'data equal, manifest equal, record equal, artifact different', `it has 3 bytes, and spec.artifact.sizeBytes is ${sizeBytes}`],
    ['a parameter that was edited in status', good, versionOf({ status: { lineage: { ...lineage, parameters: { max_depth: 5 } } } }), 'data equal, manifest equal, record different, artifact equal', 'status.lineage.parameters.max_depth is 5, and the manifest says 4'],
    ['a metric that was edited in status', good, versionOf({ status: { metrics: [{ name: 'log_loss', split: 'Test', value: 0.1 }, { name: 'roc_auc', split: 'Test', value: 0.99, n: 114 }, { name: 'roc_auc', split: 'CV', value: 0.97, stdDev: 0.01, n: 5 }] } }), 'data equal, manifest equal, record different, artifact equal', 'status.metrics[1].value is 0.99, and the manifest says 0.98'],
    ['a metric that was added in status', good, versionOf({ status: { metrics: [] } }), 'data equal, manifest equal, record different, artifact equal', 'status.metrics has 0 entries, and the manifest says 3'],
    ['another commit in status', good, versionOf({ status: { lineage: { ...lineage, code: { repository: 'https://example.org/a.git', commit: 'bad' } } } }), 'data equal, manifest equal, record different, artifact equal', 'status.lineage.code.commit is "bad", and the manifest says "c0ffee"'],
    ['something in status that the manifest does not know', good, versionOf({ status: { lineage: { ...lineage, parent: 'tumour-2' } } }), 'data equal, manifest equal, record different, artifact equal', 'status.lineage.parent is "tumour-2", and the manifest says nothing'],
  ])('%s is found and named', (_name, readings, version, results, text) => {
    const checks = compare(version, readings);
    expect([resultsOf(checks), verdictOf(checks)]).toEqual([results, 'different']);
    expect(checks.find(({ result }) => result === 'different')?.text).toContain(text);
  });

  it.each<[name: string, readings: Readings, version: ModelVersion, results: string, text: string]>([
    ['data that may not be read', { ...good, data: { unread: 'access denied' } }, versionOf(), 'data unread, manifest equal, record equal, artifact equal', 'access denied'],
    ['a manifest that is gone', { ...good, manifest: { unread: 'it does not exist' } }, versionOf(), 'data equal, manifest unread, record unread, artifact equal', 'it does not exist'],
    ['a store that is down', { ...good, artifact: { unread: 'no answer' } }, versionOf(), 'data equal, manifest equal, record equal, artifact unread', 'no answer'],
    ['a version that was never verified', good, { ...versionOf(), status: {} }, 'data unread, manifest equal, record unread, artifact equal', 'status.lineage.data names no digest'],
  ])('%s is no difference, but not equal either', (_name, readings, version, results, text) => {
    const checks = compare(version, readings);
    expect([resultsOf(checks), verdictOf(checks)]).toEqual([results, 'unread']);
    expect(checks.find(({ result }) => result === 'unread')?.text).toBe(text);
  });

  it('is different when one thing differs and another could not be read', () => {
    expect(verdictOf(compare(versionOf(), { ...good, data: { unread: 'x' }, artifact: other }))).toBe('different');
  });
});

describe('two values', () => {
  it.each<[name: string, recorded: unknown, found: unknown, difference: string | undefined]>([
    ['null and nothing are the same', { a: null }, {}, undefined],
    ['what is not on record is not asked for', { a: 1 }, { a: 1, b: 2 }, undefined],
    ['a number is not its text', { a: 1 }, { a: '1' }, 'p.a is 1, and the manifest says "1"'],
    ['a list is not an object', { a: [] }, { a: {} }, 'p.a is [], and the manifest says {}'],
    ['the order of a list counts', { a: [1, 2] }, { a: [2, 1] }, 'p.a[0] is 1, and the manifest says 2'],
    ['long values are cut', 'x'.repeat(300), 'y', `p is "${'x'.repeat(199)}…, and the manifest says "y"`],
  ])('%s', (_name, recorded, found, difference) => {
    expect(firstDifference(recorded, found, 'p')).toBe(difference);
  });
});
