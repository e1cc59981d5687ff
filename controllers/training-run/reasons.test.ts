import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { reasons } from './reasons.ts';

it('every error of the trainer has a row in the catalogue', () => {
  const source = readFileSync(new URL('../../trainer/trainyard_trainer/errors.py', import.meta.url), 'utf8');
  const told = [...source.matchAll(/ErrorKind\(\s*"(\w+)"/g)].map(([, reason = '']) => reason);
  expect(told.length).toBeGreaterThan(20);
  // A pod that was asked to stop shows as Preempted.
  expect(told.filter((reason) => reason !== 'Terminated' && !(reason in reasons))).toEqual([]);
});
