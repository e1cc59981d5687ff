import { modelDeploymentResource } from '../../crds/generated/resources.ts';
import { keyOf } from '../../operator/runtime/types.ts';
import type { Call } from '../command.ts';
import { readDeployment } from '../connect.ts';
import { exitCode, type ExitCode } from '../failure.ts';
import { heldByGit } from '../git.ts';

export async function setPaused({ name, terminal, connect }: Call, paused: boolean): Promise<ExitCode> {
  const connection = connect();
  const before = await readDeployment(connection, name);
  const key = keyOf(before);
  if (before.spec.paused === paused) {
    terminal.out(`modeldeployment/${key.name} ${paused ? 'is paused already' : 'is not paused'}`);
    return exitCode.done;
  }
  await connection.client.patch(modelDeploymentResource, key, { spec: { paused } });
  terminal.out(`modeldeployment/${key.name} ${paused ? 'paused: weights stay as they are; a breach still rolls back' : 'resumed'}`);
  const held = heldByGit(before.metadata);
  if (held !== undefined) terminal.err(`warning: ${held}: Git may put spec.paused back at the next sync; commit spec.paused: ${paused} to make it last`);
  return exitCode.done;
}
