import type { ContainerStatus, Pod } from '../../shared/kube-types.ts';

/** How the one pod of a revision looks to the operator; unlisted: ready, but proxies are not told of it yet. */
export type Looks = 'ready' | 'unlisted' | 'not-ready' | 'crash-loop' | 'crashing' | 'load-failed' | 'bad-image' | 'no-secret' | 'no-node';

/** @param since when its readiness last changed. */
export function podStatus(looks: Looks, since: string): NonNullable<Pod['status']> {
  const server = (state: object, more: object = {}): ContainerStatus[] => [{ name: 'server', ready: false, restartCount: 0, state, ...more }];
  const is = (ready: boolean, containerStatuses: ContainerStatus[]): NonNullable<Pod['status']> => ({ phase: 'Running', conditions: [{ type: 'Ready', status: ready ? 'True' : 'False', lastTransitionTime: since }], containerStatuses });
  switch (looks) {
    case 'ready':
    case 'unlisted':
      return is(true, server({ running: {} }));
    case 'not-ready':
      return is(false, server({ running: {} }));
    case 'crash-loop':
      return is(true, server({ waiting: { reason: 'CrashLoopBackOff' } }));
    case 'crashing':
      return is(false, server({ waiting: { reason: 'CrashLoopBackOff' } }));
    case 'load-failed':
      return is(false, server({ terminated: { exitCode: 1, message: '{"error":{"reason":"DigestMismatch","message":"other bytes"}}' } }));
    case 'bad-image':
      return is(false, server({ waiting: { reason: 'ErrImagePull' } }));
    case 'no-secret':
      return is(false, server({ waiting: { reason: 'CreateContainerConfigError' } }));
    case 'no-node':
      return { phase: 'Pending', conditions: [{ type: 'PodScheduled', status: 'False', message: '0/3' }] };
  }
}
