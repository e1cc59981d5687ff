import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { silentSurroundings } from '../../../operator/runtime/testing/silent.ts';
import type { Question } from './question.ts';
import { httpSuggester } from './suggester.ts';
import { askSensitivity } from './sensitivity.ts';
import { askAll } from './suggestions.ts';

const question: Question = { space: [{ name: 'depth', type: 'Int', min: 1, max: 3, scale: 'Linear' }], sampler: 'TPE', direction: 'Maximize', seed: 1, history: [], next: [0, 1] };
const { logger } = silentSurroundings();
const good = { trials: [{ number: 0, parameters: { depth: 2 } }], size: null };

const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

/** Answers every question the same, and keeps what it was asked. */
async function service(status: number, body: string): Promise<{ readonly url: string; readonly asked: { readonly url: string | undefined; readonly body: unknown }[] }> {
  const asked: { readonly url: string | undefined; readonly body: unknown }[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      asked.push({ url: request.url, body: JSON.parse(text) });
      response.writeHead(status).end(body);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

describe('the suggestion service', () => {
  it('is asked the question, and its answer is taken', async () => {
    const { url, asked } = await service(200, JSON.stringify(good));
    expect(await httpSuggester(url).suggest(question)).toEqual(good);
    expect(asked).toEqual([{ url: '/suggest', body: question }]);
  });

  it.each<[name: string, status: number, body: string, reason: string, message: string]>([
    ['refuses', 400, '{"error":"space[0].min: above max"}', 'InvalidSearch', 'space[0].min: above max'],
    ['fails', 500, '{"error":"ValueError"}', 'SuggestionUnavailable', 'the suggestion service answers 500: ValueError'],
    ['is somebody else', 404, '<html>', 'SuggestionUnavailable', 'answers 404: <html>'],
    ['answers no JSON', 200, 'ok', 'SuggestionUnavailable', 'answers something else: ok'],
    ['answers without a size', 200, '{"trials":[]}', 'SuggestionUnavailable', 'answers something else'],
    ['answers half a size', 200, '{"trials":[],"size":1.5}', 'SuggestionUnavailable', 'answers something else'],
    ['answers what nobody asked', 200, '{"trials":[{"number":7,"parameters":{}}],"size":null}', 'SuggestionUnavailable', 'answers something else'],
    ['answers without parameters', 200, '{"trials":[{"number":1}],"size":null}', 'SuggestionUnavailable', 'answers something else'],
  ])('that %s is told by its reason', async (_name, status, body, reason, message) => {
    const { url } = await service(status, body);
    await expect(httpSuggester(url).suggest(question)).rejects.toMatchObject({ reason, message: expect.stringContaining(message) as string });
  });

  it('that is not there, or not configured, is waited for', async () => {
    const { url } = await service(200, '');
    await new Promise((resolve) => servers.pop()?.close(resolve));
    await expect(httpSuggester(url).suggest(question)).rejects.toMatchObject({ reason: 'SuggestionUnavailable', message: expect.stringContaining('does not answer') as string });
    await expect(httpSuggester(undefined).suggest(question)).rejects.toMatchObject({ reason: 'SuggestionUnavailable', message: expect.stringContaining('SUGGEST_URL') as string });
  });
});

describe('a study of sensitivity', () => {
  it('takes importances, and nothing else that is told', async () => {
    const { url, asked } = await service(200, '{"importances":[{"parameter":"depth","importance":0.8,"more":1}],"reason":null,"leftOut":[]}');
    expect(await httpSuggester(url).importance(question)).toEqual([{ parameter: 'depth', importance: 0.8 }]);
    expect(asked[0]?.url).toBe('/importance');
  });
  it.each(['{}', '{"importances":[{"parameter":"depth"}]}', '{"importances":[{"importance":1}]}', '[]'])('does not take %s', async (body) => {
    const { url } = await service(200, body);
    await expect(httpSuggester(url).importance(question)).rejects.toMatchObject({ reason: 'SuggestionUnavailable' });
  });
  it('is left out where it cannot be made', async () => {
    const { url } = await service(400, '{"error":"space: no"}');
    expect(await askSensitivity(httpSuggester(url), logger, new Map([['a', question]]))).toEqual({ sensitivity: [], problem: undefined });
  });
  it('keeps eight parameters of a candidate, and says whose could not be had', async () => {
    const many = Array.from({ length: 10 }, (_, i) => ({ parameter: `p${i}`, importance: 0.1 }));
    const { url } = await service(200, JSON.stringify({ importances: many }));
    const { sensitivity } = await askSensitivity(httpSuggester(url), logger, new Map([['a', question], ['b', question]]));
    expect(sensitivity.map(({ candidate, parameter }) => candidate + parameter).join(' ')).toBe('ap0 ap1 ap2 ap3 ap4 ap5 ap6 ap7 bp0 bp1 bp2 bp3 bp4 bp5 bp6 bp7');
    expect(await askSensitivity(httpSuggester(undefined), logger, new Map([['a', question]]))).toMatchObject({ sensitivity: [], problem: { reason: 'SuggestionUnavailable', message: expect.stringMatching(/^sensitivity of candidate a: /) as string } });
  });
});

describe('several questions', () => {
  it('keep what was answered before one fails', async () => {
    const { url } = await service(200, JSON.stringify({ ...good, size: 3 }));
    const working = httpSuggester(url);
    const away = httpSuggester(undefined);
    const answers = await askAll({ suggest: (one) => (one.seed === 1 ? working : away).suggest(one) }, new Map([['a', question], ['b', { ...question, seed: 2 }]]));
    expect([...answers.parameters.keys()]).toEqual(['a']);
    expect([...answers.gridSizes]).toEqual([['a', 3]]);
    expect(answers.problem).toMatchObject({ reason: 'SuggestionUnavailable', message: expect.stringMatching(/^candidate b: /) as string });
  });
  it('do not hide a fault of our own', async () => {
    await expect(askAll({ suggest: () => Promise.reject(new TypeError('ours')) }, new Map([['a', question]]))).rejects.toThrow('ours');
  });
});
