import type { ModelDeploymentSpec } from '../../../crds/generated/model-deployment.ts';

/** What tells users apart. */
export type UserKey = { readonly header: string } | { readonly cookie: string };

/** What users are kept at one version by, while the traffic is split; undefined where each request is split by itself. */
export function userKey({ traffic, rollout }: ModelDeploymentSpec): UserKey | undefined {
  if (!splitsTraffic(rollout.strategy)) return undefined;
  const { userHeader, userCookie } = traffic.sticky ?? {};
  if (userHeader !== undefined) return { header: userHeader };
  if (userCookie !== undefined) return { cookie: userCookie };
  // Users that change sides would be compared with themselves.
  return rollout.strategy === 'ABTest' ? { header: 'x-user-id' } : undefined;
}

/** Whether a strategy ever lets two versions answer users at the same time. */
export function splitsTraffic(strategy: ModelDeploymentSpec['rollout']['strategy']): boolean {
  return strategy === 'Canary' || strategy === 'ABTest';
}

export function userKeyText(key: UserKey): string {
  return 'header' in key ? `the header ${key.header}` : `the cookie ${key.cookie}`;
}
