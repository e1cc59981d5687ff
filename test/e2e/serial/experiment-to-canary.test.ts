// The sample config/samples/experiment-to-canary as its README tells it, with fewer trials.
import { describe, expect, it } from 'vitest';
import { baseline, experiment, trials } from '../harness/experiment-to-canary.ts';
import { answering, summarize } from '../harness/load.ts';
import { inNamespace } from '../harness/namespace.ts';
import { experimentEnded, readyText, readyVersion, setVersion, until } from '../harness/objects.ts';
import { featureRows } from '../harness/samples.ts';

const env = inNamespace('e2e-experiment-to-canary');
const { namespace, host } = env;

describe('config/samples/experiment-to-canary', () => {
  it('three families compete for the place of a model that serves, and the winner takes it over by a canary', { timeout: 420_000 }, async () => {
    const kube = env.kube();
    const served = (version: string) => ({ status }: { status?: { stable?: { version: string }; candidate?: unknown } }): boolean => status?.stable?.version === version && status.candidate === undefined;
    await kube.apply(baseline(host), namespace);
    await until(kube, namespace, 'first version', served('tumour-1'));

    await kube.apply([experiment()], namespace);
    const { status } = await experimentEnded(kube, namespace, experiment().metadata.name, 240_000);
    expect(readyText({ ...(status === undefined ? {} : { status }) })).toMatch(/^True Succeeded/);
    expect(status).toMatchObject({ trials: { total: trials, succeeded: trials }, modelVersionRef: { name: 'tumour-2' } });
    expect(status?.candidates?.map(({ name, trials }) => [name, trials])).toEqual([['xgb', 2], ['forest', 2], ['logistic', 2]]);
    expect(status?.pareto?.length).toBeGreaterThan(0);
    const version = await readyVersion(kube, namespace, 'tumour-2');
    expect(version.spec.trainingRunRef?.name).toBe(status?.verdict?.trialRef);

    const rows = await featureRows(kube, 'tumour.csv', ['malignant', 'patient_id']);
    await answering({ gateway: kube.addresses.gateway, host, row: rows[0] ?? {} });
    const traffic = env.load({ rows });
    await setVersion(kube, namespace, 'tumour-2');
    await until(kube, namespace, 'promotion', served('tumour-2'));
    const seen = summarize(await traffic.stop());
    expect(seen).toMatchObject({ failed: 0, problems: [] });
    expect(seen.byVersion['tumour-2']).toBeGreaterThan(0);
  });
});
