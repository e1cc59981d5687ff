import { mkdir, writeFile } from 'node:fs/promises';
import { request } from 'undici';
import { isTrue } from '../operator/runtime/conditions.ts';
import { connect, type Kube } from '../test/e2e/harness/kube.ts';
import { ensureNamespace, ensureStoreSecret, installOperator, removeNamespace, systemNamespace } from '../test/e2e/harness/install.ts';
import { repository } from '../test/e2e/harness/cluster.ts';
import { failingModel } from '../test/e2e/harness/faults.ts';
import { steadyLoad, summarize, type LoadSummary } from '../test/e2e/harness/load.ts';
import { featureRows, uploadBreastCancer, type Row } from '../test/e2e/harness/samples.ts';
import { createClaims, table } from './claims.ts';
import type { ModelDeploymentStatus } from '../crds/generated/model-deployment.ts';
import { deployment, host, namespace, podsOf, readyVersion, residentMb, sample, setVersion, train, setShield, tryAgain } from './story.ts';

// The main job, start to end, on a real cluster: train, register, serve, a canary that passes, a canary that fails
// twice: in front of clients, and behind the shield.

const requestsPerSecond = 50;
const longestRollbackMs = 6000;

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const claims = createClaims(print);
const started = performance.now();
const chapter = (title: string): void => print(`\n[${Math.round((performance.now() - started) / 1000)} s] ${title}`);

const kube = await connect();
try {
  const result = await tell(kube);
  // `make demo` measured the set-up before this process began.
  const seconds = Math.round((performance.now() - started) / 1000) + Number(process.env['DEMO_SETUP_SECONDS'] ?? 0);
  const timed = process.env['DEMO_COLD'] === 'true' ? { coldSeconds: seconds } : { warmSeconds: seconds };
  await mkdir(`${repository}out`, { recursive: true });
  await writeFile(`${repository}out/demo.json`, `${JSON.stringify({ ...result, ...timed }, null, 2)}\n`);
  print(`\nThe story (out/demo.json has the numbers, ${seconds} s in all):\n${table(claims.all)}\n`);
  print('$ kubectl get trainingruns,modelversions,modeldeployments');
  print(await kube.kubectl('get', 'tr,mv,md', '-n', namespace));
} finally {
  if (process.env['KEEP'] !== '1') await removeNamespace(kube, namespace);
  await kube.close();
}
const broken = claims.broken();
if (broken.length > 0) {
  process.stderr.write(`The demo failed: ${broken.map(({ text, measured }) => `"${text}" does not hold (${measured})`).join('; ')}\n`);
  process.exitCode = 1;
}

async function tell(kube: Kube): Promise<object> {
  chapter('Install the operator by Helm');
  await removeNamespace(kube, namespace);
  await installOperator(kube);
  await ensureNamespace(kube, namespace);
  await ensureStoreSecret(kube, namespace);
  await uploadBreastCancer(kube, namespace);
  const rows = await featureRows(kube, 'tumour.csv', ['malignant', 'patient_id']);
  print(`   ${rows.length} rows of the Wisconsin breast-cancer table are in s3://data/tumour.csv`);

  chapter('Train and register two models');
  await trainBoth(kube);
  chapter('Serve tumour-1 behind the Istio gateway');
  await serve(kube, rows);
  chapter('A canary that passes: tumour-2');
  const canary = await passingCanary(kube, rows);
  chapter('A canary that fails, without the shield: tumour-3 answers 500 for about one row in three');
  const rollback = await failingCanary(kube, rows);
  chapter('The same canary again, with the shield as by default: stable answers what tumour-3 fails');
  const shielded = await shieldedCanary(kube, rows, rollback.harmedRequests);
  chapter('Memory');
  await memory(kube);
  return { canary, rollback, shielded };
}

async function trainBoth(kube: Kube): Promise<void> {
  for (const [file, run, expected] of [
    ['training-run-xgboost.yaml', 'tumour-xgb', 'tumour-1'],
    ['training-run-forest.yaml', 'tumour-forest', 'tumour-2'],
  ] as const) {
    const { version, seconds } = await train(kube, file, run);
    const lineage = version.status?.lineage;
    claims.check(`${run}: apply to ModelVersion Ready within 40 s`, `${version.metadata.name} (${version.status?.score ?? ''}) in ${seconds.toFixed(1)} s`, version.metadata.name === expected && seconds <= 40);
    claims.check(`${expected}: lineage in status`, `data ${lineage?.data?.sha256?.slice(0, 12) ?? '-'}, pipeline ${lineage?.features?.pipelineVersion?.slice(0, 12) ?? '-'}, ${lineage?.algorithm ?? '-'}`, lineage?.data?.sha256 !== undefined && lineage.features?.pipelineVersion !== undefined && lineage.algorithm !== undefined);
  }
}

