// Relative links in Markdown: the file must be there, and the heading in it too.
import { dirname, join, normalize } from 'node:path';
import { anchor } from '../generate/markdown.ts';
import { repositoryFiles, type RepositoryFile } from './files.ts';

/** `path: link` for each link that leads nowhere. */
export function brokenLinks(files: readonly RepositoryFile[] = repositoryFiles()): string[] {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const folders = new Set(files.flatMap(({ path }) => parents(path)));
  return files
    .filter(({ path }) => path.endsWith('.md'))
    .flatMap(({ path, text }) => linksIn(text).filter((link) => !leadsSomewhere(path, link, texts, folders)).map((link) => `${path}: ${link}`));
}

function linksIn(text: string): string[] {
  const prose = text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').replace(/`[^`\n]*`/g, '');
  const links = [...prose.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g), ...prose.matchAll(/(?:href|src)="([^"]+)"/g)].map((match) => match[1] ?? '');
  return links.filter((link) => !/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(link));
}

function leadsSomewhere(from: string, link: string, texts: ReadonlyMap<string, string>, folders: ReadonlySet<string>): boolean {
  const [file = '', heading] = link.split('#');
  const path = file === '' ? from : normalize(join(dirname(from), decodeURIComponent(file))).replace(/\/$/, '');
  const text = texts.get(path);
  if (text === undefined) return folders.has(path);
  return heading === undefined || !path.endsWith('.md') || headings(text).has(heading);
}

/** GitHub numbers the anchors of headings that are the same. */
function headings(text: string): Set<string> {
  const found = new Set<string>();
  for (const [, title = ''] of text.matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)) {
    const name = anchor(title.replaceAll('`', ''));
    let unique = name;
    for (let count = 1; found.has(unique); count += 1) unique = `${name}-${String(count)}`;
    found.add(unique);
  }
  return found;
}

function parents(path: string): string[] {
  const folder = dirname(path);
  return folder === '.' ? ['.'] : [folder, ...parents(folder)];
}
