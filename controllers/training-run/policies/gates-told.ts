import type { Manifest } from '../../../crds/generated/manifest.ts';
import type { TrainingRunSpec } from '../../../crds/generated/training-run.ts';

type Gate = NonNullable<TrainingRunSpec['gates']>[number];
type Told = Manifest['gates'][number];

/**
 * What is wrong with the gates of a manifest that came with exit code 0; undefined: nothing. The program may be anybody's,
 * and one that knows no gates must not register a model as if it had passed them.
 */
export function gatesUntold(gates: readonly Gate[], told: readonly Told[]): string | undefined {
  for (const gate of gates) {
    const name = `${gate.metric} on ${gate.split}`;
    const found = told.find(({ metric, split }) => metric === gate.metric && (split ?? gate.split) === gate.split);
    if (found === undefined) return `the manifest says nothing of the gate on ${name}`;
    const { value } = found;
    if (!found.passed || value == null) return `the trainer ended with 0, but by its manifest the gate on ${name} was not passed`;
    if (value < (gate.min ?? -Infinity) || value > (gate.max ?? Infinity)) return `by the manifest ${name} is ${value} and passed, which spec.gates does not allow`;
  }
  return undefined;
}
