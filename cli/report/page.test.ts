import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../crds/generated/experiment.ts';
import { page } from './page.ts';
import { ended, experiment, run, study } from './testing/example.ts';
import { elementsOf, plain } from './testing/well-formed.ts';
import type { Study } from './study.ts';

const program = '0.1.0';

function whole(): Study {
  const { of, runs } = ended(30);
  return study(runs, of);
}

describe('the page', () => {
  const text = page(whole(), program);
  const elements = elementsOf(text);
  it('says what the experiment found', () => {
    const said = plain(text);
    for (const fact of ['families ✓ Succeeded', 'no significant winner: xgb has the best roc_auc', 'Winner logistic', 'registered as ModelVersion tumour-3', '55 of 61 3 stopped, 3 failed', 'a'.repeat(64), 'Began 2026-01-01 11:00:00 UTC', 'Ended 2026-01-01 11:58:20 UTC', 'Search of xgb', 'Search of mlp', 'radius +0.021', '61 trials', 'longest time 2h']) expect(said).toContain(fact);
  });
  it('opens offline: it asks for nothing from elsewhere, runs nothing, and its policy allows neither', () => {
    const names = new Set(elements.map(({ name }) => name));
    for (const name of ['script', 'link', 'img', 'iframe', 'object', 'base', 'foreignObject']) expect(names).not.toContain(name);
    for (const { attributes } of elements) for (const [name, value] of attributes) {
      expect(name).not.toMatch(/^(on|style$|src$)/);
      if (name === 'href') expect(value).toMatch(/^#/);
    }
    expect(text).not.toMatch(/@import|url\((?!#)|https?:(?!\/\/www\.w3\.org\/1999\/xhtml")/);
    expect(elements.find(({ attributes }) => attributes.get('http-equiv') === 'Content-Security-Policy')?.attributes.get('content')).toBe("default-src 'none'; style-src 'unsafe-inline'");
  });
  it('names every figure and describes it, and every table has heads', () => {
    const ids = new Map(elements.flatMap(({ name, attributes }) => (attributes.has('id') ? [[attributes.get('id'), name] as const] : [])));
    const pictures = elements.filter(({ name, attributes }) => name === 'svg' && attributes.get('aria-hidden') !== 'true');
    expect(pictures.length).toBeGreaterThan(8);
    for (const { attributes } of pictures) {
      expect(attributes.get('role')).toBe('img');
      if (attributes.has('aria-label')) continue;
      expect(attributes.get('aria-labelledby')?.split(' ').map((id) => ids.get(id))).toEqual(['title', 'desc']);
    }
    const tables = elements.filter(({ name }) => name === 'table').length;
    expect(elements.filter(({ name }) => name === 'caption')).toHaveLength(tables);
    expect(elements.filter(({ name, attributes }) => name === 'th' && !attributes.has('scope'))).toEqual([]);
  });
  it('leads to each of its parts', () => {
    const ids = new Set(elements.map(({ attributes }) => attributes.get('id')));
    const links = elements.filter(({ name }) => name === 'a').map(({ attributes }) => attributes.get('href')?.slice(1));
    expect(links).toHaveLength(9);
    for (const id of links) expect(ids).toContain(id);
  });
  it('is the same every time', () => {
    expect(page(whole(), program)).toBe(text);
  });
  it('is in light and dark, and for paper', () => {
    expect(text).toContain('@media(prefers-color-scheme:dark)');
    expect(text).toContain('@media print');
  });
});

describe('a page about little', () => {
  const long = 'a'.repeat(200);
  const candidates = [{ name: 'xgb', algorithm: { name: 'xgboost' as const }, search: { space: [{ name: 'depth', type: 'Int' as const, min: 1, max: 9 }] } }];
  const bare: Experiment = { ...experiment(), metadata: { name: 'families' } };
  it.each<[string, Study, string]>([
    ['an experiment that nobody looked at yet', study([], { ...experiment(), status: undefined as never }), 'Not begun'],
    ['no trials', study([]), 'No trial has begun yet.'],
    ['no uid and no namespace', study([], bare), 'namespace default'],
    ['one trial', study([run('xgb', { number: 0, scores: [0.9], parameters: { depth: 3 } })], experiment({}, { candidates })), '0.9'],
    ['only failures', study([run('xgb', { reason: 'Crashed', message: 'no' }), run('logistic', { reason: 'Crashed', message: 'no' })]), 'No candidate has a score.'],
    ['trials that were deleted after the end', study([], experiment({ trials: { total: 9, succeeded: 7, failed: 2 }, candidates: [{ name: 'xgb', trials: 9, succeeded: 7, bestTrial: 'families-xgb-2', score: 0.97 }] })), '7 of 9 2 failed'],
    ['trials that were deleted, and says so', study([run('xgb', { number: 0, scores: [0.9] })], experiment({ trials: { total: 9, succeeded: 7, failed: 2 } })), 'Deleted 8 trials'],
    ['no significant winner', study([run('xgb', { scores: [0.9, 0.8] })], experiment({ conditions: [{ type: 'Succeeded', status: 'True', reason: 'NoSignificantWinner', message: 'none', lastTransitionTime: '2026-01-01T00:00:00Z' }] })), 'Winner – xgb has the best score roc_auc'],
    ['equal scores', study([run('xgb', { scores: [0.9, 0.9] }), run('logistic', { scores: [0.9, 0.9] })]), 'interval unknown'],
    ['a single value of a parameter', study([run('xgb', { number: 0, scores: [0.9], parameters: { depth: 3 } })], experiment({}, { candidates: [{ name: 'xgb', algorithm: { name: 'xgboost' }, search: { space: [{ name: 'only', type: 'Categorical', values: ['x'] }] } }] })), 'only'],
    ['very long names', study([run('xgb', { number: 0, scores: [0.9], parameters: { [long]: long }, message: long })], experiment({ verdict: { text: long } }, { candidates }, long)), long],
    ['scores that are negative', study([run('xgb', { scores: [-3, -4], latencyP99Ms: 1 }), run('logistic', { scores: [-3.5, -4], latencyP99Ms: 2 })]), '-3.5'],
    ['a clock that runs backwards', study([run('xgb', { scores: [0.9], from: 100, to: 50 })]), 'Timeline'],
  ])('stands with %s', (_, of, fact) => {
    const text = page(of, program);
    elementsOf(text);
    expect(plain(text)).toContain(fact);
    expect(text).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });
});

it('takes no text of a user for markup', () => {
  const evil = '"><script>alert(1)</script><img src=x onerror=\'alert(1)\'>&';
  const { of, runs } = ended(3);
  // Whatever can hold a text that somebody else wrote holds this one.
  const poisoned = <T>(value: T, key = ''): T => {
    if (typeof value === 'string') return (['name', 'uid', 'trainyard.dev/candidate', 'trainyard.dev/trial', 'status', 'type', 'verdict', 'test', 'split', 'direction', 'strategy', 'startTime', 'completionTime', 'reason', 'sampler', 'scale', 'candidate', 'a', 'b', 'winner', 'trialRef'].includes(key) && !/families/.test(value) ? value : `${value}${evil}`) as T;
    if (Array.isArray(value)) return value.map((one) => poisoned(one as unknown, key)) as T;
    return typeof value === 'object' && value !== null ? (Object.fromEntries(Object.entries(value).map(([name, one]) => [key === 'parameters' ? `${name}${evil}` : name, poisoned(one as unknown, name)])) as T) : value;
  };
  const { metadata, ...others } = poisoned(of);
  const text = page(study(runs.map((one) => ({ ...poisoned(one), spec: poisoned(one.spec) })), { ...others, metadata: { ...metadata, uid: 'uid-1' } }), `${program}${evil}`);
  const elements = elementsOf(text);
  expect(text.match(/&lt;script&gt;/g)!.length).toBeGreaterThan(20);
  expect(elements.filter(({ name }) => name === 'script' || name === 'img')).toEqual([]);
  expect(elements.filter(({ attributes }) => [...attributes.keys()].some((name) => name.startsWith('on')))).toEqual([]);
});

it('is small and quick with a thousand trials', () => {
  const { of, runs } = ended(500);
  const before = performance.now();
  const text = page(study(runs, of), program);
  expect(performance.now() - before).toBeLessThan(5000);
  expect(text.length).toBeLessThan(1_500_000);
  expect(plain(text)).toContain('1001 trials');
  expect(text).toContain('120 are drawn');
});