async function serve(kube: Kube, rows: readonly Row[]): Promise<void> {
  const begun = performance.now();
  await kube.apply(await sample('model-deployment.yaml'), namespace);
  const answer = await kube.waitFor('a first prediction', async () => {
    const response = await post(kube, '/predict', { rows: rows.slice(0, 1) });
    return response.status === 200 ? response : undefined;
  }, 60_000);
  const seconds = (performance.now() - begun) / 1000;
  print(`   POST /predict → ${answer.text.slice(0, 160)}`);
  claims.check('apply of a ModelDeployment to the first prediction within 10 s', `${seconds.toFixed(1)} s`, seconds <= 10);
  const inputs = Object.entries(rows[0] ?? {}).map(([name, value]) => ({ name, shape: [1, 1], datatype: 'FP32', data: [value] }));
  const v2 = await post(kube, '/v2/models/tumour/infer', { inputs });
  claims.check('V2 JSON answers through the gateway', `HTTP ${v2.status}, version ${v2.version}`, v2.status === 200 && v2.version === 'tumour-1');
}

async function passingCanary(kube: Kube, rows: readonly Row[]): Promise<object> {
  const load = steadyLoad({ gateway: kube.addresses.gateway, host, rows, requestsPerSecond, maxSeconds: 300 });
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const begun = performance.now();
  await setVersion(kube, 'tumour-2');
  const weights = new Set<number>();
  let candidatePods = '';
  await kube.waitFor('promotion of tumour-2', async () => {
    const { status } = await deployment(kube);
    const weight = status?.rollout?.weight;
    if (weight !== undefined && weight > 0 && !weights.has(weight)) {
      weights.add(weight);
      print(`   ${Math.round((performance.now() - begun) / 1000)} s: ${weight} %`);
      candidatePods = await podsOf(kube, status?.candidate?.revision ?? '');
    }
    return status?.stable?.version === 'tumour-2' ? status : undefined;
  }, 180_000);
  const seconds = Math.round((performance.now() - begun) / 1000);
  // Traffic goes on while the old revision retires.
  await kube.waitFor('retirement of the old revision', async () => ((await deployment(kube)).status?.retiring === undefined ? true : undefined), 60_000);
  const { requests, failed, p50Ms, p99Ms } = summarize(await load.stop());
  const stablePods = await podsOf(kube, (await deployment(kube)).status?.stable?.revision ?? '');
  claims.check('weights 5 → 25 → 50, then promoted', `${[...weights].join(' → ')} → promoted in ${seconds} s`, [...weights].join() === '5,25,50');
  claims.check('no failed request during the canary', `${failed} of ${requests} (p50 ${p50Ms} ms, p99 ${p99Ms} ms)`, failed === 0 && requests > 0);
  claims.check('promotion restarted no pod', stablePods === candidatePods ? 'same UIDs, no restarts' : `before ${candidatePods}, after ${stablePods}`, stablePods === candidatePods && stablePods !== '');
  return { requests, failed, seconds };
}

/** Sends requests while `begin` starts a rollout of tumour-3, until it has been rolled back. */
async function rolledBack(kube: Kube, rows: readonly Row[], begin: () => Promise<void>): Promise<{ readonly seen: LoadSummary; readonly status: ModelDeploymentStatus | undefined }> {
  const load = steadyLoad({ gateway: kube.addresses.gateway, host, rows, requestsPerSecond, maxSeconds: 180 });
  const before = (await deployment(kube)).status?.lastRollback?.time;
  await begin();
  const status = await kube.waitFor('rollback of tumour-3', async () => {
    const { status: now } = await deployment(kube);
    return now?.lastRollback?.propagated === true && now.lastRollback.time !== before ? now : undefined;
  }, 120_000);
  await new Promise((resolve) => setTimeout(resolve, 3000));
  print(`   ${status.lastRollback?.reason ?? ''}: ${status.lastRollback?.message ?? ''}`);
  return { seen: summarize(await load.stop()), status };
}

