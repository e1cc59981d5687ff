import type { ModelDeployment } from '../../crds/generated/model-deployment.ts';
import { shortDuration } from './duration.ts';

/** What a rollout waits for now, in a sentence; undefined when none is under way. */
export function waitsFor({ metadata, spec, status }: ModelDeployment, now: Date): string | undefined {
  const { candidate, rollout } = status ?? {};
  if ((metadata.generation ?? 0) > (status?.observedGeneration ?? 0)) return 'the operator, which has not seen the newest spec yet';
  if (candidate === undefined) return undefined;
  const at = `${metadata.name} -n ${metadata.namespace ?? 'default'}`;
  if (rollout?.awaiting !== undefined) return `approval of ${rollout.awaiting}: kubectl trainyard approve ${at}`;
  const ready = status?.conditions?.find(({ type }) => type === 'Ready')?.message;
  if ((rollout?.step ?? 0) === 0) return spec.paused && podsAreReady(candidate.readyReplicas, spec.autoscaling?.minReplicas ?? spec.server.replicas) ? resume(at) : `pods: ${ready ?? `those of ${candidate.version} are not ready`}`;
  if (spec.paused) return resume(at);
  const leftMs = rollout?.nextAt === undefined ? 0 : Date.parse(rollout.nextAt) - now.getTime();
  if (leftMs > 0) return `the hold time of the step: ${shortDuration(leftMs)} more`;
  if (rollout?.verdict === 'Pass' && rollout.heldSince === undefined) return 'the next look: this step has passed';
  return `${rollout?.verdict === 'Unavailable' ? 'a source of evidence' : 'evidence'}: ${rollout?.text ?? 'none was read yet'}`;
}

function resume(at: string): string {
  return `the end of the pause: kubectl trainyard resume ${at}`;
}

function podsAreReady(ready: number | undefined, wanted: number): boolean {
  return (ready ?? 0) >= wanted;
}
