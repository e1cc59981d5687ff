export interface MetricLine {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const line = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (\S+)/;
const pair = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\.)*)"/g;

/** The samples with one of the given names in a page of the Prometheus text format (version 0.0.4). */
export function parseMetrics(page: string, names: ReadonlySet<string>): readonly MetricLine[] {
  const found: MetricLine[] = [];
  for (const text of page.split('\n')) {
    const match = line.exec(text);
    const name = match?.[1];
    if (match === null || name === undefined || !names.has(name)) continue;
    const labels: Record<string, string> = {};
    for (const [, key = '', value = ''] of (match[2] ?? '').matchAll(pair)) labels[key] = unescape(value);
    found.push({ name, labels, value: Number(match[3]) });
  }
  return found;
}

function unescape(value: string): string {
  return value.replace(/\\(.)/g, (_, char: string) => (char === 'n' ? '\n' : char));
}
