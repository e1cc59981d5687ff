// What a woken process does first is to fire every timer that came due, and a reconcile may wait for one of them with a
// write in hand. The operator seldom waits in a reconcile; the small one of the runtime's tests always does.
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { matching, overlapping, turnsOf } from '../harness/audit-log.ts';
import type { AuditEntry } from '../harness/audit-log.ts';
import { repositoryPath } from '../harness/binaries.ts';
import { privateEnv } from '../harness/shared-env.ts';
import { namespaceType } from '../harness/types.ts';
import { widget, widgetCrd, widgetType } from '../runtime/fixtures/widget.ts';
import type { Widget } from '../runtime/fixtures/widget.ts';
import { eventually } from '../../../operator/runtime/testing/silent.ts';
import { allowEverything, users } from './fixtures/pair.ts';
import type { User } from './fixtures/pair.ts';
import { killAll, startReplica } from './fixtures/replica.ts';
import type { Replica } from './fixtures/replica.ts';

const env = privateEnv({ auditLog: true, users, crds: [widgetCrd] });
const namespace = 'frozen';
const workMs = 300; // shorter than the time to the next renewal: the write comes due before the lease is looked at
const widgets = 12;
let touching = true;
afterEach(() => {
  touching = false;
  killAll();
});

function start(user: User): Replica {
  const kubeconfigPath = env().kubeconfigOf(user);
  const program = [repositoryPath('test', 'integration', 'runtime', 'fixtures', 'operator-process.ts'), kubeconfigPath, namespace, user, String(workMs)] as const;
  return startReplica({ user, kubeconfigPath, namespace, program });
}

const requests = (user: User): readonly AuditEntry[] => matching(env().auditLog(), { namespace, user });
const writes = (user?: User): readonly AuditEntry[] => matching(env().auditLog(), { namespace, except: ['leases'] }).filter((one) => (user === undefined ? users.some((name) => name === one.user) : one.user === user));

async function touch(): Promise<void> {
  for (let round = 0; touching; round += 1) {
    await env().client.patch<Widget>(widgetType, { namespace, name: `w${round % widgets}` }, { spec: { color: `c${round}` } });
    await delay(50);
  }
}

it('acceptance 18: a leader frozen with writes in hand writes none of them when it wakes up after another took over', { timeout: 120_000 }, async () => {
  await env().client.create(namespaceType, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } });
  await allowEverything(env());
  for (let index = 0; index < widgets; index += 1) await env().client.create<Widget>(widgetType, widget(namespace, `w${index}`, { color: 'red' }));
  const touched = touch();
  const leader = start('operator-a');
  await eventually(() => writes('operator-a').length >= 20, 30_000);
  await start('operator-b').standsBy();
  const frozenMs = leader.signal('SIGSTOP');
  await eventually(() => writes('operator-b').length >= 20, 30_000);
  const wokenMs = leader.signal('SIGCONT');
  expect((await leader.exited).code).toBe(1);
  await delay(2_000);
  touching = false;
  await touched;
  expect(requests('operator-a').filter((one) => one.receivedMs >= wokenMs)).toEqual([]);
  const turns = turnsOf(writes());
  expect(turns.map((turn) => turn.user)).toEqual(['operator-a', 'operator-b']);
  expect(overlapping(turns)).toEqual([]);
  // It was frozen in the middle of its work: the last thing it did is not long before.
  expect(frozenMs - (writes('operator-a').at(-1)?.receivedMs ?? 0)).toBeLessThan(2_000);
});
