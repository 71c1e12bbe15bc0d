import type { Comment } from '../../../contracts/comments';

/**
 * A discussion as one Markdown document: a heading for each thread, and every comment as a quote
 * below the name of its author. Nothing that a visitor has typed leaves its quote.
 *
 * @param labelOf the label of a field
 */
export function discussionMarkdown(
  title: string,
  comments: Comment[],
  labelOf: (path: string) => string
): string {
  const threads = comments.filter(({ parent }) => parent === null);
  const parts = threads.map((first, index) => {
    const replies = comments.filter(({ parent }) => parent === first.id);
    return [
      `## ${index + 1}. ${inline(first.path === null ? title : labelOf(first.path))}`,
      ...(first.quote ? [`“${inline(first.quote.exact)}”`] : []),
      ...[first, ...replies].map(said),
      ...(first.resolvedAt ? [`Resolved ${minute(first.resolvedAt)}`] : []),
    ].join('\n\n');
  });
  return `${[`# ${inline(title)}`, ...parts].join('\n\n')}\n`;
}

function said({ author, createdAt, text }: Comment): string {
  const badge = author.kind === 'team' ? ' (team)' : '';
  const lines = text.split('\n').map((line) => `> ${line}`.trimEnd());
  return [`**${inline(author.name)}**${badge} · ${minute(createdAt)}`, lines.join('\n')].join(
    '\n\n'
  );
}

/** A text on one line, in which no sign is one of Markdown or HTML. */
function inline(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.replace(/[\\`*_{}[\]()<>#+\-.!|~&:@=]/g, '\\$&');
}

/** `2026-12-01 14:05 UTC` */
const minute = (date: string): string => `${date.slice(0, 16).replace('T', ' ')} UTC`;
