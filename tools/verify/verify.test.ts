import { describe, expect, it } from 'vitest';
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
