import { describe, expect, it } from 'vitest';

import { renderMarkdown } from '../../../../server/src/content/markdown';
import {
  BLOCK_TAGS,
  SKIPPED_ATTRIBUTES,
  SKIPPED_TAGS,
  textOfHtml,
} from '../../../../server/src/comments/anchor/html-text';

describe('the text of HTML', () => {
  it.each([
    ['<p>a <b>b</b>c</p>\n<p>d</p>', 'a bc\nd'],
    ['a<br>b<br />c', 'a\nb\nc'],
    ['<ul>\n<li>a\n<ul><li>b</li></ul></li>\n</ul>', 'a\nb'],
    ['<table><tr><th>a</th></tr><tr><td>b</td><td>c</td></tr></table>', 'a\nb\nc'],
    ['<p> <i>a</i>  b\nc </p>', 'a  b\nc'],
    ['<p>\u00a0a</p>', '\u00a0a'],
    ['<pre>\n  a\n\n  b\n</pre>', 'a\n\n  b'],
    ['<b>a</b> <b>b</b>', 'a b'],
    ['<p> </p><p></p>', ''],
  ])('has a line for each block: %j', (html, text) => {
    expect(textOfHtml(html)).toBe(text);
  });

  it.each([
    ['a &amp; &lt;b&gt; &quot;c&#x27; &nbsp;', 'a & <b> "c\' \u00a0'],
    ['&amp;lt;', '&lt;'],
    ['&#128512; &#x1F600;', '😀 😀'],
    ['&#150; &#0; &#xd800; &#x110000;', '– \ufffd \ufffd \ufffd'],
    ['& &x; &#; &amp', '& &x; &#; &amp'],
  ])('has characters for entities: %j', (html, text) => {
    expect(textOfHtml(html)).toBe(text);
  });

  it.each([
    ['a<!-- x <p> -->b', 'ab'],
    ['a<!-->b<!--->c', 'abc'],
    ['<script>if (a</b>c) "</p>"</script>d<STYLE>e</STYLE >f', 'df'],
    ['a<span hidden>b <span>c</span></span>d', 'ad'],
    ['a<div data-no-quote=""><div>b</div>c</div>d', 'a\nd'],
    ['a<input hidden>b<img alt="c > d">e', 'abe'],
    ['a<template><p>b<template>c</template></p></template>d', 'ad'],
    ["a<b title='hidden>' data-hidden>c</b>", 'ac'],
  ])('has nothing that is not shown: %j', (html, text) => {
    expect(textOfHtml(html)).toBe(text);
  });

  it.each([
    ['a < b <3 c', 'a < b <3 c'],
    ['a\r\nb\rc\0', 'a\nb\nc'],
    ['a\ud800b😀', 'a\ufffdb😀'],
    ['a<b', 'a'],
    ['a<b title="c', 'a'],
    ['a<!-- b', 'a'],
    ['a<script>b', 'a'],
    ['a<b hidden>c', 'a'],
    ['a</b>c</ d>e<?f>g<!h>i', 'acegi'],
  ])('is what a browser makes of odd HTML: %j', (html, text) => {
    expect(textOfHtml(html)).toBe(text);
  });

  it.each(BLOCK_TAGS)('has a line of its own for %s', (tag) => {
    expect(textOfHtml(`a<${tag}>b`)).toBe('a\nb');
    expect(textOfHtml(`a<${tag.toUpperCase()} title="c">b`)).toBe('a\nb');
  });

  it.each(SKIPPED_TAGS)('has nothing from %s', (tag) => {
    expect(textOfHtml(`a<${tag}><p>b</p></${tag}>c`)).toBe('ac');
  });

  it.each(SKIPPED_ATTRIBUTES)('has nothing from an element with %s', (attribute) => {
    expect(textOfHtml(`a<p ${attribute}>b</p>c<i ${attribute}="d">e</i>f`)).toBe('a\ncf');
  });

  it('is the text of Markdown, without its signs', () => {
    const html = renderMarkdown(
      '# A\n\nb **c**\nd\n\n> e\n\n1. f\n2. g\n\n| h | i |\n|---|---|\n| j | k |'
    );
    expect(textOfHtml(html)).toBe('A\nb c\nd\ne\nf\ng\nh\ni\nj\nk');
  });

  it('can be nested very deeply', () => {
    const deep = (tag: string) => `<${tag}>`.repeat(50_000) + 'a' + '</b>'.repeat(50_000);
    expect(textOfHtml(`${deep('b')}c`)).toBe('ac');
    expect(textOfHtml(`${deep('b hidden')}c`)).toBe('c');
  });
});
