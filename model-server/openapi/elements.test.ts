import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';

import { codecOf, isDatatype, type Datatype } from '../protocol/datatypes.ts';
import { inputData, inputElement, shapeOf } from './elements.ts';

const DATATYPES = ['BOOL', 'UINT8', 'UINT16', 'UINT32', 'UINT64', 'INT8', 'INT16', 'INT32', 'INT64', 'FP16', 'FP32', 'FP64', 'BYTES'].filter(isDatatype);
const VALUES: readonly unknown[] = [
  null, true, false, '', 'text', 'a\nb', 'naïve 🚂', 'a\0b', [], {}, [1], 0, -0, 1, -1, 0.5, 1e-300, 127, 128, -128, -129, 255, 256, 32_767, 32_768, -32_769, 65_535, 65_536,
  2 ** 31 - 1, 2 ** 31, -(2 ** 31), -(2 ** 31) - 1, 2 ** 32 - 1, 2 ** 32, 2 ** 53 - 1, 2 ** 53, -(2 ** 53) + 1, -(2 ** 53), 3.4028234663852886e38, 3.4028235677973366e38, -3.4028235677973366e38, 1e39, 1.7e308,
];

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });

describe('the schema of an element', () => {
  test.each(DATATYPES)('takes exactly the %s values that the server takes', (datatype: Datatype) => {
    const valid = ajv.compile(inputElement(datatype));
    const codec = codecOf(datatype);
    for (const value of VALUES) expect([value, valid(value)]).toEqual([value, codec?.put(codec.allocate(1), 0, value) ?? false]);
  });
});

describe('the schema of a tensor', () => {
  const spec = { name: 'x', datatype: 'INT8', shape: [-1, 2] } as const;

  test.each<[unknown, boolean]>([[[1, 2], true], [[7, 2], true], [[0, 2], false], [[1, 3], false], [[1], false], [[1, 2, 1], false], [[1.5, 2], false]])('says of shape %j: %s', (shape, valid) => {
    expect(ajv.validate(shapeOf(spec), shape)).toBe(valid);
  });

  test.each<[unknown, boolean]>([[[1, 2, 3, 4], true], [[[1, 2], [3, 4]], true], [[[1, 2, 3]], false], [[[1, 2], 3], false], [['1'], false], [1, false]])('says of data %j: %s', (data, valid) => {
    expect(ajv.validate(inputData(spec), data)).toBe(valid);
  });
});
