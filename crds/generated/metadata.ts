// Generated from tools/generate/metadata.ts by tools/generate. Do not edit: change the source and run `make generate`.

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
