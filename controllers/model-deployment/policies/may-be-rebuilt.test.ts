import { expect, it } from 'vitest';
import type { Deployment } from '../../shared/kube-types.ts';
import type { Status } from '../context.ts';
import { mayBeRebuilt } from './may-be-rebuilt.ts';

const role = (version: string): NonNullable<Status['candidate']> => ({ version, digest: version, revision: `rev-${version}` });
const status = (step: number): Status => ({ stable: role('a'), candidate: role('b'), rollout: { step } });
const live = (readyReplicas: number): Deployment => ({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'd' }, status: { readyReplicas } });

it.each([
  ['a candidate that never started', status(0), 'rev-b', live(0), true],
  ['a candidate with a ready pod', status(0), 'rev-b', live(1), false],
  ['a candidate with traffic that lost its pods', status(1), 'rev-b', live(0), false],
  ['stable without a ready pod', status(0), 'rev-a', live(0), false],
  ['a revision that retires', status(0), 'rev-c', live(0), false],
])('%s', (_, given, revision, deployment, expected) => {
  expect(mayBeRebuilt(given, revision, deployment)).toBe(expected);
});
