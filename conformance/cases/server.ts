// The paths of the server itself.
import { NotApplicable, Violation, type Case } from '../case.ts';
import type { Context } from '../context.ts';
import { json, refused, shown, status } from '../expect.ts';

const table = 'Protocol: table of APIs';
/** The text wanted an empty body once and wants JSON now; probes read the status alone. */
const bodies = 'Protocol: health responses (an earlier revision wanted no body)';

export const serverCases: readonly Case[] = [
  {
    id: 'server-live', level: 'must', source: table, title: 'GET /v2/health/live is 200',
    run: async ({ send }) => status(await send({ path: '/v2/health/live' }), 200),
  },
  {
    id: 'server-live-body', level: 'should', source: bodies, title: 'GET /v2/health/live says {"live": true}',
    run: async ({ send }) => void json(await send({ path: '/v2/health/live' }), 'serverLive'),
  },
  {
    id: 'server-ready', level: 'must', source: table, title: 'GET /v2/health/ready is 200',
    run: async ({ send }) => status(await send({ path: '/v2/health/ready' }), 200),
  },
  {
    id: 'server-ready-body', level: 'should', source: bodies, title: 'GET /v2/health/ready says {"ready": true}, or {"live": true} as the text has it',
    run: async ({ send }) => void json(await send({ path: '/v2/health/ready' }), 'serverReady'),
  },
  {
    id: 'server-metadata', level: 'must', source: 'Protocol: Server Metadata Response JSON Object', title: 'GET /v2 gives name, version and extensions',
    run: async ({ send }: Context): Promise<void> => {
      const answer = await send({ path: '/v2' });
      status(answer, 200);
      json(answer, 'serverMetadata');
    },
  },
  {
    id: 'server-metadata-slash', level: 'should', source: 'Servers differ: /v2 or /v2/ (the OpenAPI file has the slash, the text has not)', title: 'GET /v2/ gives the same as GET /v2, or leads there',
    run: async ({ send }: Context): Promise<void> => {
      const answer = await send({ path: '/v2/', follow: true });
      status(answer, 200);
      json(answer, 'serverMetadata');
    },
  },
  {
    id: 'content-type', level: 'should', source: 'Protocol: Inference Request Examples', title: 'JSON answers have content type application/json',
    run: async ({ send }: Context): Promise<void> => {
      const answer = await send({ path: '/v2' });
      const type = answer.headers.get('content-type');
      if (type === null || !/^application\/json\b/.test(type)) throw new Violation(`content-type ${type ?? 'is missing'}`);
    },
  },
  {
    id: 'wrong-method-server', level: 'should', source: 'Servers differ: wrong method', title: 'DELETE /v2 is 405 with {"error"}',
    run: async ({ send }) => refused(await send({ method: 'DELETE', path: '/v2' }), 405),
  },
  {
    id: 'repository-index', level: 'should', source: 'Model repository extension', title: 'POST /v2/repository/index lists the models, where that extension is advertised',
    run: async ({ send, extensions }: Context): Promise<void> => {
      if (!extensions.some((extension) => extension.startsWith('model_repository'))) throw new NotApplicable('the server does not advertise model_repository');
      const answer = await send({ method: 'POST', path: '/v2/repository/index', headers: { 'content-type': 'application/json' }, body: '{}' });
      status(answer, 200);
      if ((json(answer, 'repositoryIndex') as unknown[]).length === 0) throw new Violation(shown(answer));
    },
  },
];
