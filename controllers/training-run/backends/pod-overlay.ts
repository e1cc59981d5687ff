import type { TrainingRun } from '../../../crds/generated/training-run.ts';
import { spotAffinity, spotTolerations } from './spot.ts';

type KubernetesSettings = TrainingRun['spec']['backend']['kubernetes'];

type With<Key extends string> = Readonly<Record<Key, string>> & Readonly<Record<string, unknown>>;

interface PodTemplate {
  readonly metadata: { readonly labels: Record<string, string> };
  readonly spec: Readonly<Record<string, unknown>> & {
    readonly containers: readonly [With<'name'> & { readonly env: readonly With<'name'>[]; readonly volumeMounts: readonly With<'mountPath'>[] }];
    readonly volumes: readonly With<'name'>[];
  };
}

/**
 * Lays what the user wants of the pod over ours. Where both say something ours stays: the CRD refuses such a spec, and a
 * rule that a later version adds to it must not change what a pod of an older object may do.
 */
export function withOverlay(template: PodTemplate, { nodeSelector, tolerations, spot, podTemplate = {} }: KubernetesSettings): object {
  const { metadata = {}, spec = {} } = podTemplate;
  const { affinity, volumes, containers = [], ...fields } = spec;
  const [ours] = template.spec.containers;
  const added = containers.find(({ name }) => name === ours.name);
  const accepted = [...(tolerations ?? []), ...(spot ? spotTolerations : [])];
  const placed = spot ? spotAffinity(affinity) : affinity;
  return {
    metadata: { ...metadata, labels: { ...metadata.labels, ...template.metadata.labels } },
    spec: {
      ...fields,
      ...template.spec,
      ...(nodeSelector === undefined ? {} : { nodeSelector }),
      ...(accepted.length === 0 ? {} : { tolerations: accepted }),
      ...(placed === undefined ? {} : { affinity: placed }),
      containers: [{ ...ours, env: merged('name', ours.env, added?.env), volumeMounts: merged('mountPath', ours.volumeMounts, added?.volumeMounts) }],
      volumes: merged('name', template.spec.volumes, volumes),
    },
  };
}

/** Ours first, then those of the user that ours do not have. */
function merged<Key extends string>(key: Key, ours: readonly With<Key>[], theirs: readonly Readonly<Record<Key, string>>[] = []): readonly object[] {
  const taken = new Set<string>(ours.map((one) => one[key]));
  return [...ours, ...theirs.filter((one) => !taken.has(one[key]))];
}
