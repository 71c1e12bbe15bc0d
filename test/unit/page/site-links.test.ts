import { expect, it } from 'vitest';

import { renderMarkdown } from '../../../server/src/content/markdown';
import { bodyOf, field } from './support';

it('a link to a page of another front end is shown as words, because the CMS has no such page', () => {
  const text =
    '[Getting started](/getting-started) [Plan](/uploads/plan.pdf) [Web](https://a.example/x)';
  const link = (url: string) => ({
    type: 'link',
    url,
    children: [{ type: 'text', text: 'Words' }],
  });
  const html = bodyOf([
    field('text', 'richtext', renderMarkdown(text)),
    field('blocks', 'blocks', [
      {
        type: 'paragraph',
        children: [link('/contact'), link('https://b.example/y'), link('#here')],
      },
    ]),
  ]);
  expect(html).toContain('Getting started');
  expect(html).toContain('Words');
  const addresses = [...html.matchAll(/<a href="([^"]*)"/g)].map(([, address]) => address);
  expect(addresses.filter((address) => address?.startsWith('/'))).toEqual(['/uploads/plan.pdf']);
  expect(addresses).toContain('https://a.example/x');
  expect(addresses).toContain('https://b.example/y');
});
