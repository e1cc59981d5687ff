// A reader of XML as strict as a test needs it; no parser is among our packages.

export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Names of the elements around it, outermost first. */
  readonly within: readonly string[];
}

const tag = /<(\/)?([A-Za-z][A-Za-z0-9-]*)((?:\s+[A-Za-z][A-Za-z0-9:-]*="[^"<]*")*)\s*(\/)?>/y;
const text = /[^<]+/y;

/** Every element of a document; throws where its tags do not nest, where an attribute or an id stands twice, or where an & or a < stands bare. */
export function elementsOf(document: string): readonly Element[] {
  const source = document.replace(/^<!DOCTYPE html>\n/, '');
  const elements: Element[] = [];
  const open: string[] = [];
  const ids = new Set<string>();
  const wrong = (what: string, at: number): never => {
    throw new Error(`${what}: ${source.slice(Math.max(0, at - 40), at + 80)}`);
  };
  for (let at = 0; at < source.length; ) {
    text.lastIndex = at;
    const plain = text.exec(source)?.[0];
    if (plain !== undefined) {
      if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(plain)) wrong('a bare &', at);
      at += plain.length;
      continue;
    }
    tag.lastIndex = at;
    const found = tag.exec(source) ?? wrong('no tag', at);
    const [whole, closing, name = '', written = '', empty] = found;
    if (closing === undefined) {
      elements.push({ name, attributes: attributesOf(written, ids), within: [...open] });
      if (empty === undefined) open.push(name);
    } else if (open.pop() !== name) wrong(`</${name}> closes nothing`, at);
    at += whole.length;
  }
  if (open.length > 0) throw new Error(`never closed: ${open.join(', ')}`);
  return elements;
}

function attributesOf(written: string, ids: Set<string>): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', value = ''] of written.matchAll(/([A-Za-z][A-Za-z0-9:-]*)="([^"]*)"/g)) {
    if (attributes.has(name)) throw new Error(`the attribute ${name} stands twice:${written}`);
    if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(value)) throw new Error(`a bare & in ${name}:${written}`);
    if (name === 'id' && ids.has(value)) throw new Error(`the id ${value} stands twice`);
    if (name === 'id') ids.add(value);
    attributes.set(name, value);
  }
  return attributes;
}

/** The text between two tags, and around them, without any tag. */
export function plain(document: string): string {
  return document.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
