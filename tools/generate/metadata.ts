// crds/generated/metadata.ts and resources.ts: what the types and the constants of all kinds share.
import { camelCase, storageVersion, type CrdFile } from './crd.ts';
import { generatedHeader } from './types.ts';

/** Structurally the same as in operator/runtime/types.ts; crds/ imports nothing, so it has its own. */
export function metadataModule(): string {
  return `${generatedHeader('tools/generate/metadata.ts')}
/** The part of metav1.ObjectMeta that Trainyard reads. Dates are RFC 3339 strings, as JSON has them. */
export interface ObjectMeta {
    name: string;
    generateName?: string;
    namespace?: string;
    uid?: string;
    resourceVersion?: string;
    generation?: number;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    ownerReferences?: OwnerReference[];
    finalizers?: string[];
    creationTimestamp?: string;
    deletionTimestamp?: string;
    managedFields?: unknown;
}

export interface OwnerReference {
    apiVersion: string;
    kind: string;
    name: string;
    uid: string;
    controller?: boolean;
    blockOwnerDeletion?: boolean;
}
`;
}

export function resourcesModule(files: readonly CrdFile[]): string {
  const constants = files.map(({ crd, kind }) => {
    const { group, names, scope } = crd.spec;
    const namespaced = String(scope === 'Namespaced');
    return `export const ${camelCase(kind)}Resource = { group: '${group}', version: '${storageVersion(crd).name}', kind: '${kind}', plural: '${names.plural}', namespaced: ${namespaced} } as const;\n`;
  });
  const list = files.map(({ kind }) => `${camelCase(kind)}Resource`).join(', ');
  return `${generatedHeader('crds/*.yaml')}\n${constants.join('')}\n/** Every kind of Trainyard. */\nexport const resources = [${list}] as const;\n`;
}
