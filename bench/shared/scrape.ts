import { request } from 'undici';

export interface Series {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const deadlineMs = 10_000;

/** Everything that `/metrics` of a local process tells. */
export async function scrape(port: number): Promise<Series[]> {
  const { body } = await request(`http://127.0.0.1:${port}/metrics`, { headersTimeout: deadlineMs, bodyTimeout: deadlineMs });
  return parseMetrics(await body.text());
}

/** The Prometheus text format, without time stamps. */
export function parseMetrics(text: string): Series[] {
  return text.split('\n').flatMap((line) => {
    const match = /^([A-Za-z_:][\w:]*)(?:\{(.*)\})? (\S+)$/.exec(line);
    if (match === null) return [];
    const labels = Object.fromEntries([...(match[2] ?? '').matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, name = '', value = '']) => [name, value]));
    return [{ name: match[1] ?? '', labels, value: Number(match[3]) }];
  });
}

/** The sum of all series of a name whose labels are as asked; 0 when there is none. */
export function sum(series: readonly Series[], name: string, labels: Readonly<Record<string, string>> = {}): number {
  return series.filter((one) => one.name === name && Object.entries(labels).every(([label, value]) => one.labels[label] === value)).reduce((total, { value }) => total + value, 0);
}
