// The alert rules of the chart ask for series that the operator really has, and each leads to a runbook that speaks of it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parser } from '@prometheus-io/lezer-promql';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { repositoryRoot } from './crd.ts';
import { describeMetrics, seriesAtStart } from './metrics-reference.ts';

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

interface Matcher {
  readonly label: string;
  readonly operator: string;
  readonly value: string;
}

interface Asked {
  readonly errors: readonly string[];
  readonly selectors: readonly { readonly metric: string; readonly matchers: readonly Matcher[] }[];
  /** Labels of `by`, which are those that the alert has in the end. */
  readonly grouping: readonly string[];
}

/** What Prometheus adds to every series by where it scraped it. */
const targetLabels = ['namespace', 'pod', 'job', 'instance'];
const runbooks = join(repositoryRoot, 'docs', 'runbooks');
const groups = parse(readFileSync(join(repositoryRoot, 'charts', 'trainyard', 'alerts.yaml'), 'utf8')) as readonly { readonly rules: readonly Rule[] }[];
const rules = groups.flatMap((group) => group.rules);
const cases = rules.map((rule) => [rule.alert, rule] as const);

function ask(expr: string): Asked {
  const errors: string[] = [];
  const selectors: { metric: string; matchers: Matcher[] }[] = [];
  const grouping: string[] = [];
  parser.parse(expr).iterate({
    enter({ type, from, to, node }) {
      const text = (of: { readonly from: number; readonly to: number } | null): string => (of === null ? '' : expr.slice(of.from, of.to));
      if (type.isError) errors.push(`${from}: ${expr.slice(Math.max(0, from - 10), to + 10)}`);
      if (type.name === 'VectorSelector') selectors.push({ metric: text(node.getChild('Identifier')), matchers: [] });
      if (type.name === 'UnquotedLabelMatcher') selectors.at(-1)?.matchers.push({ label: text(node.getChild('LabelName')), operator: text(node.getChild('MatchOp')), value: text(node.getChild('StringLiteral')).slice(1, -1) });
      if (type.name === 'LabelName' && node.parent?.name === 'GroupingLabels') grouping.push(text(node));
    },
  });
  return { errors, selectors, grouping };
}

const runbookOf = ({ annotations }: Rule): string => (annotations['runbook_url'] ?? '').replace('$RUNBOOKS/', '');

describe('the reader of PromQL', () => {
  it('finds metrics, matchers and labels, and what is no PromQL', () => {
    expect(ask('max by (kind) (rate(a_total{x="1",y!~"2|3"}[5m])) > on (z) b')).toEqual({
      errors: [],
      selectors: [{ metric: 'a_total', matchers: [{ label: 'x', operator: '=', value: '1' }, { label: 'y', operator: '!~', value: '2|3' }] }, { metric: 'b', matchers: [] }],
      grouping: ['kind', 'z'],
    });
    expect(ask('max by (kind (a)').errors).not.toEqual([]);
    expect(ask('rate(a[5 minutes])').errors).not.toEqual([]);
  });
});

describe('alert rules', () => {
  it('are there, each under a name of its own', () => {
    expect(rules.length).toBeGreaterThan(0);
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
  });

  it.each(cases)('%s is PromQL over metrics and labels of the catalogue', async (_, { expr }) => {
    const { errors, selectors, grouping } = ask(expr);
    expect(errors).toEqual([]);
    expect(selectors).not.toEqual([]);
    const catalogue = new Map((await describeMetrics()).map(({ name, labels }) => [name, labels]));
    for (const { metric, matchers } of selectors) {
      expect([...catalogue.keys()]).toContain(metric);
      expect([...targetLabels, ...(catalogue.get(metric) ?? [])]).toEqual(expect.arrayContaining(matchers.map(({ label }) => label)));
    }
    expect(selectors.flatMap(({ metric }) => catalogue.get(metric) ?? [])).toEqual(expect.arrayContaining([...grouping]));
  });

  it.each(cases)('%s asks for the series of one release', (_, { expr }) => {
    for (const { matchers } of ask(expr).selectors) expect(matchers).toContainEqual({ label: 'namespace', operator: '=', value: '$NAMESPACE' });
  });

  it.each(cases)('%s asks for values that there are', async (_, { expr }) => {
    for (const { metric, matchers } of ask(expr).selectors) {
      const wanted = matchers.filter(({ label }) => !targetLabels.includes(label));
      if (wanted.length === 0) continue;
      const series = await seriesAtStart(metric);
      // Of a choice each one counts: a reason that has another name today would never be missed.
      for (const { label, value } of wanted) {
        for (const one of value.split('|')) {
          const others = wanted.filter((matcher) => matcher.label !== label && matcher.operator === '=');
          expect(series.filter((labels) => labels[label] === one && others.every((other) => labels[other.label] === other.value)), `${label}="${one}"`).not.toEqual([]);
        }
      }
    }
  });

  it.each(cases)('%s tells how bad it is, what it is and what to do', (_, { expr, labels, annotations }) => {
    expect(['warning', 'critical']).toContain(labels['severity']);
    for (const text of [annotations['summary'], annotations['description']]) expect(text).toMatch(/^.{20,}$/);
    // A label that the expression does not keep is printed as nothing.
    const printed = Object.values(annotations).flatMap((text) => [...text.matchAll(/\$labels\.(\w+)/g)].map((match) => match[1]));
    expect(ask(expr).grouping).toEqual(expect.arrayContaining(printed));
  });

  it.each(cases)('%s leads to a runbook that names it', (alert, rule) => {
    expect(readdirSync(runbooks)).toContain(runbookOf(rule));
    expect(readFileSync(join(runbooks, runbookOf(rule)), 'utf8')).toContain(`\`${alert}\``);
  });

  it.each(readdirSync(runbooks))('%s has an alert', (page) => {
    expect(rules.map(runbookOf)).toContain(page);
  });
});
