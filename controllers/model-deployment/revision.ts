import type { ModelDeploymentSpec } from '../../crds/generated/model-deployment.ts';
import { digestOf } from '../shared/digest.ts';

/**
 * `<deployment>-<8 hex digits>`: the bytes of the model and what the user wants of its server. Nothing of the
 * operator's own goes in, so that a new operator version restarts no pod; replicas do not either, so that scaling
 * makes no new revision.
 */
export function revisionName(deployment: string, digest: string, server: ModelDeploymentSpec['server']): string {
  const { resources, env, batching, execution } = server;
  // What was added to the API later goes in only where it says something, so that older objects keep their names.
  const later = { ...(batching === undefined ? {} : { batching }), ...(execution === 'Auto' ? {} : { execution }) };
  return `${deployment}-${digestOf({ digest, resources, env: env ?? [], ...later }).slice(0, 8)}`;
}
