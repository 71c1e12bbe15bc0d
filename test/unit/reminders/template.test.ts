import { describe, expect, it } from 'vitest';

import { plainTitle } from '../../../server/src/reminders/plain-title';
import { writeMail } from '../../../server/src/reminders/template';

const facts = { title: 'Portal', name: 'For Lumen', url: 'https://cms.example.com/admin/x' };
const endsAt = new Date('2026-06-15T22:30:00Z');

describe('a title in a mail', () => {
  it.each([
    ['Portal', 'Portal'],
    ['  two\n\n lines\t', 'two lines'],
    ['a\r\n b\u0085c\u2028d\u2029e', 'a b c d e'],
    ['\u202egnp.exe\u2069', 'gnp.exe'],
    ['a\u0000b', 'a b'],
    ['see HTTPS://evil.example/x, please', 'see … please'],
    ['ftp://a.example www.b.example', '… …'],
    ['a/b: c//d', 'a/b: c//d'],
    ['Pay at evil.example/login now', 'Pay at evil·example/login now'],
    ['evil.com', 'evil·com'],
    ['(evil.com)', '(evil·com)'],
    ['www2.evil.co.uk:8080/?a', 'www2·evil·co·uk:8080/?a'],
    ['//evil.com', '//evil·com'],
    ['bücher.de 例え.テスト', 'bücher·de 例え·テスト'],
    ['xn--bcher-kva.example', 'xn--bcher-kva·example'],
    ['evil。com evil．com evil｡com evil․com', 'evil·com evil·com evil·com evil·com'],
    ['ｅｖｉｌ．ｃｏｍ', 'ｅｖｉｌ·ｃｏｍ'],
    ['evil.\u200bcom e\u00advil.com evil\u2060.\ufe0fcom', 'evil·com evil·com evil·com'],
    ['💩.la', '💩·la'],
    ['203.0.113.9/x', '203·0·113·9/x'],
    ['write to a@b.co', 'write to a @ b·co'],
    ['mailto:a@b.co', 'mailto:a @ b·co'],
    ['a＠b', 'a @ b'],
    ['\\\\evil\\share', '\\evil\\share'],
    ['Node.js 22 – Q3.2 report.pdf', 'Node.js 22 – Q3.2 report.pdf'],
    ['Nr. 3, z.B. at 10.30 or v1.2.3 …', 'Nr. 3, z.B. at 10.30 or v1.2.3 …'],
    ['.NET, e.g. this. And @all', '.NET, e.g. this. And @all'],
    ['evil.com.pdf', 'evil·com.pdf'],
    ['evil.pdf.com', 'evil·pdf·com'],
    ['今日。明日', '今日。明日'],
    ['family 👨‍👩‍👧 stays', 'family 👨‍👩‍👧 stays'],
    ['', ''],
  ])('is changed from %j to %j', (text, plain) => {
    expect(plainTitle(text)).toBe(plain);
  });

  it('has at most 80 characters, and splits none', () => {
    expect(plainTitle('é'.repeat(80))).toBe('é'.repeat(80));
    expect(plainTitle('😀'.repeat(81))).toBe(`${'😀'.repeat(79)}…`);
  });

  it('is read only as far as it can be shown', () => {
    expect(plainTitle(`${' '.repeat(1000)}told`)).toBe('');
  });
});

describe('a mail', () => {
  it.each([
    ['en', 'A share link ends on June 15, 2026: Portal', 'ends on June 15, 2026 at 10:30 PM UTC.'],
    ['de-AT', 'Ein Freigabelink endet am 15. Juni 2026: Portal', 'am 15. Juni 2026 um 22:30 UTC.'],
    ['es', 'Un enlace compartido termina el 15 de junio de 2026: Portal', '22:30 UTC.'],
    ['fr', 'Un lien de partage se termine le 15 juin 2026 : Portal', '22:30 UTC.'],
    ['ja', 'A share link ends on June 15, 2026: Portal', 'ends on June 15, 2026 at 10:30 PM UTC.'],
  ])('is in the language of the panel: %s', (language, subject, lead) => {
    const mail = writeMail({ kind: 'ending', endsAt }, { ...facts, language });
    expect(mail.subject).toBe(subject);
    expect(mail.text.replaceAll('\u202f', ' ')).toContain(lead);
    expect(mail.text).toContain('For Lumen');
    expect(mail.text).toContain(`\n${facts.url}\n`);
  });

  it.each(['en', 'de', 'es', 'fr'])('works without a name or a title: %s', (language) => {
    for (const news of [{ kind: 'ending', endsAt } as const, { kind: 'opened' } as const]) {
      const mail = writeMail(news, { ...facts, title: null, name: null, language });
      expect(mail.subject).toMatch(/: (Untitled|Ohne Titel|Sin título|Sans titre)$/);
      expect(mail.text).not.toMatch(/null|undefined|“”|„“|«\s*»/);
    }
  });
});
