import type { Status, Target } from '../context.ts';

/** The newest version that served before stable, can be resolved and was not rolled back itself; undefined when there was none. */
export function previousTarget(status: Status, resolve: (version: string) => Target): Target | undefined {
  const { stable, history = [], blockedDigests = [] } = status;
  const served = history.filter(({ outcome, from }) => outcome === 'Promoted' && from !== '' && from !== stable?.version).map(({ from }) => from);
  const targets = [...new Set(served.reverse())].map(resolve).filter((target) => !target.found || !blockedDigests.includes(target.digest));
  // One that cannot serve any more is named only when there is no better one.
  return targets.find(({ found }) => found) ?? targets[0];
}
