// Last: after everything above the server still serves.
import { type Case } from '../case.ts';
import { jsonSubjectOf, type Context } from '../context.ts';
import { served, status } from '../expect.ts';
import { bodyOf, infer, samples } from '../infer.ts';

const source = 'Servers differ: serving after a bad request';

export const survivalCases: readonly Case[] = [
  {
    id: 'survival-infer', level: 'must', source, title: 'After all these requests a valid one is served',
    run: async (context: Context): Promise<void> => {
      const subject = jsonSubjectOf(context);
      served(await infer(context, subject, bodyOf(samples(subject))));
    },
  },
  {
    id: 'survival-live', level: 'must', source, title: 'After all these requests the server is live and ready',
    run: async ({ send }: Context): Promise<void> => {
      status(await send({ path: '/v2/health/live' }), 200);
      status(await send({ path: '/v2/health/ready' }), 200);
    },
  },
];
