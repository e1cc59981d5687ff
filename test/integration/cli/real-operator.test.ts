// The plugin, the API server and the operator are real; the test plays pods and their counters.
import { afterEach, describe, expect, it } from 'vitest';
import { eventually } from '../../../operator/runtime/testing/silent.ts';
import { crds } from '../controllers/fixtures/crd-paths.ts';
import { Deployed } from '../controllers/fixtures/deployed.ts';
import { worlds } from '../controllers/fixtures/world.ts';
import { sharedEnv } from '../harness/shared-env.ts';
import { plugin, startPlugin, type Ended, type Running } from './plugin.ts';

const env = sharedEnv({ crds });
const newWorld = worlds(() => env);
const longMs = 60_000;
const open = new Set<Deployed>();
const running = new Set<Running>();
afterEach(async () => {
  for (const one of running) one.kill();
  for (const one of open) await one.close();
  running.clear();
  open.clear();
});

interface Scene {
  readonly web: Deployed;
  call(...args: readonly string[]): Promise<Ended>;
  start(...args: readonly string[]): Running;
}

/** tumour-2 at its first step. Its pods stay for a retry: a Deployment made anew would wait for pods that nobody plays. */
async function atFirstStep(candidateIs: { readonly badShare?: number } = {}): Promise<Scene> {
  const world = await newWorld();
  const web = new Deployed(world, 61);
  open.add(web);
  await Promise.all([world.readyVersion(1), world.readyVersion(2)]);
  await web.create('tumour-1', { rollout: { steps: [{ weight: 10, hold: '2m' }], scaleDownDelay: '10m', shield: { mode: 'Off' }, analysis: { interval: '500ms', minRequests: 10, slos: [{ name: 'errors', type: 'ErrorRatio', max: 0.01 }] } } });
  await web.serve('tumour-1');
  await web.condition('Ready', 'True Serving');
  await web.patch({ version: 'tumour-2' });
  await web.serve('tumour-2', candidateIs);
  await web.until(({ status }) => (status?.rollout?.step ?? 0) > 0 || status?.lastRollback !== undefined);
  return {
    web,
    call: (...args) => plugin(env.kubeconfigPath, ...args, 'web', '-n', world.namespace),
    start(...args) {
      const one = startPlugin(env.kubeconfigPath, [...args, 'web', '-n', world.namespace]);
      running.add(one);
      return one;
    },
  };
}

describe('kubectl trainyard', () => {
  it('follows a rollout that a person aborts, allows it again and promotes it', { timeout: 3 * longMs }, async () => {
    const { web, call, start } = await atFirstStep();
    const watch = start('rollout', 'status', '--watch');
    await eventually(() => /Candidate: +tumour-2, 1 ready pod, 10 % of the traffic/.test(watch.out()), longMs);

    const refused = await call('approve');
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toMatch(/^error: modeldeployment\/web: Nothing done for the annotation trainyard\.dev\/approve \(token admin-.*Z\): nothing waits for approval; "kubectl trainyard rollout status web/);

    const aborted = await call('abort');
    expect(aborted).toMatchObject({ code: 0, err: '' });
    expect(aborted.out).toMatch(/^modeldeployment\/web: Aborted the rollout from tumour-2 to tumour-1 at 10 %: a person asked for it/);
    expect(await watch.ended).toMatchObject({ code: 3, err: 'web: the rollout was given up\n' });
    expect((await call('rollout', 'explain')).out).toContain('Nothing to compare');

    expect((await call('retry')).out).toContain('blocked digests are allowed again');
    await web.until(({ status }) => (status?.rollout?.step ?? 0) > 0);
    const again = start('rollout', 'status', '--watch');
    await eventually(() => again.out().includes('Waits for:   the hold time of the step'), longMs);
    const promoted = await call('promote', '--full');
    expect(promoted).toMatchObject({ code: 0, err: '' });
    expect(promoted.out).toContain('tumour-2 skips the rest of its 1 steps');
    expect(await again.ended).toMatchObject({ code: 0, err: 'web: the rollout is over, and what spec asks for serves\n' });

    const history = (await call('rollout', 'history')).out.trimEnd().split('\n').map((line) => line.split(/ {3,}/).slice(1, 4).join(' '));
    expect(history).toEqual(['FROM TO OUTCOME', '- tumour-1 Initial', 'tumour-1 tumour-2 Aborted', 'tumour-1 tumour-2 Promoted']);
    expect((await plugin(env.kubeconfigPath, 'versions', '-n', web.world.namespace)).out).toMatch(/tumour-2 .*web \(stable, 100 %\)/);
  });

  it('works out a rollback anew from the counts in status, and comes to the same', { timeout: 3 * longMs }, async () => {
    const { web, call } = await atFirstStep({ badShare: 0.5 });
    await web.until(({ status }) => status?.lastRollback !== undefined, longMs);
    const explained = await call('rollout', 'explain');
    expect(explained.out).toContain('Status says: Breach');
    expect(explained).toMatchObject({ code: 0, err: '' });
    expect(explained.out.trimEnd().split('\n').at(-1)).toBe('They agree.');
    expect((await call('rollout', 'status')).out).toMatch(/Last rollback: from tumour-2 to tumour-1[^]*Reason: +SloBreached/);
  });
});
