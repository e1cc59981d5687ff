import { html, type Markup, type Part } from './html.ts';
import { shortened } from './words.ts';

/** To a tenth of a pixel, which nobody sees and which keeps the page small. */
export function round(value: number): number {
  return Number.isFinite(value) ? Math.round(value * 10) / 10 : 0;
}

export interface Figure {
  /** Of the figure in the page. */
  readonly id: string;
  readonly title: string;
  /** What the figure shows, for those who do not see it. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
}

/** One that is as wide as its place, and scrolls where that is too narrow for its texts. */
export function figure({ id, title, description, width, height }: Figure, body: Part): Markup {
  return html`<div class="wide" tabindex="0" role="group" aria-label="${title}"><svg viewBox="0 0 ${round(width)} ${round(height)}" role="img" aria-labelledby="${id}-t ${id}-d"><title id="${id}-t">${title}</title><desc id="${id}-d">${description}</desc>${body}</svg></div>`;
}

export type Anchor = 'start' | 'middle' | 'end';

export function label(x: number, y: number, text: string, anchor: Anchor = 'start', style?: string): Markup {
  return html`<text x="${round(x)}" y="${round(y)}"${anchor === 'start' ? undefined : html` text-anchor="${anchor}"`}${classOf(style)}>${text}</text>`;
}

export function line(from: readonly [x: number, y: number], to: readonly [x: number, y: number], style: string): Markup {
  return html`<line x1="${round(from[0])}" y1="${round(from[1])}" x2="${round(to[0])}" y2="${round(to[1])}" class="${style}"/>`;
}

export function rectangle(x: number, y: number, width: number, height: number, style: string, title?: string): Markup {
  return html`<rect x="${round(x)}" y="${round(y)}" width="${round(Math.max(0, width))}" height="${round(Math.max(0, height))}" class="${style}">${titled(title)}</rect>`;
}

export function polyline(points: readonly (readonly [x: number, y: number])[], style: string, title?: string): Markup {
  return html`<path d="${points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('')}" class="${style}">${titled(title)}</path>`;
}

export function titled(title: string | undefined): Markup | undefined {
  return title === undefined ? undefined : html`<title>${title}</title>`;
}

/** Letters of the size that the style sheet gives are about so wide. */
const letter = 6.2;

/** As much of a text as fits. */
export function fitting(text: string, width: number): string {
  return shortened(text, Math.max(1, Math.floor(width / letter)));
}

function classOf(style: string | undefined): Markup | undefined {
  return style === undefined ? undefined : html` class="${style}"`;
}
