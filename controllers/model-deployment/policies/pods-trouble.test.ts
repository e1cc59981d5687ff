import { expect, it } from 'vitest';
import type { RevisionHealth } from '../context.ts';
import { podsTrouble } from './pods-trouble.ts';

it.each<[health: Partial<RevisionHealth>, text: string]>([
  [{}, ''],
  [{ trouble: { reason: 'CrashLooping', message: 'pod x crashed 3 times' }, unlisted: 1 }, ': pod x crashed 3 times'],
  [{ unlisted: 1 }, ': 1 is ready, but not listed in the EndpointSlices of their Service, from which proxies learn of pods (look at kube-controller-manager)'],
  [{ unlisted: 2 }, ': 2 are ready, but not listed in the EndpointSlices of their Service, from which proxies learn of pods (look at kube-controller-manager)'],
])('%o', (health, text) => {
  expect(podsTrouble({ total: 2, ready: 2, available: 0, ...health })).toBe(text);
});
