import type { ModelDeploymentSpec, ModelDeploymentStatusEvidenceEntry } from '../../crds/generated/model-deployment.ts';
import { table } from './table.ts';

interface Counts {
  readonly requests?: number;
  readonly bad?: number;
}

/** What the judge knows of each objective; ratios, queries and compared answers have nothing in common, so each gets a table. */
export function evidenceTables(spec: ModelDeploymentSpec, evidence: readonly ModelDeploymentStatusEvidenceEntry[]): string[] {
  const ratios = evidence.filter(({ type }) => type !== 'Query' && type !== 'Disagreement');
  const queries = evidence.filter(({ type }) => type === 'Query');
  const compared = evidence.filter(({ type }) => type === 'Disagreement');
  return [
    ...(ratios.length === 0 ? [] : ['', ...table(['SLO', 'BAD OF CANDIDATE', 'IN THIS STEP', 'BAD OF STABLE', 'E-VALUE', 'THRESHOLD', 'AT MOST', 'ALLOWED'], ratios.map(ratioRow))]),
    ...(queries.length === 0 ? [] : ['', ...table(['SLO', 'VALUE', 'ALLOWED', 'OUTSIDE', 'WITHIN', 'PROBLEM'], queries.map((entry) => queryRow(spec, entry)))]),
    ...(compared.length === 0 ? [] : ['', ...table(['SLO', 'ANSWERS THAT DIFFER', 'E-VALUE', 'THRESHOLD', 'AT MOST', 'ALLOWED', 'PROBLEM'], compared.map(comparedRow))]),
  ];
}

function ratioRow(entry: ModelDeploymentStatusEvidenceEntry): string[] {
  const { slo, candidate, step, stable, threshold, upper, bound } = entry;
  return [slo, counts(candidate), counts(step), counts(stable), number(eValue(entry)), number(threshold), percent(upper), percent(bound)];
}

function queryRow({ rollout }: ModelDeploymentSpec, { slo, value, outside = 0, inside = 0, problem = '' }: ModelDeploymentStatusEvidenceEntry): string[] {
  const { min, max } = rollout.analysis.slos.find(({ name }) => name === slo) ?? {};
  const allowed = [min === undefined ? '' : `≥ ${min}`, max === undefined ? '' : `≤ ${max}`].filter((part) => part !== '').join(', ');
  return [slo, value === undefined ? '-' : String(value), allowed === '' ? '-' : allowed, String(outside), String(inside), problem];
}

function comparedRow({ slo, compared = 0, disagreed = 0, absolute, threshold, upper, bound, problem = '' }: ModelDeploymentStatusEvidenceEntry): string[] {
  return [slo, counts({ requests: compared, bad: disagreed }), number(absolute), number(threshold), percent(upper), percent(bound), problem];
}

/** The e-value that decides: the mean of the tests in use, see docs/adr/0015. */
export function eValue({ relative, absolute, spacedRelative, spacedAbsolute }: ModelDeploymentStatusEvidenceEntry): number | undefined {
  const used = [relative, absolute, spacedRelative, spacedAbsolute].filter((each) => each !== undefined);
  return used.length === 0 ? undefined : used.reduce((sum, each) => sum + each, 0) / used.length;
}

export function counts({ requests = 0, bad = 0 }: Counts = {}): string {
  return requests === 0 ? '0 of 0' : `${bad} of ${requests} (${((100 * bad) / requests).toFixed(2)} %)`;
}

export function percent(share: number | undefined): string {
  return share === undefined ? '-' : `${(100 * share).toFixed(2)} %`;
}

/** Three digits, and no power of ten where it can be avoided. */
export function number(value: number | undefined): string {
  if (value === undefined) return '-';
  if (value !== 0 && (value >= 1e6 || value < 1e-3)) return value.toExponential(2);
  return String(Number(value.toPrecision(3)));
}
