// Progress is for people. Whoever takes it away takes nothing from a training.
import { afterAll, describe, expect, it } from 'vitest';
import { systemNamespace } from '../harness/install.ts';
import { inNamespace } from '../harness/namespace.ts';
import { ended, readyText, trainingRun } from '../harness/objects.ts';
import { runsOf } from '../harness/runs.ts';

const env = inNamespace('e2e-progress-down');
const { namespace } = env;
const { until } = runsOf(env);

/** No pod has both labels: connections are refused, as where nobody listens. */
async function listening(there: boolean): Promise<void> {
  await env.kube().kubectl('patch', 'service', 'trainyard-progress', '-n', systemNamespace, '--type=merge', '-p', JSON.stringify({ spec: { selector: { nobody: there ? null : 'here' } } }));
}

describe('without anybody who takes progress', () => {
  afterAll(() => listening(true));

  it('a training ends as it would have, and says in its log that nobody listens', async () => {
    const kube = env.kube();
    await listening(false);
    await kube.apply([trainingRun(namespace, 'unheard')]);
    const run = await ended(kube, namespace, 'unheard');
    expect(readyText(run)).toMatch(/^True Succeeded/);
    expect(run.status).toMatchObject({ launches: 1, attempt: 1, progress: { percent: 100 } });
    expect(await kube.kubectl('logs', '-n', namespace, 'job/unheard-1')).toContain('Progress could not be sent');
  });

  it('is heard again as soon as somebody listens', async () => {
    await listening(true);
    // Long enough for the first report to come before the end on any machine; nobody waits for that end.
    await env.kube().apply([trainingRun(namespace, 'heard', { algorithm: { name: 'xgboost', parameters: { n_estimators: 20_000, max_depth: 2 } }, crossValidation: { folds: 10 } })]);
    const { status } = await until('heard', 'progress', (run) => (run.status?.progress?.percent ?? 0) > 0);
    expect(status?.completionTime).toBeUndefined();
    await env.kube().kubectl('delete', 'trainingrun', 'heard', '-n', namespace, '--wait');
  });
});
