import type { TrainingRun } from '../../../crds/generated/training-run.ts';
import type { Store } from '../../../operator/runtime/store.ts';
import type { Key, KubeObject } from '../../../operator/runtime/types.ts';
import { hasEnded } from '../../shared/has-ended.ts';
import type { Job, Pod } from '../../shared/kube-types.ts';
import { jobName } from '../backends/job-objects.ts';
import type { LaunchId } from './inbox.ts';
import { Refused } from './refusals.ts';
import type { PodIdentity } from './reviewer.ts';

export interface KnownObjects {
  readonly trainingRuns: Pick<Store<TrainingRun>, 'get'>;
  readonly jobs: Pick<Store<Job>, 'get'>;
  readonly pods: Pick<Store<Pod>, 'get'>;
}

/** `<namespace>/<name>` of the run that a report is about. Throws Refused. */
export function runOfQuery(query: URLSearchParams): Key {
  const [namespace = '', name = '', ...more] = (query.get('run') ?? '').split('/');
  if (namespace === '' || name === '' || more.length > 0) throw new Refused('RunNotNamed');
  return { namespace, name };
}

/**
 * The launch that a pod may speak for: that of the Job that controls it, if it is the present launch of the run that was
 * named. Names are compared by UID at each step, because a namesake made later is another object. Throws Refused.
 */
export function launchOf({ trainingRuns, jobs, pods }: KnownObjects, identity: PodIdentity, key: Key): LaunchId {
  const { namespace } = key;
  if (identity.namespace !== namespace) throw new Refused('OtherNamespace');
  const pod = pods.get({ namespace, name: identity.name });
  if (pod?.metadata.uid !== identity.uid) throw new Refused('OtherPod');
  const run = trainingRuns.get(key);
  const jobOwner = controllerOf(pod, 'Job');
  const job = jobOwner === undefined ? undefined : jobs.get({ namespace, name: jobOwner.name });
  if (run === undefined || job?.metadata.uid !== jobOwner?.uid || controllerOf(job, 'TrainingRun')?.uid !== run.metadata.uid) throw new Refused('OtherPod');
  const launch = run.status?.launches ?? 0;
  if (job?.metadata.name !== jobName(run, launch) || hasEnded(run)) throw new Refused('LaunchOver');
  return { key, uid: run.metadata.uid ?? '', launch };
}

function controllerOf(object: KubeObject | undefined, kind: string): { readonly name: string; readonly uid: string } | undefined {
  return object?.metadata.ownerReferences?.find((owner) => owner.controller === true && owner.kind === kind);
}
