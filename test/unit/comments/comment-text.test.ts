import { describe, expect, it } from 'vitest';

import { COMMENT_MAX_LENGTH } from '../../../contracts/comments';
import { commentText } from '../../../server/src/comments/comment-text';

describe('the text of a comment', () => {
  it('is stored in one form of Unicode, with line ends of one kind', () => {
    expect(commentText(' e\u0301\r\na\rb\u0000c\n ')).toEqual({ text: 'é\na\nbc' });
  });

  it('keeps joined emoji, and loses signs that turn the direction', () => {
    expect(commentText('👩‍💻 \u202eevil\u2066')).toEqual({ text: '👩‍💻 evil' });
  });

  it.each(['', ' \n\t ', '\u200b\u200d', '\u202e', '\u0000'])(
    'is refused if empty: %j',
    (typed) => {
      expect(commentText(typed)).toEqual({ refusal: 'empty' });
    }
  );

  it('has 5,000 characters at most, of any size', () => {
    expect(commentText('😀'.repeat(COMMENT_MAX_LENGTH))).toHaveProperty('text');
    expect(commentText('a'.repeat(COMMENT_MAX_LENGTH + 1))).toEqual({ refusal: 'too-long' });
  });
});
