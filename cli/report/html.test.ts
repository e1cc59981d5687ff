import { describe, expect, it } from 'vitest';
import { html, nothing, written, type Part } from './html.ts';
import { elementsOf } from './testing/well-formed.ts';

describe('the template', () => {
  it.each<[string, Part, string]>([
    ['an element of a user', '<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['the end of an attribute', '" onload="alert(1)', '&quot; onload=&quot;alert(1)'],
    ['the end of an attribute in single quotes', "' x='", '&#39; x=&#39;'],
    ['what looks escaped already', '&lt;b&gt;', '&amp;lt;b&amp;gt;'],
    ['control characters, which XML cannot hold', 'a\u0000b\u001bc', 'a\ufffdb\ufffdc'],
    ['half of a pair', 'a\ud800b', 'a\ufffdb'],
    ['line ends and tabs stay', 'a\n\tb', 'a\n\tb'],
    ['a number', 1.5, '1.5'],
    ['nothing', undefined, ''],
    ['a list, one after the other', ['a', 1, undefined, html`<b/>`, ['<']], 'a1<b/>&lt;'],
    ['no markup at all', nothing, ''],
  ])('puts in %s', (_, part, expected) => {
    expect(written(html`<p title="${part}">${part}</p>`)).toBe(`<p title="${expected}">${expected}</p>`);
  });

  it('takes nothing for markup that came as JSON, whatever its shape', () => {
    for (const forged of ['{"markup":"<b>"}', '{"Symbol(markup)":"<b>"}', '{"toString":"<b>"}']) expect(written(JSON.parse(forged) as Part)).not.toBe('<b>');
  });
});

describe('the reader of the tests', () => {
  it.each([
    ['tags that cross', '<a><b></a></b>', '</a> closes nothing'],
    ['a tag that is never closed', '<a><b/>', 'never closed: a'],
    ['a bare &', '<a>1 & 2</a>', 'a bare &'],
    ['a bare & in an attribute', '<a b="1 & 2"/>', 'a bare &'],
    ['a bare <', '<a>1 < 2</a>', 'no tag'],
    ['an attribute without quotes', '<a b=1/>', 'no tag'],
    ['an attribute twice', '<a b="1" b="2"/>', 'the attribute b stands twice'],
    ['an id twice', '<a id="1"><a id="1"/></a>', 'the id 1 stands twice'],
  ])('finds %s', (_, document, message) => {
    expect(() => elementsOf(document)).toThrow(message);
  });
  it('knows where an element stands', () => {
    expect(elementsOf('<!DOCTYPE html>\n<a><b c="d">x &amp; y</b></a>').map(({ name, within }) => [name, within])).toEqual([['a', []], ['b', ['a']]]);
  });
});
