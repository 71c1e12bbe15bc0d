import { COMMENT_MAX_LENGTH } from '../../../contracts/comments';

export type CommentText = { text: string } | { refusal: 'empty' | 'too-long' };

/** Signs that turn the direction of what stands around them, and those that nobody can read. */
const UNWANTED = /[\u202a-\u202e\u2066-\u2069]|(?![\n\t])[\p{Cc}\p{Cs}]/gu;

/**
 * Checks the text of a comment, and brings it into the form in which it is stored: Markdown in one
 * form of Unicode, with line ends of one kind.
 */
export function commentText(typed: string): CommentText {
  const text = typed.normalize('NFC').replace(/\r\n?/g, '\n').replace(UNWANTED, '').trim();
  if (!/[^\s\p{Cf}]/u.test(text)) return { refusal: 'empty' };
  return [...text].length > COMMENT_MAX_LENGTH ? { refusal: 'too-long' } : { text };
}
