// Files shown in Markdown: what stands between `<!-- include: path -->` and `<!-- end -->` is made from the file, so that a
// page cannot say something else than what is applied. `<!-- include: path spec.rollout spec.traffic -->` shows these
// fields of a YAML file alone, below the keys that lead to them.
import { extname } from 'node:path';
import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';

export interface Inclusion {
  /** From the root of the repository. */
  readonly file: string;
  /** None means the whole file. */
  readonly fields: readonly string[];
}

const marker = /^<!-- include: (.+?) -->\n/gm;
const end = '<!-- end -->\n';

export function inclusions(page: string): Inclusion[] {
  return [...page.matchAll(marker)].map(([, words = '']) => inclusion(words));
}

/** The page as it should be. `read` gives undefined for a file that there is not. */
export function fillInclusions(path: string, page: string, read: (file: string) => string | undefined): string {
  let [filled, rest] = ['', page];
  for (const [begin, words = ''] of page.matchAll(marker)) {
    const { file, fields } = inclusion(words);
    const text = read(file);
    if (text === undefined) throw new Error(`${path} includes ${file}, which is no file of the repository`);
    const from = rest.indexOf(begin) + begin.length;
    const to = rest.indexOf(end, from);
    const next = rest.indexOf('<!-- include: ', from);
    if (to < 0 || (next >= 0 && next < to)) throw new Error(`${path}: "${begin.trim()}" has no ${end.trim()}`);
    filled += `${rest.slice(0, from)}\`\`\`${extname(file).slice(1)}\n${shown(path, file, text, fields)}\`\`\`\n${end}`;
    rest = rest.slice(to + end.length);
  }
  return filled + rest;
}

/** The page without its inclusions: what somebody wrote by hand. */
export function withoutInclusions(page: string): string {
  return page.replace(/^<!-- include: .+? -->\n[\s\S]*?^<!-- end -->\n/gm, '');
}

function inclusion(words: string): Inclusion {
  const [file = '', ...fields] = words.split(' ');
  return { file, fields };
}

function shown(path: string, file: string, text: string, fields: readonly string[]): string {
  if (fields.length === 0) return text.endsWith('\n') ? text : `${text}\n`;
  const lines = text.split('\n');
  const kept = new Set(fields.flatMap((field) => {
    const found = linesOf(text, lines, field.split('.'));
    if (found === undefined) throw new Error(`${path} includes ${field} of ${file}, which has no such field on lines of its own`);
    return found;
  }));
  return lines.filter((_, index) => kept.has(index)).join('\n') + '\n';
}

/** Numbers of the lines that a field takes, with the comment above it and the keys that lead to it. */
function linesOf(text: string, lines: readonly string[], steps: readonly string[]): number[] | undefined {
  const counter = new LineCounter();
  const kept: number[] = [];
  let node: unknown = parseDocument(text, { lineCounter: counter }).contents;
  let last = -1;
  for (const step of steps) {
    const pair = isMap(node) && node.flow !== true ? node.items.find(({ key }) => isScalar(key) && key.value === step) : undefined;
    if (!isNode(pair?.key) || !isNode(pair.value)) return undefined;
    kept.push(counter.linePos(pair.key.range?.[0] ?? 0).line - 1);
    last = counter.linePos(text.slice(0, pair.value.range?.[1]).trimEnd().length).line - 1;
    node = pair.value;
  }
  const key = kept.at(-1) ?? 0;
  let first = key;
  while (isComment(lines[first - 1])) first -= 1;
  // What stands below the field and no deeper than its key is about the next one.
  while (isComment(lines[last]) && indent(lines[last]) <= indent(lines[key])) last -= 1;
  return [...kept, ...Array.from({ length: last - first + 1 }, (_, i) => first + i)];
}

function isComment(line: string | undefined): boolean {
  return line !== undefined && /^\s*#/.test(line);
}

function indent(line = ''): number {
  return line.length - line.trimStart().length;
}
