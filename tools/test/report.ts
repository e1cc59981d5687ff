import { readFile } from 'node:fs/promises';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Each failed case with the first lines of what it said. */
  readonly failures?: readonly string[];
}

/** Sums the test cases of a JUnit file; undefined when the runner wrote none. */
export async function readReport(file: string): Promise<Counts | undefined> {
  let xml: string;
  try {
    xml = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const cases = xml.match(/<testcase\b[^>]*?(?:\/>|>[\s\S]*?<\/testcase>)/g) ?? [];
  const broken = cases.filter((one) => /<(failure|error)\b/.test(one));
  const skipped = cases.filter((one) => /<skipped\b/.test(one)).length;
  return { passed: cases.length - broken.length - skipped, failed: broken.length, skipped, failures: broken.map(describe) };
}

const shownLines = 6;

function describe(testcase: string): string {
  const name = [attribute(testcase, 'classname'), attribute(testcase, 'name')].filter(Boolean).join(' > ');
  const said = unescaped(/<(?:failure|error)\b[^>]*>([\s\S]*?)<\/(?:failure|error)>/.exec(testcase)?.[1] ?? '').trim();
  return [name, ...said.split('\n').slice(0, shownLines).map((line) => `    ${line}`)].join('\n');
}

function attribute(testcase: string, name: string): string {
  return unescaped(new RegExp(`<testcase\\b[^>]*\\s${name}="([^"]*)"`).exec(testcase)?.[1] ?? '');
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function unescaped(text: string): string {
  return text
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1')
    .replace(/&(lt|gt|quot|apos|amp);/g, (whole, entity: string) => entities[entity] ?? whole);
}
