import type { ModelDeployment } from '../../crds/generated/model-deployment.ts';
import { modelDeploymentResource } from '../../crds/generated/resources.ts';
import { sleep } from '../../operator/runtime/clock.ts';
import { keyOf } from '../../operator/runtime/types.ts';
import { timeoutMs } from '../arguments.ts';
import type { Call } from '../command.ts';
import { readDeployment, type Connection } from '../connect.ts';
import { exitCode, Failure, type ExitCode } from '../failure.ts';
import { readOutcome } from '../outcome.ts';
import { tokenOf, type Verb } from '../token.ts';
import { whoami } from '../whoami.ts';

const defaultWaitMs = 10_000;
const pauseMs = 250;

/** Asks the operator by a verb annotation, waits until it has answered, and tells what came of it. */
export async function ask({ name, values, terminal, connect }: Call, verb: Verb): Promise<ExitCode> {
  const waitMs = timeoutMs(values) ?? defaultWaitMs;
  const connection = connect();
  const key = keyOf(await readDeployment(connection, name));
  const token = tokenOf(verb, await whoami(connection), connection.clock.now(), values.full === true);
  await connection.client.patch(modelDeploymentResource, key, { metadata: { annotations: { [`trainyard.dev/${verb}`]: token } } });
  if (values['no-wait'] === true) {
    terminal.out(`modeldeployment/${key.name}: asked to ${verb} (token ${token})`);
    return exitCode.done;
  }
  await untilHandled(connection, key, verb, token, waitMs);
  const outcome = await readOutcome(connection, key, token);
  if (outcome?.refused === true) throw new Failure(`modeldeployment/${key.name}: ${outcome.note}; "kubectl trainyard rollout status ${key.name} -n ${key.namespace}" shows where it stands`);
  terminal.out(`modeldeployment/${key.name}: ${outcome?.note ?? `the operator has acted on ${verb} (token ${token}), but its event cannot be read: "kubectl trainyard rollout status ${key.name} -n ${key.namespace}" shows what came of it`}`);
  return exitCode.done;
}

async function untilHandled({ client, clock }: Connection, key: ReturnType<typeof keyOf>, verb: Verb, token: string, waitMs: number): Promise<void> {
  const until = clock.monotonicMs() + waitMs;
  for (;;) {
    const object = await client.get<ModelDeployment>(modelDeploymentResource, key);
    if (object === undefined) throw new Failure(`modeldeployment/${key.name} was deleted meanwhile: nothing is left to ${verb}`);
    if (object.status?.lastHandled?.[verb] === token) return;
    const now = object.metadata.annotations?.[`trainyard.dev/${verb}`];
    if (now !== token) throw new Failure(`the annotation trainyard.dev/${verb} was changed by somebody else to ${now ?? 'nothing'} before the operator saw it: try again`);
    if (clock.monotonicMs() >= until) throw new Failure(`the operator has not acted on it for ${waitMs / 1000} s: the annotation trainyard.dev/${verb} stands and is acted on as soon as the operator runs; see that it does`);
    await sleep(clock, pauseMs);
  }
}
