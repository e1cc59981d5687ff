import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startMlflow, type MlflowServer } from '../harness/mlflow.ts';

const deadlineMs = 30_000;

let server: MlflowServer;

async function call(path: string, body?: object): Promise<Record<string, unknown>> {
  const answer = await fetch(`${server.url}/api/2.0/mlflow/${path}`, {
    ...(body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(deadlineMs),
  });
  expect(answer.status, await answer.clone().text()).toBe(200);
  return (await answer.json()) as Record<string, unknown>;
}

describe('the MLflow server of the tests', () => {
  let experiment: string;
  let run: string;

  const found = async (uid: string): Promise<readonly string[]> => {
    const { runs = [] } = (await call('runs/search', { experiment_ids: [experiment], filter: `tags."trainyard.uid" = '${uid}'` })) as { runs?: { info: { run_id: string } }[] };
    return runs.map(({ info }) => info.run_id);
  };
  const artifact = (init: RequestInit = {}): Promise<Response> => fetch(`${server.url}/api/2.0/mlflow-artifacts/artifacts/${experiment}/${run}/artifacts/x.txt`, { ...init, signal: AbortSignal.timeout(deadlineMs) });
  const history = (): Promise<unknown> => call(`metrics/get-history?run_id=${run}&metric_key=score`);
  const once = { metrics: [{ key: 'score', value: 0.5, timestamp: 1_700_000_000_000, step: 3 }] };

  beforeAll(async () => {
    server = await startMlflow();
    ({ experiment_id: experiment } = (await call('experiments/create', { name: 'fraud' })) as { experiment_id: string });
    const created = await call('runs/create', { experiment_id: experiment, start_time: 1_700_000_000_000, tags: [{ key: 'trainyard.uid', value: 'u-1' }] });
    run = (created as { run: { info: { run_id: string } } }).run.info.run_id;
  });
  afterAll(() => server.stop());

  it('finds a run by a tag with a dot in its name', async () => {
    expect(await found('u-1')).toEqual([run]);
    expect(await found('u-2')).toEqual([]);
  });

  it('keeps a metric once that is logged twice', async () => {
    const metric = { run_id: run, ...once.metrics[0] };
    await call('runs/log-metric', metric);
    await call('runs/log-metric', metric);
    expect(await history()).toMatchObject(once);
  });

  it('takes an artifact and gives it back', async () => {
    expect((await artifact({ method: 'PUT', body: 'some text' })).status).toBe(200);
    expect(await (await artifact()).text()).toBe('some text');
  });

  it('has all of it after a crash', async () => {
    await server.kill();
    await expect(fetch(`${server.url}/health`)).rejects.toThrow();
    await server.start();
    expect(await found('u-1')).toEqual([run]);
    expect(await history()).toMatchObject(once);
    expect(await (await artifact()).text()).toBe('some text');
  });
});
