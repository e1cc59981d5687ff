import { demands, type KeyedList, type Rule } from '../../crds/generated/rules.ts';
import { validateExperimentSpec, validateModelDeploymentSpec, validateModelVersionSpec, validateTrainingRunSpec, type Validator } from '../../crds/generated/validate.js';
import type { KubeObject } from '../../operator/runtime/types.ts';
import { celRules, type Verdict } from './cel.ts';
import { schemaViolation, serverPath } from './schema-wording.ts';

/** Everything that the CRD of the kind has against an object, each as `spec.field: what is wrong`; empty when it is valid. */
export type SpecCheck = (object: KubeObject & { readonly spec: unknown }) => string[];

/**
 * Asks in reconcile what the API server asks at admission, from the same YAML: schema, unique keys, CEL rules. An object
 * may be older than a rule, or have been written while the CRD was another one. Rules about a change (`oldSelf`) stay
 * with the server: nobody else has the object before the change.
 */
export function specCheck(): SpecCheck {
  const compile = celRules();
  const rules = new Map(Object.entries(demands).map(([kind, demand]) => [kind, demand.rules.map((rule) => ({ ...rule, ask: compile(rule.rule) }))]));
  return (object) => {
    const validate: Validator<unknown> | undefined = validators[object.kind];
    if (validate === undefined) throw new TypeError(`no kind of ours: ${object.kind}`);
    // A copy: the validator fills in defaults, as the server does when it reads an object from its storage.
    const spec = structuredClone(object.spec);
    const whole = { ...object, spec };
    const violations = validate(spec) ? [] : (validate.errors ?? []).map(schemaViolation);
    // As on the server, a rule that ends in an error does not hold. Where the schema is broken too, it says why already.
    const refusing: readonly Verdict[] = violations.length === 0 ? ['broken', 'error'] : ['broken'];
    return [...violations, ...(demands[object.kind]?.lists ?? []).flatMap((list) => duplicates(whole, list)), ...(rules.get(object.kind) ?? []).flatMap((rule) => broken(whole, rule, refusing))];
  };
}

const validators: Readonly<Record<string, Validator<unknown>>> = {
  TrainingRun: validateTrainingRunSpec,
  Experiment: validateExperimentSpec,
  ModelVersion: validateModelVersionSpec,
  ModelDeployment: validateModelDeploymentSpec,
};

function broken(object: unknown, { at, message, ask }: Rule & { readonly ask: (self: unknown) => Verdict }, refusing: readonly Verdict[]): string[] {
  return placesOf(object, at).filter(({ value }) => refusing.includes(ask(value))).map(({ path }) => (path === '' ? message : `${path}: ${message}`));
}

function duplicates(object: unknown, { at, keys }: KeyedList): string[] {
  return placesOf(object, at).flatMap(({ path, value }) => {
    const seen = new Set<string>();
    if (!Array.isArray(value)) return [];
    return value.flatMap((item: Readonly<Record<string, unknown>> | null, index) => {
      const key = JSON.stringify(Object.fromEntries(keys.map((name) => [name, item?.[name]])));
      if (seen.has(key)) return [`${path}[${index}]: Duplicate value: ${key}`];
      seen.add(key);
      return [];
    });
  });
}

interface Found {
  readonly path: string;
  readonly value: unknown;
}

/** Every value at a place such as `spec.data.rules[].min`; none where the object does not go that far. */
export function placesOf(object: unknown, at: string): Found[] {
  const steps = at.split(/(?=\[\]|\{\})|\./).filter((step) => step !== '');
  let found: { steps: (string | number)[]; value: unknown }[] = [{ steps: [], value: object }];
  for (const step of steps) found = found.flatMap((one) => inside(one.value, step).map(([name, value]) => ({ steps: [...one.steps, name], value })));
  return found.map(({ steps: path, value }) => ({ path: serverPath(path), value }));
}

function inside(value: unknown, step: string): (readonly [string | number, unknown])[] {
  if (typeof value !== 'object' || value === null) return [];
  if (step === '[]') return Array.isArray(value) ? value.map((item: unknown, index) => [index, item] as const) : [];
  if (step === '{}') return Object.entries(value);
  const member = (value as Readonly<Record<string, unknown>>)[step];
  return member === undefined ? [] : [[step, member]];
}
