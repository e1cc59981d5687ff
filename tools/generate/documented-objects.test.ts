import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkText } from '../../cli/check/check-text.ts';
import { unknownFields } from '../../cli/check/unknown-fields.ts';
import { fields } from '../../crds/generated/fields.ts';
import { repositoryFiles } from '../verify/files.ts';
import { blocksOf } from '../verify/shown-samples.ts';

interface Block {
  readonly page: string;
  readonly text: string;
}

const pages = repositoryFiles().filter(({ path }) => path.endsWith('.md'));
const found = (find: (page: string) => string[]): Block[] => pages.flatMap(({ path, text }) => find(text).map((block) => ({ page: path, text: block })));
const isObject = ({ text }: Block): boolean => /^apiVersion: /m.test(text);

/** What a shell command is given between `<<YAML` and `YAML`. */
function heredocsOf(page: string): string[] {
  return [...page.matchAll(/<<-?'?YAML'?\n([\s\S]*?)^YAML$/gm)].map(([, text = '']) => text);
}

describe('the pages', () => {
  it('show objects that an API server would take', () => {
    const shown = [...found(blocksOf), ...found(heredocsOf)].filter(isObject).map(({ page, text }) => checkText(page, text));
    expect(shown.flatMap(({ findings }) => findings)).toEqual([]);
    expect(shown.reduce((sum, { objects }) => sum + objects, 0)).toBeGreaterThan(10);
  });

  it('show parts of a spec in names of one of the kinds, and values that the chart has', () => {
    const parts = found(blocksOf).filter((block) => !isObject(block));
    expect(parts.length).toBeGreaterThan(5);
    expect(parts.filter((part) => !fitsAKind(part) && !fitsTheChart(parse(part.text), values))).toEqual([]);
  });
});

const values = parse(repositoryFiles().find(({ path }) => path === 'charts/trainyard/values.yaml')?.text ?? '') as unknown;

/** Every key is one of the chart's; what is empty by default may hold anything. */
function fitsTheChart(part: unknown, among: unknown): boolean {
  if (!isMap(part) || !isMap(among)) return !isMap(part);
  return Object.keys(among).length === 0 || Object.entries(part).every(([key, value]) => key in among && fitsTheChart(value, among[key]));
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Either the whole of spec, or fields of it. */
function fitsAKind({ text }: Block): boolean {
  const part = parse(text) as { readonly spec?: unknown };
  return Object.keys(fields).some((kind) => unknownFields(kind, part.spec ?? part).length === 0);
}
