import { succeeded, running } from '../summaries.ts';
import type { Collected, Context, Decision, Status } from '../context.ts';
import { fromManifest } from './from-manifest.ts';

/** Takes the verified result over into status, and asks for a ModelVersion where one is wanted. */
export function adopt(context: Context, status: Status, collected: Collected & { found: true }): Decision {
  const { run, now, highestVersion } = context;
  const { manifest, pointer, artifact, reportUri } = collected;
  const known: Status = { ...status, ...fromManifest(manifest, pointer.uri), artifact, manifest: pointer, ...(reportUri === undefined ? {} : { report: { uri: reportUri } }) };
  if (!run.spec.register.enabled) {
    return { status: succeeded(known, now, 'Succeeded', 'trained; no ModelVersion was asked for'), events: [done(run.spec.model, known)], action: 'none', wakeAt: undefined };
  }
  // Noted before it is made: whatever happens in between, the next look goes on with this very name.
  const pendingVersion = status.pendingVersion ?? { name: `${run.spec.model}-${highestVersion + 1}`, manifestSha256: pointer.sha256 };
  return { status: { ...running(known, now, 'Registering', `making ModelVersion ${pendingVersion.name}`), pendingVersion }, events: [], action: 'register', wakeAt: undefined };
}

/** The ModelVersion exists. */
export function registered(status: Status, name: string, now: Date): Status {
  const { pendingVersion: _made, ...rest } = status;
  return succeeded({ ...rest, modelVersionRef: { name } }, now, 'Succeeded', `trained and registered as ${name}`);
}

function done(model: string, status: Status): Decision['events'][number] {
  return { type: 'Normal', reason: 'Succeeded', action: 'Complete', note: `${model}: ${status.score ?? ''}` };
}
