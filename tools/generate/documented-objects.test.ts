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

  it('show parts of a spec in names of one of the kinds', () => {
    const parts = found(blocksOf).filter((block) => !isObject(block));
    expect(parts.length).toBeGreaterThan(5);
    expect(parts.filter((part) => !fitsAKind(part))).toEqual([]);
  });
});

/** Either the whole of spec, or fields of it. */
function fitsAKind({ text }: Block): boolean {
  const part = parse(text) as { readonly spec?: unknown };
  return Object.keys(fields).some((kind) => unknownFields(kind, part.spec ?? part).length === 0);
}
