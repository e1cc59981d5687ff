import type { Random } from './random.ts';

/** Pieces that readers of JSON and of UTF-8 may stumble over. */
const PIECES: readonly Buffer[] = [
  ...['{', '}', '[', ']', ',', ':', '"', '\\', '\\u', '\\ud800', '\\u0000', '0', '-', 'e', 'E99999', '1e999', 'null', 'true', 'NaN', 'Infinity', '//', '/**/', '\n', '\0', '__proto__', '"a":1,', '"inputs":[],', '"rows":[],', '[[[[[[[[', '\ufeff'].map((text) => Buffer.from(text)),
  ...['c0af', 'eda080', 'f4908080', 'ff', 'fe', '80', 'c2', 'e28080', 'f09f9a'].map((hex) => Buffer.from(hex, 'hex')),
];

/** The body with one to eight changes to its bytes. */
export function mutateBytes(random: Random, body: Buffer, other: Buffer): Buffer {
  let bytes = body;
  let changes = 1 + random.below(8);
  while (changes-- > 0) bytes = change(random, bytes, other);
  return bytes;
}

function change(random: Random, bytes: Buffer, other: Buffer): Buffer {
  const at = random.below(bytes.length + 1);
  const end = Math.min(bytes.length, at + 1 + random.below(random.chance(0.8) ? 4 : 200));
  const [before, part, after] = [bytes.subarray(0, at), bytes.subarray(at, end), bytes.subarray(end)];
  switch (random.below(8)) {
    case 0: {
      const flipped = Buffer.from(bytes);
      if (at < bytes.length) flipped[at] = (flipped[at] as number) ^ (1 << random.below(8));
      return flipped;
    }
    case 1:
      return Buffer.concat([before, after]);
    case 2:
      return Buffer.concat([before, part, part, after]);
    case 3:
      return Buffer.concat([before, random.pick(PIECES), part, after]);
    case 4:
      return Buffer.concat([before, random.pick(PIECES), after]);
    case 5:
      return random.chance(0.3) ? before : Buffer.concat([before, Buffer.from([random.below(256)]), part, after]);
    case 6: {
      const from = random.below(other.length + 1);
      return Buffer.concat([before, other.subarray(from, from + random.below(100)), after]);
    }
    default:
      return Buffer.concat([before, after.subarray(0, part.length), part, after.subarray(part.length)]);
  }
}
