import type { RefusalReason } from '../../../contracts/errors';
import { describe, expect, it } from 'vitest';

import {
  renderEntryPage,
  renderExplainedRefusal,
  renderPasswordPage,
  renderRefusalPage,
} from '../../../server/src/page/render';
import { textsFor } from '../../../server/src/i18n/languages';
import { page as de } from '../../../server/src/i18n/de/page';
import { page as en } from '../../../server/src/i18n/en/page';
import { page as es } from '../../../server/src/i18n/es/page';
import { page as fr } from '../../../server/src/i18n/fr/page';
import { bodyOf, entry, field } from '../page/support';

type Words = Record<string, unknown>;

/** Returns every text, also those that a function builds. */
function wordsIn(words: Words, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([name, value]) => {
    if (typeof value === 'object' && value !== null)
      return wordsIn(value as Words, `${path}${name}.`);
    const make = value as (one: unknown, two: unknown) => string;
    return [[path + name, typeof value === 'function' ? make(2, 3) : String(value)]];
  });
}

describe('the texts of the page', () => {
  it.each([fr, de, es])('are complete and translated: $lang', (texts) => {
    const english = new Map(wordsIn(en));
    const others = wordsIn(texts);
    expect(others.map(([path]) => path)).toEqual([...english.keys()]);
    expect(others.filter(([, text]) => text.trim() === '')).toEqual([]);
    const same = others.filter(([path, text]) => english.get(path) === text).map(([path]) => path);
    // These words are the same in both languages.
    expect(same.filter((path) => !/^(video|audio|no|pages|fileTypes.archive)$/.test(path))).toEqual(
      []
    );
  });

  it.each([
    [['fr-CA', 'en'], 'fr'],
    [['sv', 'de'], 'de'],
    [['*'], 'en'],
    [[], 'en'],
    [['constructor', 'es'], 'es'],
  ])('are in the first available language of %j', (tags, lang) => {
    expect(textsFor(...tags).lang).toBe(lang);
  });
});

describe('a visitor', () => {
  const page = (languages: string[], locale: string | null) =>
    bodyOf([field('on', 'date', '2026-02-14')], { locale, status: 'draft' }, { languages });

  it('reads the texts of the page in their own language, and the entry in its language', () => {
    const html = page(['de'], 'fr');
    expect(html).toContain('<html lang="fr" dir="ltr">');
    expect(html).toContain('<a class="skip" href="#content" lang="de">Zum Inhalt springen</a>');
    expect(html).toContain('<p class="version" lang="de" dir="auto"><strong>Entwurf</strong>');
    expect(html).toContain('>14 février 2026</time>');
    expect(html).toContain('Aktualisiert am 11. Mai 2026');
  });

  it('without a language reads them in the language of the entry', () => {
    expect(page(['*'], 'fr')).toContain('<a class="skip" href="#content">Aller au contenu</a>');
    expect(page([], 'es')).toContain('Ir al contenido');
  });

  it('gets the refusal and the password form in their own language', () => {
    const languages = ['es-MX', 'en'];
    const refusal = renderRefusalPage({ languages }).html;
    expect(refusal).toContain('<html lang="es" dir="ltr">');
    expect(refusal).toContain('<h1>Enlace público no válido o caducado</h1>');
    expect(
      renderPasswordPage({ address: '/share/x', isWrong: true, isInFrame: true }, { languages })
        .html
    ).toContain('Esa contraseña no es correcta.');
    const explained = (reason: RefusalReason) =>
      renderExplainedRefusal({ reason, opensAt: null }, { languages: ['fr'] }).html;
    expect(explained('expired')).toContain('<h1>Accès refusé</h1>');
    expect(explained('paused')).toContain('l’a mis en pause.');
  });

  it('learns when the content was frozen', () => {
    const frozen = { status: 'frozen' as const, frozenAt: '2026-05-04T09:00:00.000Z' };
    const { html } = renderEntryPage(entry([], frozen), { languages: ['fr'] });
    expect(html).toContain('Voici l’état au 4 mai 2026.');
  });
});
