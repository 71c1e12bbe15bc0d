import { describe, expect, it } from 'vitest';

import { guestName } from '../../../server/src/comments/guest-name';

const TEAM = ['Edith Editor', 'Ada', 'Studio Nord'];

describe('the name of a guest', () => {
  it.each([
    ['Maria', 'Maria'],
    ['  María   José \n', 'María José'],
    ['O’Brien-Smith', 'O’Brien-Smith'],
    ['李小龙', '李小龙'],
    ['محمد', 'محمد'],
    ['นภา', 'นภา'],
    ['Жанна', 'Жанна'],
    ['R2-D2', 'R2-D2'],
    ['Adam', 'Adam'],
    ['Teamo Kim', 'Teamo Kim'],
    ['', ''],
    [' \u200b\u202e ', ''],
  ])('%j is taken as %j', (typed, name) => {
    expect(guestName(typed, TEAM)).toEqual({ name });
  });

  it('loses signs of control and of direction', () => {
    expect(guestName('\u202eMa\u0000ri\u200ba\u2066', TEAM)).toEqual({ name: 'Ma ria' });
    expect(guestName('Maria\r\nBcc: x@example.com', TEAM)).toEqual({
      name: 'Maria Bcc: x@example.com',
    });
  });

  it.each([
    'Edith Editor',
    'edith editor',
    'Edith  Éditor',
    'Editor, Edith',
    'Edith-Editor (verified)',
    'Еdith Еditоr',
    'Ｅｄｉｔｈ Ｅｄｉｔｏｒ',
    'Ed1th Ed1tor',
    'EdIth EdItor',
    'Edith\u200bEditor',
    'E.d.i.t.h E.d.i.t.o.r',
    '𝐄𝐝𝐢𝐭𝐡 𝐄𝐝𝐢𝐭𝐨𝐫',
    'Ada',
    'АDА',
    'Studio Nord',
    'Studio N0rd Support',
  ])('is refused if it looks like one of the team: %j', (typed) => {
    expect(guestName(typed, TEAM)).toEqual({ refusal: 'reserved' });
  });

  it.each(['Admin', 'аdmin', 'The Team', 'Moderator', 'Site support', 'ADM1N'])(
    'is refused if it says what only the site may say: %j',
    (typed) => {
      expect(guestName(typed, [])).toEqual({ refusal: 'reserved' });
    }
  );

  it.each(['…', '👍', '- -', `Z${'\u0301'.repeat(8)}algo`])(
    'is refused if nobody can read it: %j',
    (typed) => {
      expect(guestName(typed, TEAM)).toEqual({ refusal: 'not-readable' });
    }
  );

  it('has 60 characters at most, of any size', () => {
    expect(guestName('ä'.repeat(60), TEAM)).toEqual({ name: 'ä'.repeat(60) });
    expect(guestName(`a${'😀'.repeat(59)}`, TEAM)).toEqual({ name: `a${'😀'.repeat(59)}` });
    expect(guestName('ä'.repeat(61), TEAM)).toEqual({ refusal: 'too-long' });
  });
});