async function failingCanary(kube: Kube, rows: readonly Row[]): Promise<{ readonly firstBadToLastBadMs: number; readonly harmedRequests: number; readonly reason: string }> {
  const manifest = (await readyVersion(kube, 'tumour-2'))?.spec.manifest.uri ?? '';
  await failingModel(kube, namespace, 'tumour-3', manifest, 15);
  const bad = await kube.waitFor('ModelVersion tumour-3', () => readyVersion(kube, 'tumour-3'), 30_000);
  const stableRevision = (await deployment(kube)).status?.stable?.revision ?? '';
  const stablePods = await podsOf(kube, stableRevision);

  await setShield(kube, 'Off');
  const { seen, status } = await rolledBack(kube, rows, () => setVersion(kube, 'tumour-3'));
  const last = status?.lastRollback;
  claims.check('the bad canary was rolled back by itself', `${last?.reason ?? 'no rollback'} after ${last?.candidateRequests ?? 0} candidate requests`, last?.version === 'tumour-3' && seen.failed > 0);
  claims.check(`first bad to last bad answer within ${longestRollbackMs / 1000} s (target 3 s)`, `${seen.firstBadToLastBadMs} ms, ${seen.failed} of ${seen.requests} requests harmed`, seen.firstBadToLastBadMs <= longestRollbackMs);
  claims.check('the digest is blocked', status?.blockedDigests?.join(', ').slice(0, 12) ?? 'none', status?.blockedDigests?.includes(bad.spec.artifact.sha256) === true);
  claims.check('stable never changed', `${status?.stable?.version ?? ''} on the same pods`, status?.stable?.revision === stableRevision && (await podsOf(kube, stableRevision)) === stablePods);
  claims.check('the status says so', isTrue(status?.conditions, 'RolledBack') ? 'RolledBack=True' : 'no condition', isTrue(status?.conditions, 'RolledBack'));
  return { firstBadToLastBadMs: seen.firstBadToLastBadMs, harmedRequests: seen.failed, reason: last?.reason ?? '' };
}

async function shieldedCanary(kube: Kube, rows: readonly Row[], harmedWithout: number): Promise<object> {
  await setShield(kube, 'Auto');
  const { seen, status } = await rolledBack(kube, rows, () => tryAgain(kube));
  const last = status?.lastRollback;
  claims.check('the same canary, rolled back by itself', `${last?.reason ?? 'no rollback'} after ${last?.candidateRequests ?? 0} candidate requests, ${last?.failedRequests ?? 0} of them failed`, last?.version === 'tumour-3' && (last.failedRequests ?? 0) > 0);
  claims.check('no client saw a failure', `${seen.failed} of ${seen.requests} (without the shield ${harmedWithout}); stable answered ${last?.savedRequests ?? 0} instead`, seen.failed === 0 && seen.requests > 0 && (last?.savedRequests ?? 0) > 0);
  return { harmedRequests: seen.failed, savedRequests: last?.savedRequests ?? 0, failedRequests: last?.failedRequests ?? 0, p99Ms: seen.p99Ms };
}

async function memory(kube: Kube): Promise<void> {
  const operators = (await kube.kubectl('get', 'pods', '-n', systemNamespace, '-l', 'app.kubernetes.io/name=trainyard,app.kubernetes.io/component=operator', '-o', 'name')).trim().split('\n');
  const resident = await Promise.all(operators.map((name) => residentMb(kube, systemNamespace, name.replace('pod/', ''), 8080)));
  const operatorMb = Math.max(...resident);
  claims.check('operator memory at most 200 MB', `${operatorMb.toFixed(0)} MB`, operatorMb <= 200);
  const revision = (await deployment(kube)).status?.stable?.revision ?? '';
  const server = (await kube.kubectl('get', 'pods', '-n', namespace, '-l', `trainyard.dev/revision=${revision}`, '-o', 'name')).trim().split('\n')[0] ?? '';
  const serverMb = await residentMb(kube, namespace, server.replace('pod/', ''), 8081);
  claims.check('model-server memory at most 180 MB', `${serverMb.toFixed(0)} MB`, serverMb <= 180);
}

async function post(kube: Kube, path: string, body: object): Promise<{ status: number; text: string; version: string }> {
  const response = await request(`${kube.addresses.gateway}${path}`, { method: 'POST', headers: { host, 'content-type': 'application/json' }, body: JSON.stringify(body), headersTimeout: 5000 });
  return { status: response.statusCode, text: await response.body.text(), version: String(response.headers['x-trainyard-version'] ?? '') };
}

