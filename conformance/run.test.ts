import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cases } from './cases/cases.ts';
import { CannotStart } from './discover.ts';
import type { Report } from './report.ts';
import { conforms } from './report.ts';
import { run, type Options } from './run.ts';
import { answerTo, jsonReply, startFake, type Asked, type FakeServer, type Fault, type Reply } from './testing/fake-server.ts';

async function report(fault?: Fault, options: Partial<Options> = {}): Promise<Report> {
  const server = await startFake(fault);
  try {
    return await run({ url: server.url, models: [], forceBinary: false, timeoutMs: 15_000, now: () => new Date(0), ...options });
  } finally {
    await server.close();
  }
}

function failed({ cases: results }: Report): readonly string[] {
  return results.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id);
}

interface Body {
  readonly [key: string]: unknown;
  readonly id?: string;
  readonly inputs?: readonly { readonly [key: string]: unknown; readonly name?: string; readonly data?: unknown; readonly datatype?: string }[];
  readonly outputs?: readonly { readonly name: string }[];
  readonly parameters?: { readonly binary_data_output?: boolean };
}

const simple = '/v2/models/simple';
const text = ({ body }: Asked): string => new TextDecoder().decode(body);
const isInfer = ({ path }: Asked): boolean => path.endsWith('/infer');
const lengthHeader = ({ headers }: Asked): string | undefined => headers['inference-header-content-length'] as string | undefined;

/** The JSON of a request to model simple; nothing for any other. */
function bodyOf(asked: Asked): Body {
  if (asked.path !== `${simple}/infer` || asked.method !== 'POST') return {};
  try {
    const body = JSON.parse(lengthHeader(asked) === undefined ? text(asked) : text(asked).slice(0, Number(lengthHeader(asked)))) as Body | Body[];
    return Array.isArray(body) ? {} : body;
  } catch {
    return {};
  }
}

/** As if the request had been this. */
function as(asked: Asked, body: unknown): Reply {
  return answerTo({ ...asked, body: new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)) });
}

function changed(reply: Reply, change: (answer: Record<string, unknown>) => unknown): Reply {
  return { ...reply, body: JSON.stringify(change(JSON.parse(String(reply.body)) as Record<string, unknown>)) };
}

const onPath = (path: string, change: (reply: Reply) => Reply): Fault => (asked, reply) => (asked.path === path && asked.method === 'GET' ? change(reply) : reply);
const first = (body: Body): Record<string, unknown> => (body.inputs ?? [])[0] ?? {};
const reversed = (answer: Record<string, unknown>): unknown => ({ ...answer, outputs: [...(answer['outputs'] as { data: unknown[] }[])].map((output) => ({ ...output, data: [...output.data].reverse() })) });

/** The request with another first input. */
function withFirst(body: Body, fields: Record<string, unknown>): Body {
  return { ...body, inputs: [{ ...first(body), ...fields }, ...(body.inputs ?? []).slice(1)] };
}

