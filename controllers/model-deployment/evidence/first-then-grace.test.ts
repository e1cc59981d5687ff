import { expect, it } from 'vitest';
import { createFakeClock } from '../../../operator/runtime/testing/fake-clock.ts';
import { firstThenGrace } from './first-then-grace.ts';

const hangs = (): Promise<string> => new Promise(() => undefined);

it('does not wait for a task that hangs once another one has answered', async () => {
  const clock = createFakeClock();
  const waiting = firstThenGrace(clock, [hangs(), Promise.resolve('pods')], 250);
  await clock.advance(250);
  const [late, answered] = await waiting;
  expect(answered).toEqual({ status: 'fulfilled', value: 'pods' });
  expect(late).toMatchObject({ status: 'rejected', reason: new Error('no answer within 250 ms after another source had answered') });
});

it('takes in a task that is only a little slower', async () => {
  const clock = createFakeClock();
  const slow = new Promise<string>((resolve) => clock.setTimeout(() => resolve('prometheus'), 200));
  const waiting = firstThenGrace(clock, [slow, Promise.resolve('pods')], 250);
  await clock.advance(200);
  expect(await waiting).toMatchObject([{ value: 'prometheus' }, { value: 'pods' }]);
});

it('waits on while all that answered are failures', async () => {
  const clock = createFakeClock();
  const slow = new Promise<string>((resolve) => clock.setTimeout(() => resolve('prometheus'), 1500));
  const waiting = firstThenGrace(clock, [slow, Promise.reject(new Error('refused'))], 250);
  await clock.advance(1500);
  expect(await waiting).toMatchObject([{ value: 'prometheus' }, { status: 'rejected' }]);
});
