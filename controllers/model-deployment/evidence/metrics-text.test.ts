import { describe, expect, it } from 'vitest';
import { parseMetrics } from './metrics-text.ts';

const parse = (page: string): unknown => parseMetrics(page, new Set(['requests_total', 'started'])).map(({ name, labels, value }) => [name, labels, value]);

describe('a line of the Prometheus text format', () => {
  it.each<[name: string, line: string, samples: unknown]>([
    ['without labels', 'started 7', [['started', {}, 7]]],
    ['with labels', 'requests_total{code="5xx",model="tumour"} 3', [['requests_total', { code: '5xx', model: 'tumour' }, 3]]],
    ['with empty labels', 'requests_total{} 3', [['requests_total', {}, 3]]],
    ['with a comma at the end', 'requests_total{code="5xx",} 3', [['requests_total', { code: '5xx' }, 3]]],
    ['with a timestamp', 'started 7 1700000000000', [['started', {}, 7]]],
    ['with an exponent', 'started 1.7e+09', [['started', {}, 1_700_000_000]]],
    ['with a fraction', 'started 1700000000.25', [['started', {}, 1_700_000_000.25]]],
    ['with an escaped quote', 'requests_total{model="a\\"b"} 1', [['requests_total', { model: 'a"b' }, 1]]],
    ['with an escaped backslash before an n', 'requests_total{model="a\\\\n"} 1', [['requests_total', { model: 'a\\n' }, 1]]],
    ['with an escaped line feed', 'requests_total{model="a\\nb"} 1', [['requests_total', { model: 'a\nb' }, 1]]],
    ['with a brace in a value', 'requests_total{model="a} 9",code="2xx"} 1', [['requests_total', { model: 'a} 9', code: '2xx' }, 1]]],
    ['of another metric', 'requests_totals 1', []],
    ['of a comment', '# HELP requests_total how many', []],
    ['that is cut off', 'requests_total{code="2x', []],
    ['that is empty', '', []],
  ])('%s', (_name, line, samples) => {
    expect(parse(line)).toEqual(samples);
  });
  it('among others, whatever ends them', () => {
    expect(parse('# TYPE started gauge\r\nstarted 7\r\nother 1\r\nrequests_total{code="2xx"} 2\r\n')).toEqual([['started', {}, 7], ['requests_total', { code: '2xx' }, 2]]);
  });
});
