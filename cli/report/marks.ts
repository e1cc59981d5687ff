import { html, type Markup } from './html.ts';
import { round, titled } from './svg.ts';
import { shortened } from './words.ts';

// A candidate is known by a colour and by a shape, so that no one needs to tell colours apart.

type Shape = (x: number, y: number, r: number) => string;

function polygon(corners: readonly (readonly [x: number, y: number])[]): Shape {
  return (x, y, r) => `M${corners.map(([dx, dy]) => `${round(x + dx * r)} ${round(y + dy * r)}`).join('L')}z`;
}

const shapes: readonly Shape[] = [
  (x, y, r) => `M${round(x - r)} ${round(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`,
  polygon([[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]]),
  polygon([[0, -1.15], [1.1, 0.85], [-1.1, 0.85]]),
  polygon([[0, -1.25], [1.25, 0], [0, 1.25], [-1.25, 0]]),
  polygon([[0, 1.15], [1.1, -0.85], [-1.1, -0.85]]),
  polygon([[-0.4, -1.1], [0.4, -1.1], [0.4, -0.4], [1.1, -0.4], [1.1, 0.4], [0.4, 0.4], [0.4, 1.1], [-0.4, 1.1], [-0.4, 0.4], [-1.1, 0.4], [-1.1, -0.4], [-0.4, -0.4]]),
  polygon([[-1.2, -0.6], [1.2, -0.6], [1.2, 0.6], [-1.2, 0.6]]),
  polygon([[-0.6, -1.2], [0.6, -1.2], [0.6, 1.2], [-0.6, 1.2]]),
];
/** As many as the style sheet has. */
const colours = 8;

/** The second eight candidates have the colours of the first with other shapes. */
export function candidateMark(place: number, x: number, y: number, { style = '', title, r = 4 }: { readonly style?: string; readonly title?: string; readonly r?: number } = {}): Markup {
  const shape = shapes[(place + Math.floor(place / colours)) % shapes.length] as Shape;
  return html`<path d="${shape(x, y, r)}" class="${`m ${colourOf(place)} ${style}`.trim()}">${titled(title)}</path>`;
}

export function colourOf(place: number): string {
  return `c${place % colours}`;
}

/** A cross, for what has no score. */
export function cross(x: number, y: number, style: string, title: string): Markup {
  return html`<path d="M${round(x - 3.5)} ${round(y - 3.5)}l7 7m0 -7l-7 7" class="${style}"><title>${title}</title></path>`;
}

/** A short bar, for what was ended early. */
export function bar(x: number, y: number, style: string, title: string): Markup {
  return html`<path d="M${round(x - 4)} ${round(y)}h8" class="${style}"><title>${title}</title></path>`;
}

export interface LegendEntry {
  readonly mark: Markup;
  readonly text: string;
}

/** Drawn around 8, 8 in a square of 16. */
export function legend(entries: readonly LegendEntry[]): Markup {
  return html`<ul class="legend">${entries.map(({ mark, text }) => html`<li>${swatch(mark)}${shortened(text, 80)}</li>`)}</ul>`;
}

export function swatch(mark: Markup): Markup {
  return html`<svg class="swatch" viewBox="0 0 16 16" aria-hidden="true">${mark}</svg>`;
}