const faults: readonly { readonly fault: string; readonly red: readonly string[]; readonly make: Fault }[] = [
  { fault: 'is not live', red: ['server-live', 'survival-live'], make: onPath('/v2/health/live', (reply) => ({ ...reply, status: 503 })) },
  { fault: 'says nothing of its life', red: ['server-live-body'], make: onPath('/v2/health/live', (reply) => ({ ...reply, body: '' })) },
  { fault: 'says that it is not ready', red: ['server-ready-body'], make: onPath('/v2/health/ready', () => jsonReply(200, { ready: false })) },
  { fault: 'is not ready', red: ['server-ready', 'survival-live'], make: onPath('/v2/health/ready', (reply) => ({ ...reply, status: 400 })) },
  { fault: 'has no version', red: ['server-metadata'], make: onPath('/v2', () => jsonReply(200, { name: 'fake', extensions: [] })) },
  { fault: 'has no /v2/', red: ['server-metadata-slash'], make: onPath('/v2/', () => jsonReply(404, { error: 'no' })) },
  { fault: 'calls JSON text', red: ['content-type'], make: onPath('/v2', (reply) => ({ ...reply, headers: { 'content-type': 'text/plain' } })) },
  { fault: 'says 404 for a wrong method', red: ['wrong-method-infer'], make: onPath(`${simple}/infer`, () => jsonReply(404, { error: 'no' })) },
  { fault: 'gives null for no versions', red: ['model-metadata-nulls'], make: onPath(simple, (reply) => changed(reply, (answer) => ({ ...answer, versions: ['1'], properties: null }))) },
  { fault: 'has no platform', red: ['model-platform'], make: onPath(simple, (reply) => changed(reply, (answer) => ({ ...answer, platform: '' }))) },
  { fault: 'has another name in its metadata', red: ['model-metadata'], make: onPath(simple, (reply) => changed(reply, (answer) => ({ ...answer, name: 'other' }))) },
  { fault: 'is silent on readiness of the model', red: ['model-ready-body'], make: onPath(`${simple}/ready`, (reply) => ({ ...reply, body: '' })) },
  { fault: 'has a detail for an error', red: ['unknown-model'], make: onPath('/v2/models/no-such-model-here', () => jsonReply(404, { detail: 'no' })) },
  { fault: 'has more than an error', red: ['unknown-model'], make: onPath('/v2/models/no-such-model-here', () => jsonReply(404, { error: 'no', code: 5 })) },
  { fault: 'says 400 for an unknown model', red: ['unknown-model-status'], make: onPath('/v2/models/no-such-model-here', () => jsonReply(400, { error: 'no' })) },
  { fault: 'serves any version', red: ['unknown-version-metadata', 'unknown-version-infer'], make: (asked) => answerTo({ ...asked, path: asked.path.replace('987654321', '1') }) },
  { fault: 'does not serve its own version', red: ['version-infer'], make: (asked, reply) => (asked.path === `${simple}/versions/1/infer` ? jsonReply(404, { error: 'no' }) : reply) },
  { fault: 'answers as another version', red: ['version-in-answer'], make: (asked, reply) => (bodyOf(asked).inputs !== undefined && reply.status === 200 && typeof reply.body === 'string' ? changed(reply, (answer) => ({ ...answer, model_version: '2' })) : reply) },
  { fault: 'makes up an id', red: ['infer-id'], make: (asked, reply) => (bodyOf(asked).id === 'conformance-7' ? changed(reply, (answer) => ({ ...answer, id: 'other' })) : reply) },
  { fault: 'gives no id', red: ['infer-id-given'], make: (asked, reply) => (isInfer(asked) && reply.status === 200 && typeof reply.body === 'string' ? { ...reply, body: reply.body.replace('"id":"made-up",', '') } : reply) },
  { fault: 'gives all outputs for one', red: ['infer-output', 'simple-one-output'], make: (asked, reply) => (bodyOf(asked).outputs?.[0]?.name === 'OUTPUT1' && bodyOf(asked).outputs?.length === 1 ? as(asked, { ...bodyOf(asked), outputs: undefined }) : reply) },
  { fault: 'has an order of its own', red: ['infer-output-order'], make: (asked, reply) => (bodyOf(asked).outputs?.[0]?.name === 'OUTPUT1' ? as(asked, { ...bodyOf(asked), outputs: [...(bodyOf(asked).outputs ?? [])].reverse() }) : reply) },
  { fault: 'takes flat data only', red: ['infer-nested', 'simple-nested'], make: (asked, reply) => (Array.isArray((first(bodyOf(asked))['data'] as unknown[] | undefined)?.[0]) ? jsonReply(400, { error: 'no' }) : reply) },
  { fault: 'turns rows around', red: ['simple-rows'], make: (asked, reply) => ((first(bodyOf(asked))['data'] as unknown[] | undefined)?.length === 48 && reply.status === 200 ? changed(reply, reversed) : reply) },
  { fault: 'counts inputs by order', red: ['simple-swapped-inputs'], make: (asked, reply) => (first(bodyOf(asked))['name'] === 'INPUT1' ? as(asked, text(asked).replace('INPUT1', 'x').replace('INPUT0', 'INPUT1').replace('"x"', '"INPUT0"')) : reply) },
  { fault: 'mixes answers', red: ['simple-concurrent'], make: (asked, reply) => (bodyOf(asked).id === 'at-once-3' ? changed(reply, (answer) => ({ ...answer, id: 'at-once-4' })) : reply) },
  { fault: 'rounds INT64', red: ['echo-int64-precise'], make: (asked, reply) => (text(asked).includes('OUT_INT64') && typeof reply.body === 'string' ? { ...reply, body: reply.body.replace('9007199254740993', '9007199254740992') } : reply) },
  { fault: 'writes NaN', red: ['nan-is-no-json', 'nan-not-silent'], make: (asked, reply) => (isInfer(asked) && reply.status === 500 ? { ...jsonReply(200, {}), body: '{"outputs":[{"data":[NaN,Infinity]}]}' } : reply) },
  { fault: 'writes null for NaN', red: ['nan-not-silent'], make: (asked, reply) => (isInfer(asked) && reply.status === 500 ? jsonReply(200, { outputs: [{ data: [null, null] }] }) : reply) },
  { fault: 'says 422 for bad JSON', red: ['body-empty-status'], make: (asked, reply) => (isInfer(asked) && asked.method === 'POST' && asked.body.length === 0 ? { ...reply, status: 422 } : reply) },
  { fault: 'has a detail for bad JSON', red: ['body-empty'], make: (asked, reply) => (isInfer(asked) && asked.method === 'POST' && asked.body.length === 0 ? jsonReply(400, { detail: 'no' }) : reply) },
  { fault: 'takes an element too many', red: ['elements-too-many', 'elements-too-many-status'], make: (asked, reply) => ((first(bodyOf(asked))['data'] as unknown[] | undefined)?.length === 17 && !text(asked).includes('[1,17]') ? as(asked, withFirst(bodyOf(asked), { data: (first(bodyOf(asked))['data'] as unknown[]).slice(1) })) : reply) },
  { fault: 'takes lower case', red: ['datatype-lower-case', 'datatype-lower-case-status'], make: (asked, reply) => (first(bodyOf(asked))['datatype'] === 'int32' ? as(asked, withFirst(bodyOf(asked), { datatype: 'INT32' })) : reply) },
  { fault: 'gives an output twice', red: ['output-twice'], make: (asked, reply) => (bodyOf(asked).outputs?.length === 2 && reply.status === 400 ? as(asked, { ...bodyOf(asked), outputs: [{ name: 'OUTPUT0' }] }) : reply) },
  { fault: 'wraps numbers', red: ['element-overflow'], make: (asked, reply) => (text(asked).includes('4294967296') && asked.path.startsWith(simple) ? as(asked, text(asked).replace('4294967296', '0')) : reply) },
  { fault: 'hangs up on deep nesting', red: ['nesting-deep'], make: (asked, reply) => (text(asked).includes('[[[[') ? undefined : reply) },
  { fault: 'wants a content type', red: ['infer-no-content-type', 'binary-no-content-type'], make: (asked, reply) => (isInfer(asked) && asked.method === 'POST' && asked.headers['content-type'] === undefined ? jsonReply(415, { error: 'no' }) : reply) },
  { fault: 'takes a megabyte', red: ['infer-large-body'], make: (asked, reply) => (asked.body.length > 1024 * 1024 ? jsonReply(413, { error: 'no' }) : reply) },
  { fault: 'overlooks a flag of an output', red: ['binary-precedence-false'], make: (asked, reply) => (bodyOf(asked).parameters?.binary_data_output === true && bodyOf(asked).outputs !== undefined ? as(asked, { ...bodyOf(asked), outputs: (bodyOf(asked).outputs ?? []).map(({ name }) => ({ name })) }) : reply) },
  { fault: 'overlooks a flag of the request', red: ['binary-out-all'], make: (asked, reply) => (bodyOf(asked).parameters?.binary_data_output === true && lengthHeader(asked) === undefined && bodyOf(asked).outputs === undefined ? as(asked, { ...bodyOf(asked), parameters: {} }) : reply) },
  { fault: 'calls binary tensors JSON', red: ['binary-out-mixed'], make: (asked, reply) => (typeof reply.body !== 'string' && bodyOf(asked).outputs?.length === 2 && bodyOf(asked).parameters === undefined ? { ...reply, headers: { ...reply.headers, 'content-type': 'application/json' } } : reply) },
  { fault: 'has another truth', red: ['binary-echo-bool'], make: (asked, reply) => (text(asked).includes('"OUT_BOOL"') && reply.body instanceof Uint8Array ? { ...reply, body: reply.body.map((byte, i, all) => (i >= all.length - 2 ? 1 - byte : byte)) } : reply) },
  { fault: 'overlooks bytes that are left', red: ['binary-body-long', 'binary-body-long-status'], make: (asked, reply) => (reply.body === '{"error":"bytes are left over"}' && lengthHeader(asked) !== undefined && !text(asked).includes('binary_data_size":68') ? answerTo({ ...asked, body: asked.body.subarray(0, -3) }) : reply) },
  { fault: 'takes a header beyond the body', red: ['binary-header-beyond', 'binary-header-beyond-status'], make: (asked, reply) => (Number(lengthHeader(asked)) > asked.body.length ? jsonReply(200, { model_name: 'simple', outputs: [] }) : reply) },
  { fault: 'knows no raw request', red: ['binary-raw'], make: (asked, reply) => (lengthHeader(asked) === '0' ? jsonReply(400, { error: 'no' }) : reply) },
  { fault: 'fails in the end', red: ['survival-infer'], make: dying() },
];

