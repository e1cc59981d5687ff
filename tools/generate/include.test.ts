import { describe, expect, it } from 'vitest';
import { fillInclusions, inclusions, withoutInclusions } from './include.ts';

const sample = `# What it is.
kind: A
spec:
  model: tumour
  # Who gets what.
  traffic:
    hosts: [a]
    sticky: {userCookie: uid}

  # How.
  rollout: {strategy: Shadow}
`;

const read = (file: string): string | undefined => (file === 'a.yaml' ? sample : undefined);
const page = (marker: string, block = ''): string => `Before.\n\n<!-- include: ${marker} -->\n${block}<!-- end -->\n\nAfter.\n`;
const filled = (marker: string): string => fillInclusions('docs/a.md', page(marker), read);

describe('fillInclusions', () => {
  it('shows a whole file', () => {
    expect(filled('a.yaml')).toBe(page('a.yaml', `\`\`\`yaml\n${sample}\`\`\`\n`));
  });

  it('shows fields below the keys that lead to them, with the comments above them and no others', () => {
    expect(filled('a.yaml spec.traffic')).toContain('```yaml\nspec:\n  # Who gets what.\n  traffic:\n    hosts: [a]\n    sticky: {userCookie: uid}\n```');
    expect(filled('a.yaml spec.model spec.traffic.sticky')).toContain('```yaml\nspec:\n  model: tumour\n  traffic:\n    sticky: {userCookie: uid}\n```');
    expect(filled('a.yaml spec.rollout')).toContain('```yaml\nspec:\n  # How.\n  rollout: {strategy: Shadow}\n```');
  });

  it('replaces what differs, and leaves what does not', () => {
    const two = `${page('a.yaml', '```yaml\nold: 1\n```\n')}${page('a.yaml spec.model')}`;
    const once = fillInclusions('docs/a.md', two, read);
    expect(once).toBe(filled('a.yaml') + filled('a.yaml spec.model'));
    expect(fillInclusions('docs/a.md', once, read)).toBe(once);
  });

  it.each<[name: string, text: string, problem: string]>([
    ['a file that there is not', page('b.yaml'), 'docs/a.md includes b.yaml, which is no file'],
    ['a field that there is not', page('a.yaml spec.trafic'), 'docs/a.md includes spec.trafic of a.yaml'],
    ['a field inside of one line', page('a.yaml spec.rollout.strategy'), 'no such field on lines of its own'],
    ['a marker that nothing ends', '<!-- include: a.yaml -->\n', 'has no <!-- end -->'],
    ['a marker that the end of another would end', `<!-- include: a.yaml -->\n${page('a.yaml')}`, 'has no <!-- end -->'],
  ])('refuses %s', (_name, text, problem) => {
    expect(() => fillInclusions('docs/a.md', text, read)).toThrow(problem);
  });
});

it('a marker inside of a sentence is spoken of only', () => {
  expect(inclusions('Write `<!-- include: a.yaml -->` above.\n')).toEqual([]);
  expect(inclusions(page('a.yaml spec.model spec.rollout'))).toEqual([{ file: 'a.yaml', fields: ['spec.model', 'spec.rollout'] }]);
});

it('what was written by hand stays without the inclusions', () => {
  expect(withoutInclusions(filled('a.yaml'))).toBe('Before.\n\n\nAfter.\n');
});
