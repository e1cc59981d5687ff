import { getCondition, isTrue } from './conditions.ts';
import type { WithStatus } from './kstatus.ts';

export interface StatusInvariantOptions {
  /** The kind ends (a training run): it also carries `Succeeded`. */
  readonly bounded?: boolean;
}

/** Throws one Error that names every rule the status breaks. Meant to run after every reconcile of every test. */
export function assertStatusInvariants(object: WithStatus, options: StatusInvariantOptions = {}): void {
  const broken = brokenStatusInvariants(object, options);
  if (broken.length > 0) throw new Error(`${object.kind} ${object.metadata.name} breaks ${broken.length} status rule(s):\n- ${broken.join('\n- ')}\n${JSON.stringify(object.status, null, 2)}`);
}

/** The ten checks of fluxcd/pkg runtime/conditions/check/fail.go, and those of the API conventions on a single condition. */
export function brokenStatusInvariants(object: WithStatus, options: StatusInvariantOptions = {}): string[] {
  const conditions = object.status?.conditions ?? [];
  const generation = object.metadata.generation ?? 0;
  const observed = object.status?.observedGeneration ?? 0;
  const ready = getCondition(conditions, 'Ready');
  const succeeded = getCondition(conditions, 'Succeeded');
  const isReady = ready?.status === 'True';
  const reconciling = isTrue(conditions, 'Reconciling');
  const stalled = isTrue(conditions, 'Stalled');
  const typesWhere = (test: (condition: (typeof conditions)[number]) => boolean): string => conditions.filter(test).map((one) => one.type).join(', ');
  const behind = typesWhere((one) => (one.observedGeneration ?? 0) < generation);
  const unequal = typesWhere((one) => (one.observedGeneration ?? 0) !== observed);
  const abnormalPresent = conditions.filter((one) => (one.type === 'Reconciling' || one.type === 'Stalled') && one.status !== 'True').map((one) => one.type);
  const types = conditions.map((one) => one.type);

  const rules: readonly (readonly [broken: boolean, rule: string])[] = [
    [isReady && (reconciling || stalled), 'FAIL0001: Ready=True while Reconciling or Stalled is True'],
    [ready === undefined, 'FAIL0002: Ready is absent'],
    [reconciling && isReady, 'FAIL0003: Ready=True while Reconciling=True'],
    [stalled && ready !== undefined && ready.status !== 'False', 'FAIL0004: Ready is not False while Stalled=True'],
    [types.includes('Reconciling') && types.includes('Stalled'), 'FAIL0005: both Reconciling and Stalled are present'],
    [observed > generation, `FAIL0006: observedGeneration ${observed} is beyond generation ${generation}`],
    [observed < generation && isReady, `FAIL0007: Ready=True while observedGeneration ${observed} lags behind generation ${generation}`],
    [isReady && behind !== '', `FAIL0008: Ready=True while conditions lag behind generation ${generation}: ${behind}`],
    [isReady && unequal !== '', `FAIL0009: Ready=True while conditions differ from observedGeneration ${observed}: ${unequal}`],
    [ready?.status === 'Unknown' && !reconciling, 'FAIL0011: Ready=Unknown without Reconciling=True'],
    [abnormalPresent.length > 0, `abnormal-true conditions are present but not True: ${abnormalPresent.join(', ')}`],
    [new Set(types).size !== types.length, `a condition type occurs twice: ${types.join(', ')}`],
    [options.bounded === true && succeeded === undefined, 'Succeeded is absent on a bounded kind'],
    [succeeded !== undefined && succeeded.status !== 'Unknown' && reconciling, `Reconciling=True after the end (Succeeded=${succeeded?.status})`],
    ...conditions.flatMap((one): [boolean, string][] => [
      [!/^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$/.test(one.reason), `${one.type}: reason "${one.reason}" is not CamelCase`],
      [Number.isNaN(Date.parse(one.lastTransitionTime)), `${one.type}: lastTransitionTime "${one.lastTransitionTime}" is not a time`],
    ]),
  ];
  return rules.filter(([broken]) => broken).map(([, rule]) => rule);
}
