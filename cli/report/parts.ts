import { html, type Markup, type Part } from './html.ts';

/** A section of the page. `note`: how to read it. */
export function card(id: string, title: string, content: Part, note?: Part): Markup {
  return html`<section class="card" id="${id}"><h2>${title}</h2>${content}${note === undefined ? undefined : html`<p class="note">${note}</p>`}</section>
`;
}

/** Where there is nothing to draw, and why. */
export function absent(text: string): Markup {
  return html`<p class="absent">${text}</p>`;
}

export interface Column {
  readonly head: Part;
  /** Numbers are set to the right. */
  readonly numeric?: boolean;
}

/** The first cell of a row names it. `caption`: for those who do not see the heading above. */
export function table(caption: string, columns: readonly Column[], rows: readonly (readonly Part[])[]): Markup {
  const side = (at: number): string => (columns[at]?.numeric === true ? 'n' : 't');
  const cell = (part: Part, at: number): Markup => (at === 0 ? html`<th scope="row" class="${side(at)}">${part}</th>` : html`<td class="${side(at)}">${part}</td>`);
  return html`<div class="wide" tabindex="0" role="group" aria-label="${caption}"><table><caption>${caption}</caption><thead><tr>${columns.map(({ head }, at) => html`<th scope="col" class="${side(at)}">${head}</th>`)}</tr></thead><tbody>${rows.map((row) => html`<tr>${row.map(cell)}</tr>
`)}</tbody></table></div>`;
}

export function facts(pairs: readonly (readonly [name: string, value: Part])[]): Markup {
  return html`<dl>${pairs.flatMap(([name, value]) => (value === undefined ? [] : [html`<dt>${name}</dt><dd>${value}</dd>`]))}</dl>`;
}

export type Tone = 'good' | 'bad' | 'plain';

/** Each has a sign of its own: the colour is never all that tells them apart. */
const signs: Readonly<Record<Tone, string>> = { good: '✓ ', bad: '✕ ', plain: '' };

export function badge(text: string, tone: Tone): Markup {
  return html`<span class="badge ${tone}">${signs[tone]}${text}</span>`;
}
