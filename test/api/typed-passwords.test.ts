import bcrypt from 'bcryptjs';
import { describe, expect, it } from 'vitest';

import { DEFAULT_SETTINGS } from '../../server/src/settings/schema';
import { send } from '../support/http';
import { shareEntry } from '../support/sharing';
import type { Shared } from '../support/sharing';
import { useActor, useApp } from '../support/use-app';
import { FIREFOX, unlockLink, visitsOf } from '../support/visits';

const { limits } = DEFAULT_SETTINGS;
const app = useApp({ IS_PROXIED: 'true' }, { limits });
const editor = useActor(app, 'editor');
const admin = useActor(app, 'admin');

let clients = 0;
const newClient = () => ({ 'X-Forwarded-For': `198.51.100.${(clients += 1)}` });

const PASSWORD = 'Café noir, it\'s "ours"';

const inJson = (token: string, password: string, headers = newClient()) =>
  send(`${app.url}/api/share-links/public/${token}/unlock`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify({ password }),
  });

const TYPED: [string, string][] = [
  ['with a blank', `${PASSWORD} `],
  ['with a line end', `${PASSWORD}\r\n`],
  ['with a tab and a blank before it', `\t ${PASSWORD}`],
  ['with a no-break space', `${PASSWORD}\u00a0`],
  ['with no-break spaces inside', PASSWORD.replaceAll(' ', '\u00a0')],
  ['with zero-width signs', `\ufeff${PASSWORD.slice(0, 4)}\u200b${PASSWORD.slice(4)}`],
  ['with accents as macOS writes them', PASSWORD.normalize('NFD')],
  ['with the quotes of a phone', 'Café noir, it’s “ours”'],
];

describe('a password that is pasted', () => {
  it.each(TYPED)('%s opens the page and the JSON', async (_what, typed) => {
    const { token } = await shareEntry(app, { password: PASSWORD });
    expect((await unlockLink(app, token, typed, newClient())).status).toBe(303);
    expect((await inJson(token, typed)).status).toBe(200);
  });

  it.each(TYPED)('%s may be chosen, and opens as it is meant', async (_what, typed) => {
    const { token } = await shareEntry(app, { password: typed });
    expect((await unlockLink(app, token, PASSWORD, newClient())).status).toBe(303);
  });

  it('is the same for an edit as for a new link, and is shown in the form that is stored', async () => {
    const { id, token } = await shareEntry(app);
    const edited = await editor('PUT', `/share-links/links/${id}`, {
      data: { password: ' it’s open \n' },
    });
    expect(edited.status).toBe(200);
    const shown = await admin<{ data: { password: string } }>(
      'GET',
      `/share-links/links/${id}/password`
    );
    expect(shown.body.data.password).toBe("it's open");
    expect((await unlockLink(app, token, "it's open", newClient())).status).toBe(303);
  });

  it.each([
    ['a line end inside', 'first line\nsecond line'],
    ['only blanks', '          '],
  ])('is refused when it is chosen with %s', async (_what, password) => {
    const { id } = await shareEntry(app);
    const { status, text } = await editor('PUT', `/share-links/links/${id}`, {
      data: { password },
    });
    expect(status).toBe(400);
    expect(text).toContain('password');
  });
});

describe('a password from before, stored exactly as it was typed', () => {
  async function storedAs(password: string): Promise<Shared> {
    const link = await shareEntry(app, { password: 'another password' });
    await app.strapi.db.query('plugin::share-links.link').update({
      where: { id: link.id },
      data: { passwordHash: bcrypt.hashSync(password, 10) },
    });
    return link;
  }

  it.each([
    ['blanks around it', ' open sesame ', ' open sesame '],
    ['the quotes of a phone', 'it’s “ours” now', 'it’s “ours” now '],
    ['accents as macOS writes them', 'cafe\u0301 noir', 'caf\u00e9 noir'],
    ['nothing special', 'open sesame', 'open sesame\n'],
  ])('still opens with %s', async (_what, stored, typed) => {
    const { token } = await storedAs(stored);
    expect((await unlockLink(app, token, typed, newClient())).status).toBe(303);
  });
});

describe('a wrong password', () => {
  it('counts once in all its forms', async () => {
    const { id, token } = await shareEntry(app, { password: PASSWORD });
    const client = newClient();
    for (let count = 1; count < limits.passwordsPerClient; count += 1) {
      const wrong = await unlockLink(app, token, ` “wrong” e\u0301 ${count} `, client);
      expect(wrong.status).toBe(401);
    }
    expect((await unlockLink(app, token, PASSWORD, client)).status).toBe(303);
    const { meta } = await visitsOf(app, id, limits.passwordsPerClient);
    expect(meta.totals.wrongPassword).toBe(limits.passwordsPerClient - 1);
  });

  /** Sends the form that a page has shown, as a reload of the answer and a double click do. */
  function sendForm(token: string, form: string, password: string, client: Record<string, string>) {
    const [, attempt] = /name="attempt" value="([^"]+)"/.exec(form)!;
    return send(`${app.url}/share/${token}/unlock`, {
      method: 'POST',
      headers: { 'User-Agent': FIREFOX, ...client },
      body: new URLSearchParams({ attempt: attempt!, password }),
    });
  }

  it('counts once when the same form is sent again, also twice at once', async () => {
    const { id, token } = await shareEntry(app, { password: PASSWORD });
    const client = newClient();
    const { text } = await send(`${app.url}/share/${token}`, { headers: client });
    await Promise.all([1, 2].map(() => sendForm(token, text, 'wrong', client)));
    for (let count = 0; count < limits.passwordsPerClient + 2; count += 1) {
      expect((await sendForm(token, text, 'wrong', client)).status).toBe(401);
    }
    expect((await unlockLink(app, token, PASSWORD, client)).status).toBe(303);
    expect((await visitsOf(app, id, 3)).meta.totals.wrongPassword).toBe(1);
  });

  it('counts each time when the form has another password, or is a new one', async () => {
    const { token } = await shareEntry(app, { password: PASSWORD });
    const client = newClient();
    let { text } = await send(`${app.url}/share/${token}`, { headers: client });
    const first = text;
    for (let count = 0; count < limits.passwordsPerClient; count += 1) {
      const form = count % 2 ? text : first;
      const answer = await sendForm(token, form, `wrong ${count}`, client);
      expect(answer.status).toBe(401);
      text = answer.text;
    }
    expect((await sendForm(token, first, 'one more', client)).status).toBe(429);
  });

  it('is compared again when the link has got it as its password', async () => {
    const { id, token } = await shareEntry(app, { password: PASSWORD });
    const client = newClient();
    const { text } = await send(`${app.url}/share/${token}`, { headers: client });
    expect((await sendForm(token, text, 'tomorrow’s one', client)).status).toBe(401);
    await editor('PUT', `/share-links/links/${id}`, { data: { password: 'tomorrow’s one' } });
    expect((await sendForm(token, text, 'tomorrow’s one', client)).status).toBe(303);
  });
});
