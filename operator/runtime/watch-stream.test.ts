import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lines } from './watch-stream.ts';

async function split(chunks: readonly Uint8Array[]): Promise<string[]> {
  const found: string[] = [];
  for await (const line of lines(toStream(chunks), () => undefined)) found.push(line);
  return found;
}

async function* toStream(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

describe('lines', () => {
  it('gives the same lines however the bytes are cut, inside characters too', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((line) => line.trim() !== '' && !line.includes('\n'));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 10 }), fc.array(fc.nat({ max: 300 })), async (expected, cuts) => {
        const bytes = Buffer.from(expected.map((line) => `${line}\n`).join(''), 'utf8');
        const edges = [0, ...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b), bytes.length];
        const chunks = edges.slice(1).map((end, index) => bytes.subarray(edges[index], end));
        expect(await split(chunks)).toEqual(expected);
      }),
    );
  });

  it('drops a last line that has no end: the connection broke inside it', async () => {
    expect(await split([Buffer.from('{"a":1}\n{"b"')])).toEqual(['{"a":1}']);
  });

  it('skips empty lines', async () => {
    expect(await split([Buffer.from('\n\r\n{}\n')])).toEqual(['{}']);
  });

  it('throws for a line without end', async () => {
    const chunk = Buffer.alloc(1024 * 1024, 'x');
    await expect(split(Array.from({ length: 17 }, () => chunk))).rejects.toThrow('longer than');
  });
});
