// An operator without a right to watch what it caches never starts, and no test that runs as administrator sees it.
import { describe, expect, it } from 'vitest';
import { rules as experiment } from '../../../controllers/experiment/rbac.ts';
import { rules as modelDeployment } from '../../../controllers/model-deployment/rbac.ts';
import { rules as modelVersion } from '../../../controllers/model-version/rbac.ts';
import { rules as trainingRun } from '../../../controllers/training-run/rbac.ts';
import { createInformers } from '../../../operator/informers.ts';
import { createMemoryClient } from '../../../operator/runtime/testing/memory-client.ts';
import { silentSurroundings } from '../../../operator/runtime/testing/silent.ts';
import { resourceName, type ResourceType } from '../../../operator/runtime/types.ts';

const rules: readonly { readonly apiGroups: readonly string[]; readonly resources: readonly string[]; readonly verbs: readonly string[] }[] = [...experiment, ...modelDeployment, ...modelVersion, ...trainingRun];
const informers = Object.values({ ...createInformers({ client: createMemoryClient(), namespaces: [], ...silentSurroundings() }) }) as readonly { readonly type: ResourceType }[];

describe('the operator may list and watch', () => {
  it.each(informers.map(({ type }): [string, ResourceType] => [resourceName(type), type]))('%s, which it keeps a copy of', (_name, type) => {
    const verbs = rules.filter(({ apiGroups, resources }) => apiGroups.includes(type.group) && resources.includes(type.plural)).flatMap((rule) => rule.verbs);
    expect(verbs).toEqual(expect.arrayContaining(['list', 'watch']));
  });
});
