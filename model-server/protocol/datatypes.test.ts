import { describe, expect, test } from 'vitest';

import { codecOf, type Datatype, type ElementCodec } from './datatypes.ts';

function codec(datatype: Datatype): ElementCodec {
  const found = codecOf(datatype);
  if (!found) throw new Error(`${datatype} has no JSON form`);
  return found;
}

describe('an element codec', () => {
  test.each<[string, Datatype, unknown[], unknown[]]>([
    ['keeps finite numbers, and null as NaN', 'FP32', [1, -0.5, 3.4028234663852886e38, null], [1, -0.5, 3.4028234663852886e38, NaN]],
    ['keeps finite doubles, and null as NaN', 'FP64', [1e300, null], [1e300, NaN]],
    ['keeps the ends of its range', 'INT8', [-128, 127], [-128, 127]],
    ['keeps the ends of its range', 'UINT8', [0, 255], [0, 255]],
    ['keeps the ends of its range', 'INT16', [-32768, 32767], [-32768, 32767]],
    ['keeps the ends of its range', 'UINT16', [0, 65535], [0, 65535]],
    ['keeps the ends of its range', 'INT32', [-2147483648, 2147483647], [-2147483648, 2147483647]],
    ['keeps the ends of its range', 'UINT32', [0, 4294967295], [0, 4294967295]],
    ['keeps what JSON numbers hold exactly', 'INT64', [-9007199254740991, 9007199254740991], [-9007199254740991n, 9007199254740991n]],
    ['keeps what JSON numbers hold exactly', 'UINT64', [0, 9007199254740991], [0n, 9007199254740991n]],
    ['keeps truth values', 'BOOL', [true, false], [1, 0]],
    ['keeps texts', 'BYTES', ['', 'naïve 🚂'], ['', 'naïve 🚂']],
  ])('%s: %s', (_name, datatype, values, expected) => {
    const target = codec(datatype).allocate(values.length);
    expect(codec(datatype).fill(target, 0, values)).toBe(-1);
    expect(Array.from<unknown>(target as unknown[])).toEqual(expected);
  });

  test.each<[string, Datatype, unknown, string]>([
    ['a text for a number', 'FP32', '1', 'is "1", expected a number, or null where the value is missing'],
    ['a truth value for a number', 'FP32', true, 'is true, expected a number'],
    ['a number past its range', 'FP32', 3.5e38, 'is 3.5e+38, which does not fit FP32'],
    ['a number past all ranges', 'FP32', 1e999, 'is Infinity, which does not fit FP32'],
    ['a number past all ranges', 'FP64', -1e999, 'is -Infinity, which does not fit FP64'],
    ['a fraction', 'INT32', 3.7, 'is 3.7, expected a whole number'],
    ['a missing value', 'INT64', null, 'is null, expected a whole number'],
    ['a number that would wrap', 'UINT8', 300, 'is 300, which does not fit UINT8 (0 to 255)'],
    ['a negative number', 'UINT64', -1, 'is -1, which does not fit UINT64'],
    ['a number JSON has rounded', 'INT64', 9007199254740993, 'is 9007199254740992, beyond 2^53, where JSON numbers lose digits'],
    ['a number for a truth value', 'BOOL', 1, 'is 1, expected true or false'],
    ['a number for a text', 'BYTES', 5, 'is 5, expected a text'],
    ['half a character', 'BYTES', '\ud800', 'holds half a surrogate pair'],
    ['a text that the runtime would cut off', 'BYTES', 'a\0b', 'holds the character NUL'],
    ['an array', 'FP32', [1], 'is an array, expected a number'],
    ['an object', 'BYTES', {}, 'is an object, expected a text'],
  ])('refuses %s: %s %j', (_name, datatype, value, reason) => {
    const target = codec(datatype).allocate(3);
    const good = datatype === 'BYTES' ? 'x' : datatype === 'BOOL' ? true : 1;
    expect(codec(datatype).fill(target, 0, [good, value, good])).toBe(1);
    expect(codec(datatype).put(target, 0, value)).toBe(false);
    expect(codec(datatype).refusal(value)).toContain(reason);
  });

  test('does not exist for FP16, which the protocol does not carry in JSON', () => {
    expect(codecOf('FP16')).toBeUndefined();
  });
});
