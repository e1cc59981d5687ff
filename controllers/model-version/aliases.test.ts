import { describe, expect, it } from 'vitest';
import type { ModelVersion } from '../../crds/generated/model-version.ts';
import { heldAliases, nextInLine } from './aliases.ts';
import { versionOf } from './testing/version.ts';

interface Given {
  readonly aliases?: readonly string[];
  readonly model?: string;
  readonly namespace?: string;
  readonly version?: number;
  readonly verified?: boolean;
  readonly approval?: object;
  readonly deleted?: boolean;
}

/** A version that is verified and claims `champion`, unless said otherwise; its number ends its name. */
function version(name: string, { aliases = ['champion'], model = 'tumour', namespace = 'ml', version: number = Number(name.split('-').at(-1)), verified = true, approval = {}, deleted = false }: Given = {}): ModelVersion {
  const one = versionOf({ model, version: number, aliases, approval });
  const metadata = { ...one.metadata, name, namespace, ...(deleted ? { deletionTimestamp: '2026-01-01T00:00:00Z' } : {}) };
  return { ...one, metadata, status: { conditions: [{ type: 'ArtifactVerified', status: verified ? 'True' : 'False', reason: 'x', message: '', lastTransitionTime: '2026-01-01T00:00:00Z' }] } };
}

const rejected = { state: 'Rejected', reason: 'biased' };

describe('the aliases that a version holds', () => {
  it.each<[name: string, version: ModelVersion, others: readonly ModelVersion[], held: readonly string[]]>([
    ['are those of its spec, in their order', version('tumour-2', { aliases: ['stable', 'champion'] }), [], ['stable', 'champion']],
    ['are none where it names none', version('tumour-2', { aliases: [] }), [version('tumour-1')], []],
    ['are not lost to a version with a lower number', version('tumour-10'), [version('tumour-9')], ['champion']],
    ['are lost to a version with a higher number, one by one', version('tumour-9', { aliases: ['champion', 'stable'] }), [version('tumour-10')], ['stable']],
    ['are not lost to the version itself', version('tumour-2'), [version('tumour-2')], ['champion']],
    ['are not lost to a version of another model', version('tumour-2'), [version('lung-3', { model: 'lung' })], ['champion']],
    ['are not lost to a version of another namespace', version('tumour-2'), [version('tumour-3', { namespace: 'other' })], ['champion']],
    ['are not lost to a version whose bytes are not verified', version('tumour-2'), [version('tumour-3', { verified: false })], ['champion']],
    ['are not lost to a rejected version', version('tumour-2'), [version('tumour-3', { approval: rejected })], ['champion']],
    ['are lost to a version whose approval is waited for', version('tumour-2'), [version('tumour-3', { approval: { required: true } })], []],
    ['are not lost to a version that is being deleted', version('tumour-2'), [version('tumour-3', { deleted: true })], ['champion']],
    ['are none when it was rejected', version('tumour-2', { approval: rejected }), [], []],
    ['are none when it is being deleted', version('tumour-2', { deleted: true }), [], []],
    ['stay with the name that sorts first where numbers are equal', version('a', { version: 2 }), [version('b', { version: 2 })], ['champion']],
    ['are lost to the name that sorts first where numbers are equal', version('b', { version: 2 }), [version('a', { version: 2 })], []],
    ['sort as code points do, not as people do', version('a-b', { version: 2 }), [version('a.b', { version: 2 }), version('aa', { version: 2 })], ['champion']],
  ])('%s', (_name, given, others, held) => {
    expect(heldAliases(given, true, others)).toEqual(held);
  });

  it('are none while its bytes are not verified', () => {
    expect(heldAliases(version('tumour-2', { verified: false }), false, [])).toEqual([]);
  });
  it('are those of its spec from the look on that verified it', () => {
    expect(heldAliases(version('tumour-2', { verified: false }), true, [])).toEqual(['champion']);
  });
});

describe('the next in line for an alias', () => {
  it.each<[name: string, others: readonly ModelVersion[], next: string | undefined]>([
    ['is the highest of those below', [version('tumour-1'), version('tumour-3'), version('tumour-2'), version('tumour-9')], 'tumour-3'],
    ['is one that may hold it', [version('tumour-1'), version('tumour-2', { approval: rejected }), version('tumour-3', { aliases: ['stable'] })], 'tumour-1'],
    ['is nobody where only others above name it', [version('tumour-9')], undefined],
  ])('%s', (_name, others, next) => {
    expect(nextInLine(version('tumour-4'), 'champion', others)?.metadata.name).toBe(next);
  });
});
