import type { Invisible } from './compare.ts';

const finalizersOf = (resource: string): Invisible => ({
  group: 'trainyard.dev',
  resource: `${resource}/finalizers`,
  verb: 'update',
  reason:
    'The admission plugin OwnerReferencesPermissionEnforcement asks for it when an object with blockOwnerDeletion is made; the question is no request. ' +
    'test/integration/rbac/owner-references.test.ts takes each of them away in turn, and the operator can make nothing any more.',
});

/** The rights that no audit log can show, each with what shows it instead. Nothing else may be granted without being used. */
export const invisible: readonly Invisible[] = ['experiments', 'modeldeployments', 'trainingruns'].map(finalizersOf);