/** Answers 500 to valid requests of model simple once the last bad one was seen. */
function dying(): Fault {
  let dead = false;
  return (asked, reply) => {
    if (text(asked).includes('IN_BYTES') && reply.status === 400) dead = true;
    return dead && asked.path === `${simple}/infer` && reply.status === 200 ? jsonReply(500, { error: 'dead' }) : reply;
  };
}

// A busy machine is no failure.
describe('the kit', { timeout: 120_000 }, () => {
  it('finds nothing wrong with a server that is right, and leaves nothing out', async () => {
    const found = await report();
    expect(failed(found)).toEqual([]);
    expect(found.cases.filter(({ outcome }) => outcome === 'skipped').map(({ id }) => id)).toEqual(['binary-unadvertised']);
    expect(conforms(found)).toBe(true);
    expect(found.models).toEqual({ subject: 'simple', parts: { simple: 'simple', echo: 'echo', half: 'half', divide: 'divide' } });
  });

  it.each(faults)('is red in $red alone for a server that $fault', async ({ make, red }) => {
    expect(failed(await report(make))).toEqual(red);
  });

  it('goes on after a case that gets no answer in time', async () => {
    const found = await report((asked, reply) => (text(asked).includes('"id":7') ? new Promise<Reply>(() => undefined) : reply), { timeoutMs: 8000, cases: cases.filter(({ id }) => ['infer', 'id-number', 'parameters-array', 'survival-infer'].includes(id)) });
    expect(found.cases.map(({ id, outcome, why }) => [id, outcome, why])).toEqual([['infer', 'passed', undefined], ['id-number', 'failed', 'no answer within 8 s'], ['parameters-array', 'passed', undefined], ['survival-infer', 'passed', undefined]]);
  });

  it('tests the model that is named, in the version that is named', async () => {
    const asked: string[] = [];
    const found = await report((request, reply) => {
      asked.push(request.path);
      return reply;
    }, { models: ['divide'], version: '1' });
    expect(failed(found)).toEqual([]);
    expect(found.models).toEqual({ subject: 'divide', parts: { divide: 'divide' } });
    expect(asked).toContain('/v2/models/divide/versions/1/infer');
    expect(asked).not.toContain('/v2/models/divide/infer');
  });

  it('leaves binary tensors out where they are not advertised, unless it is told to', async () => {
    const silent = onPath('/v2', (reply) => changed(reply, (answer) => ({ ...answer, extensions: [] })));
    const binary = (found: Report): readonly string[] => found.cases.filter(({ id, outcome }) => id.startsWith('binary-') && outcome !== 'skipped').map(({ id }) => id);
    expect(binary(await report(silent))).toEqual(['binary-unadvertised']);
    expect(binary(await report(silent, { forceBinary: true })).length).toBeGreaterThan(40);
  });

  it('wants a name where the server lists no models', async () => {
    const mute: Fault = (asked, reply) => (asked.path === '/v2/repository/index' ? jsonReply(404, { error: 'no' }) : reply);
    await expect(report(mute)).rejects.toThrow(CannotStart);
    expect(failed(await report(mute, { models: ['simple'] }))).toEqual(['repository-index']);
  });
});

describe('a model that is not there', () => {
  let server: FakeServer;
  beforeAll(async () => {
    server = await startFake();
  });
  afterAll(() => server.close());

  it('fails what the model owes, and skips what cannot be asked', async () => {
    const found = await run({ url: server.url, models: ['nobody'], forceBinary: false, timeoutMs: 15_000, now: () => new Date(0) });
    expect(failed(found)).toEqual(['model-ready', 'model-ready-body', 'model-metadata', 'model-metadata-tensors', 'model-metadata-nulls', 'wrong-method-model', 'wrong-method-infer']);
    expect(conforms(found)).toBe(false);
  });
});
