import { describe, expect, it } from 'vitest';
import { missingRows, rowsShown } from './acceptance.ts';
import { holds } from './foreign-names.ts';
import { brokenLinks } from './links.ts';

describe('brokenLinks', () => {
  const files = [
    { path: 'docs/guide.md', text: '# Guide\n## First `step`\n## First step\n' },
    { path: 'docs/adr/0001.md', text: '' },
    { path: 'crds/a.yaml', text: '' },
  ];

  it.each([
    { link: 'docs/guide.md', leads: true },
    { link: './docs/guide.md#first-step', leads: true },
    { link: 'docs/guide.md#first-step-1', leads: true },
    { link: 'docs/adr/', leads: true },
    { link: 'crds/a.yaml', leads: true },
    { link: 'https://example.org/nothing', leads: true },
    { link: '#here', leads: true },
    { link: 'docs/guide.md#no-such-heading', leads: false },
    { link: 'docs/missing.md', leads: false },
    { link: '#elsewhere', leads: false },
  ])('$link leads somewhere: $leads', ({ link, leads }) => {
    const readme = { path: 'README.md', text: `# Here\nSee [it](${link}).\n\`\`\`\n[code](nowhere)\n\`\`\`\n` };
    expect(brokenLinks([...files, readme])).toEqual(leads ? [] : [`README.md: ${link}`]);
  });
});

describe('holds', () => {
  it.each([
    { line: 'cd /home/ada/project', found: true },
    { line: 'path="/home/ada"', found: true },
    { line: 'cd /home/ada-too', found: false },
    { line: 'cd $root/home/ada', found: false },
  ])('$line: $found', ({ line, found }) => {
    expect(holds(line, '/home/ada')).toBe(found);
  });
});

describe('the acceptance list', () => {
  const all = Array.from({ length: 31 }, (_, i) => i + 1);
  const tests = (numbers: readonly number[]): { path: string; text: string }[] => [{ path: 'test/a.test.ts', text: numbers.map((row) => `it('acceptance ${row}: holds', run);`).join('\n') }];

  it.each([
    { text: "it('acceptance 7: aborts', run);", expected: [7] },
    { text: "it('acceptance 2, 3: promotes', run);", expected: [2, 3] },
    { text: "] as const)('acceptance 11: crash loop', run);", expected: [11] },
    { text: '// acceptance 4: spoken of', expected: [] },
  ])('$text names $expected', ({ text, expected }) => {
    expect(rowsShown(text)).toEqual(expected);
  });

  it.each([
    { name: 'every row', numbers: all, expected: [] },
    { name: 'a row without a test', numbers: all.filter((row) => row !== 12), expected: ['no test is named "acceptance 12: …"'] },
    { name: 'a row that there is not', numbers: [...all, 32], expected: [expect.stringContaining('acceptance 32')] },
  ])('$name', ({ numbers, expected }) => {
    expect(missingRows(tests(numbers))).toEqual(expected);
  });
});
