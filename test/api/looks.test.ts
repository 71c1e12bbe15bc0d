import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { mintToken } from '../../server/src/links/rules/token';
import { loadStylesheet } from '../../server/src/public/stylesheet';
import { login } from '../support/client';
import { PAGE, createEntry } from '../support/entries';
import { send } from '../support/http';
import { shareEntry } from '../support/sharing';
import { useApp } from '../support/use-app';

const folder = mkdtempSync(path.join(tmpdir(), 'looks-'));
const stylesheet = path.join(folder, 'own.css');
writeFileSync(stylesheet, ':root { --corner: 0 }');
afterAll(() => rmSync(folder, { recursive: true }));

const app = useApp({ PAGE_STYLESHEET: stylesheet });

const page = async (token: string, languages: string) => {
  const answer = await send(`${app.url}/share/${token}`, {
    headers: { 'Accept-Language': languages },
  });
  return { csp: answer.headers.get('content-security-policy') ?? '', html: answer.text };
};

const french = async () => {
  const { documentId } = await createEntry(app, PAGE, { title: 'Accueil' }, { locale: 'fr' });
  return shareEntry(app, { by: 'admin', contentType: PAGE, documentId, locale: 'fr' });
};

describe('the style sheet of a site', () => {
  it('is on every page, also on a refusal, and the policy allows no other style', async () => {
    const { token } = await french();
    for (const { html, csp } of [await page(token, 'en'), await page(mintToken(), 'en')]) {
      expect(html).toContain('<style>:root { --corner: 0 }</style></head>');
      expect(csp).toMatch(/style-src 'sha256-[^']+' 'sha256-[^']+';/);
      expect(csp).not.toContain('unsafe');
    }
  });

  it('is not among the settings, which can be saved again as they were read', async () => {
    const admin = await login(app, 'admin');
    const { body } = await admin<{ data: object }>('GET', '/share-links/settings');
    expect(body.data).not.toHaveProperty('stylesheet');
    const back = await admin<{ data: object }>('PUT', '/share-links/settings', body);
    expect(back.status).toBe(200);
    expect(back.body.data).toEqual(body.data);
  });

  it('prevents the start when its file is missing', () => {
    app.strapi.config.set('plugin::share-links.stylesheet', 'public/none.css');
    expect(() => loadStylesheet(app.strapi)).toThrow(
      'Share Links: the style sheet public/none.css can’t be read from the app’s folder'
    );
  });
});

describe('the language of a visitor', () => {
  it('is used for the words of the page, not for the entry', async () => {
    const { token } = await french();
    const german = await page(token, 'sv, de-AT;q=0.8, en;q=0.5');
    expect(german.html).toContain('<html lang="fr" dir="ltr">');
    expect(german.html).toContain('lang="de">Zum Inhalt springen</a>');
    const silent = await page(token, '*');
    expect(silent.html).toContain('>Aller au contenu</a>');
    const odd = await page(token, 'x".<b>, constructor, ../../es');
    expect(odd.html).toContain('>Aller au contenu</a>');
  });

  it('is used for a refusal and for the password form', async () => {
    expect((await page(mintToken(), 'es-AR')).html).toContain('<html lang="es" dir="ltr">');
    const { documentId } = await createEntry(app, PAGE, { title: 'Geheim' }, { locale: 'en' });
    const { token } = await shareEntry(app, {
      by: 'admin',
      contentType: PAGE,
      documentId,
      locale: 'en',
      password: 'correct horse battery',
    });
    const gate = await page(token, 'fr-FR,fr;q=0.9');
    expect(gate.html).toContain('Cette page demande un mot de passe');
    const body = new URLSearchParams({ password: 'wrong' });
    const again = await send(`${app.url}/share/${token}/unlock`, {
      method: 'POST',
      headers: { 'Accept-Language': 'de' },
      body,
    });
    expect(again.status).toBe(401);
    expect(again.text).toContain('Dieses Passwort stimmt nicht.');
  });
});
