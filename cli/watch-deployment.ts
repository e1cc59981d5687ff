import type { ModelDeployment } from '../crds/generated/model-deployment.ts';
import { modelDeploymentResource } from '../crds/generated/resources.ts';
import type { Timer } from '../operator/runtime/clock.ts';
import { createInformer, type Change } from '../operator/runtime/informer.ts';
import { keyOf } from '../operator/runtime/types.ts';
import { asFailure, Failure } from './failure.ts';
import type { Connection } from './connect.ts';

/**
 * Hands over every state of one deployment until `see` returns something, and returns that. The informer goes on after
 * whatever happens to the connection.
 */
export async function watchDeployment<T>(connection: Connection, first: ModelDeployment, longestMs: number | undefined, see: (object: ModelDeployment) => T | undefined): Promise<T> {
  const { namespace, name } = keyOf(first);
  const informer = createInformer<ModelDeployment>({ ...connection, type: modelDeploymentResource, namespaces: [namespace], fieldSelector: `metadata.name=${name}` });
  let timer: Timer | undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      let over = false;
      const onChange = ({ type, object }: Change<ModelDeployment>): void => {
        if (over) return;
        if (type === 'deleted') return reject(new Failure(`modeldeployment/${name} was deleted: there is nothing left to watch`));
        // The informer would log what a handler throws, and nobody reads its log.
        try {
          const end = see(object);
          over = end !== undefined;
          if (end !== undefined) resolve(end);
        } catch (error) {
          reject(asFailure(error));
        }
      };
      if (longestMs !== undefined) timer = connection.clock.setTimeout(() => reject(tooLong(name, namespace, longestMs)), longestMs);
      informer.onChange(onChange);
      informer.start();
    });
  } finally {
    timer?.cancel();
    await informer.stop();
  }
}

function tooLong(name: string, namespace: string, ms: number): Failure {
  return new Failure(`modeldeployment/${name}: the rollout is not over after ${ms / 1000} s: "kubectl trainyard rollout status ${name} -n ${namespace}" shows what it waits for`);
}
