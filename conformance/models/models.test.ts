import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { models } from './write.ts';

it.each([...models()])('%s lies here as write.ts makes it', (name, bytes) => {
  expect(readFileSync(join(import.meta.dirname, name)).equals(Buffer.from(bytes))).toBe(true);
});
