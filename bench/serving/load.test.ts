import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createAnswerReader } from './answer-reader.ts';
import { openLoop } from './open-loop.ts';
import { constantRate } from './schedule.ts';
import { parseWrk } from './wrk.ts';

describe('a constant rate', () => {
  it('has requests due at equal distances, of which the first ones do not count', () => {
    const { total, counted, dueMs } = constantRate(200, 0.5, 2);
    expect([total, counted, dueMs(0), dueMs(1), dueMs(total)]).toEqual([500, 100, 0, 5, 2_500]);
  });
  it('counts at least one request', () => expect(constantRate(0.1, 0.5, 1)).toMatchObject({ total: 1, counted: 0 }));
  it.each([0, NaN, -1])('cannot be %d', (rate) => expect(() => constantRate(rate, 0, 1)).toThrow('above 0'));
});

describe('answers on a connection', () => {
  const read = (...chunks: string[]): number[] => {
    const statuses: number[] = [];
    const reader = createAnswerReader((status) => statuses.push(status));
    for (const chunk of chunks) reader.take(Buffer.from(chunk));
    return statuses;
  };
  const answer = 'HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbody';
  it.each<[string, string[], number[]]>([
    ['one', [answer], [200]],
    ['two at once', [answer + answer], [200, 200]],
    ['one byte by byte', answer.split(''), [200]],
    ['one and the beginning of another', [`${answer}HTTP/1.1 5`, '03 no\r\ncontent-length:0\r\n\r\n'], [200, 503]],
    ['none before its end', [answer.slice(0, -1)], []],
  ])('are counted: %s', (_name, chunks, statuses) => expect(read(...chunks)).toEqual(statuses));
  it('must say how long they are', () => expect(() => read('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n')).toThrow('without content-length'));
  it('must be of HTTP/1.1', () => expect(() => read('SSH-2.0-what\r\n\r\n')).toThrow('no answer of HTTP/1.1'));
});

describe('what wrk says', () => {
  const line = '{"answers":1000,"micros":2000000,"connect":1,"read":2,"write":3,"status":10,"timeout":4,"p50Micros":1500,"p99Micros":4000,"p999Micros":9000}';
  it('is read from its last line; only good answers make the rate', () =>
    expect(parseWrk(`Running 2s test\n  1000 requests in 2.00s\n\n${line}\n`)).toEqual({ answers: 1_000, requestsPerSecond: 495, p50Ms: 1.5, p99Ms: 4, p999Ms: 9, failed: 20 }));
  it('must be there', () => expect(() => parseWrk('unable to connect')).toThrow('nothing that can be read:\nunable to connect'));
});

describe('the open loop', () => {
  const closing: (() => void)[] = [];
  afterEach(() => closing.splice(0).forEach((close) => close()));

  /** `answer` is called for each request, which is 4 bytes long. */
  async function serve(answer: (socket: Socket, index: number) => void): Promise<number> {
    let index = 0;
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.on('data', () => answer(socket, index++));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closing.push(() => server.close());
    return (server.address() as AddressInfo).port;
  }
  const ok = (socket: Socket): boolean => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n');
  const load = { host: '127.0.0.1', requests: [Buffer.from('ping')], connections: 2, patienceMs: 500 };

  it('charges a server that stands still with every request that was due meanwhile', async () => {
    // Of 100 requests in a second, one connection's answer stands still for 600 ms: 60 more are due in that time.
    const port = await serve((socket, index) => (index === 20 ? setTimeout(() => ok(socket), 600) : ok(socket)));
    const { answers, p99Ms, p50Ms, failed } = await openLoop({ ...load, connections: 1, port, schedule: constantRate(100, 0, 1) });
    expect([answers, failed]).toEqual([100, 0]);
    expect(p99Ms).toBeGreaterThan(500);
    // A closed loop would have seen a single slow request.
    expect(p50Ms).toBeGreaterThan(10);
  });
  it('counts every status, and only 200 as good', async () => {
    const port = await serve((socket, index) => (index % 4 === 0 ? socket.write('HTTP/1.1 503 no\r\ncontent-length: 0\r\n\r\n') : ok(socket)));
    expect(await openLoop({ ...load, port, schedule: constantRate(200, 0, 0.2) })).toMatchObject({ statuses: { 200: 30, 503: 10 }, answers: 40, failed: 10 });
  });
  it('fails the request of a connection that the server closes, and goes on with a new one', async () => {
    const port = await serve((socket, index) => (index === 5 ? socket.destroy() : ok(socket)));
    expect(await openLoop({ ...load, port, schedule: constantRate(200, 0, 0.2) })).toMatchObject({ answers: 39, failed: 1 });
  });
  it('gives up on what is not answered in time', async () => {
    const port = await serve((socket, index) => (index === 39 ? undefined : ok(socket)));
    expect(await openLoop({ ...load, port, schedule: constantRate(200, 0, 0.2) })).toMatchObject({ answers: 39, failed: 1 });
  });
});
