import { describe, expect, it } from 'vitest';
import { loadCrds, type CrdFile, type Schema } from './crd.ts';
import { lintCrd } from './lint-crds.ts';

/** A CRD of ours with one more field in its spec. */
function withField(field: Schema): CrdFile {
  const [file] = loadCrds();
  if (file === undefined) throw new Error('no CRD');
  const copy = structuredClone(file);
  const spec = copy.crd.spec.versions[0]?.schema.openAPIV3Schema.properties?.spec;
  if (spec?.properties === undefined) throw new Error('no spec');
  spec.properties.extra = field;
  return copy;
}

const description = 'Rows of a field. Left out: none.';

describe('lintCrd', () => {
  it('finds nothing in the CRDs as they are', () => {
    expect(loadCrds().flatMap(lintCrd)).toEqual([]);
  });

  it.each<{ name: string; field: Schema; problem: string }>([
    { name: 'a text without a bound', field: { type: 'string', description }, problem: 'maxLength' },
    { name: 'a list without a bound', field: { type: 'array', description, 'x-kubernetes-list-type': 'atomic', items: { type: 'number' } }, problem: 'maxItems' },
    { name: 'a list that does not say how it merges', field: { type: 'array', description, maxItems: 1, items: { type: 'number' } }, problem: 'x-kubernetes-list-type' },
    { name: 'a map without a bound', field: { type: 'object', description, additionalProperties: { type: 'boolean' } }, problem: 'maxProperties' },
    { name: 'an integer without a range', field: { type: 'integer', format: 'int32', description }, problem: 'minimum and maximum' },
    { name: 'a least fraction without a rule', field: { type: 'number', description, minimum: 0.1 }, problem: '0 would pass it' },
    { name: 'a field without a description', field: { type: 'boolean' }, problem: 'description' },
    { name: 'a description that is no sentence', field: { type: 'boolean', description: 'some flag' }, problem: 'description' },
    { name: 'a node without a type', field: { description }, problem: 'type is missing' },
    { name: 'a required field that is none', field: { type: 'object', description, required: ['a'], properties: {} }, problem: 'required names a' },
    { name: 'a rule without a message', field: { type: 'boolean', description, 'x-kubernetes-validations': [{ rule: 'self' }] }, problem: 'has no message' },
    { name: 'a keyword that is not structural', field: { type: 'boolean', description, const: true } as Schema, problem: 'const is no keyword' },
    { name: 'a list-map key that may be missing', field: { type: 'array', description, maxItems: 1, 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': ['name'], items: { type: 'object', properties: { name: { type: 'boolean', description } } } }, problem: 'the list-map key name' },
  ])('finds $name', ({ field, problem }) => {
    expect(lintCrd(withField(field))).toEqual([expect.stringMatching(new RegExp(`^crds/trainingruns.yaml: .spec.extra.*${problem}`))]);
  });

  it('finds a word that YAML 1.1 takes for a boolean', () => {
    const file = withField({ type: 'boolean', description });
    expect(lintCrd({ ...file, text: 'a: {on: 1}' })).toEqual([expect.stringContaining('put on, off, yes and no into quotes')]);
  });

  it('finds a printer column that names no field', () => {
    const file = withField({ type: 'boolean', description });
    file.crd.spec.versions[0]?.additionalPrinterColumns?.push({ name: 'Extra', type: 'string', jsonPath: '.status.nothing[0].there' });
    expect(lintCrd(file)).toEqual([expect.stringContaining('.status.nothing[0].there names no field')]);
  });
});
