import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';

import type { Comment } from '../../../contracts/comments';
import { discussionCsv } from '../../../server/src/comments/discussion-csv';
import { discussionMarkdown } from '../../../server/src/comments/discussion-markdown';

const comment = (changes: Partial<Comment>): Comment => ({
  id: 1,
  parent: null,
  path: 'summary',
  quote: { exact: 'the new pier', prefix: '', suffix: '' },
  place: 'here',
  text: 'Which one?',
  html: '<p>Which one?</p>',
  author: { name: 'Maria', kind: 'guest' },
  createdAt: '2026-12-01T14:05:06.000Z',
  editedAt: null,
  resolvedAt: null,
  mine: false,
  ...changes,
});

const written = async (comments: Comment[]) => {
  const batches = (async function* () {
    yield comments;
  })();
  let text = '';
  for await (const piece of discussionCsv(batches)) text += piece;
  return text.split('\r\n');
};

/** HTML without its quotes, which can stand in each other. */
function outsideQuotes(html: string): string {
  let depth = 0;
  return html
    .split(/(<\/?blockquote>)/)
    .filter((part) => {
      if (part === '<blockquote>') depth += 1;
      else if (part === '</blockquote>') depth -= 1;
      return depth === 0 && part !== '</blockquote>';
    })
    .join('');
}

describe('a discussion as CSV', () => {
  it('has a row for each comment, with its thread', async () => {
    const [heading, first, reply] = await written([
      comment({}),
      comment({ id: 2, parent: 1, quote: null, author: { name: 'Edith', kind: 'team' } }),
    ]);
    expect(heading).toBe('\uFEFFid,thread,time,author,kind,field,quote,place,text,edited,resolved');
    expect(first).toBe(
      '1,1,2026-12-01T14:05:06.000Z,Maria,guest,summary,the new pier,here,Which one?,,'
    );
    expect(reply).toBe('2,1,2026-12-01T14:05:06.000Z,Edith,team,summary,,,Which one?,,');
  });

  it('has no formula, whoever has typed it', async () => {
    const bad = '=HYPERLINK("https://evil.example")';
    const quote = { exact: '+1', prefix: '', suffix: '' };
    const author = { name: '@SUM(1)', kind: 'guest' } as const;
    const [, row] = await written([comment({ text: bad, quote, author })]);
    expect(row).toContain(",'@SUM(1),");
    expect(row).toContain(",'+1,");
    expect(row).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
  });
});

describe('a discussion as Markdown', () => {
  const labelOf = (path: string) => (path === 'summary' ? 'Summary' : path);

  it('has a heading for each thread, and says who said what', () => {
    const text = discussionMarkdown(
      'Harbour Line',
      [
        comment({ resolvedAt: '2026-12-02T09:00:00.000Z' }),
        comment({
          id: 2,
          parent: 1,
          text: 'The one\n\nin the north',
          author: { name: 'Edith', kind: 'team' },
        }),
        comment({ id: 3, path: null, quote: null, text: 'Well done' }),
      ],
      labelOf
    );
    expect(text).toBe(
      [
        '# Harbour Line',
        '## 1. Summary',
        '“the new pier”',
        '**Maria** · 2026-12-01 14:05 UTC',
        '> Which one?',
        '**Edith** (team) · 2026-12-01 14:05 UTC',
        '> The one\n>\n> in the north',
        'Resolved 2026-12-02 09:00 UTC',
        '## 2. Harbour Line',
        '**Maria** · 2026-12-01 14:05 UTC',
        '> Well done\n',
      ].join('\n\n')
    );
  });

  it('keeps all that visitors have typed inside their quotes', () => {
    const html = new MarkdownIt().render(
      discussionMarkdown(
        '# Title <b>',
        [
          comment({
            text: '# Heading\n\n---\n\n**Edith** (team)\n\n> agreed\n\n```\nopen',
            author: { name: '**Edith** (team)\n\n# x', kind: 'guest' },
            quote: { exact: '](https://evil.example) <img src=x>', prefix: '', suffix: '' },
          }),
          comment({ id: 2, text: 'after' }),
        ],
        labelOf
      )
    );
    const outside = outsideQuotes(html);
    expect(outside.match(/<h[1-6]>/g)).toEqual(['<h1>', '<h2>', '<h2>']);
    expect(outside).not.toMatch(/<(?:a|img|hr|pre)\b/);
    expect(outside).toContain('<strong>**Edith** (team) # x</strong>');
    expect(html).toContain('<p>after</p>');
  });
});
