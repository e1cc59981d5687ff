import { annotation } from '../../controllers/shared/names.ts';
import type { ModelVersion } from '../../crds/generated/model-version.ts';

const longest = 1024;

/** What speaks for a version where it is now, in a sentence; and what spoke for it where that came from. */
export function trackRecord({ metadata, spec, status }: ModelVersion): string {
  const { required, state, by, reason } = spec.approval;
  const parts = [
    spec.stage,
    status?.score,
    required || state !== 'Pending' ? `${state.toLowerCase()}${by === undefined ? '' : ` by ${by}`}${reason === undefined ? '' : ` (${reason})`}` : undefined,
    ...(status?.deployments ?? []).map(({ name, role, weight }) => `${role.toLowerCase()} of ${name} with ${weight} % of its traffic`),
  ];
  const here = `in ${metadata.namespace ?? ''}: ${parts.filter((part) => part !== undefined && part !== '').join(', ')}`;
  const before = metadata.annotations?.[annotation.evidence];
  const whole = before === undefined ? here : `${here}; before that ${before}`;
  return whole.length <= longest ? whole : `${whole.slice(0, longest - 1)}…`;
}
