/** Only this module can make one, so that no text of a user is ever taken for markup: JSON holds no symbols. */
const markup = Symbol('markup');

export interface Markup {
  readonly [markup]: string;
}

export type Part = Markup | string | number | undefined | readonly Part[];

/** Markup as it stands in the template; whatever is put in is escaped, unless it was made by this function too. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { [markup]: texts.map((text, i) => text + (i < parts.length ? written(parts[i]) : '')).join('') };
}

export const nothing = html``;

export function written(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'string') return escapeText(part);
  if (typeof part === 'number') return String(part);
  return isList(part) ? part.map(written).join('') : part[markup];
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Safe in a text and in a quoted attribute. What no document may hold, control characters and halves of pairs, becomes U+FFFD. */
function escapeText(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are the ones meant
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, '\ufffd').replace(/[&<>"']/g, (one) => entities[one] ?? one);
}

function isList(part: Markup | readonly Part[]): part is readonly Part[] {
  return Array.isArray(part);
}
