/**
 * A complete front end for share links: one page, no framework, and the plugin's client. Set the
 * site's `frontendUrl` to `<origin>/example/#{token}`, and links lead here.
 */
import { ShareLinkError, shareLink } from 'strapi-plugin-share-links-client';
import type { OpenedEntry, OpenMeta, ShareLink, Shut } from 'strapi-plugin-share-links-client';

import { byId, h } from './dom';
import { showOpened } from './entry';
import { forgetFiles } from './files';
import { addressOf, placeInAddress } from './place';

const main = byId('main');
const news = byId('news');
const search = byId<HTMLFormElement>('search');

const NO_LINK: Shut = {
  kind: 'unavailable',
  isExplained: false,
  message: 'The address of this page names no link',
};

let token = '';
let link: ShareLink | null = null;
let shown: OpenedEntry | null = null;
let timer = 0;

/** Opens the page in the address. */
async function start(): Promise<void> {
  const address = location.hash;
  const named = placeInAddress();
  if (named.token === '') return shut(NO_LINK, start);
  if (named.token !== token || !link) {
    token = named.token;
    // While this tab is open, a reload needs no password and takes no second place.
    link = shareLink({ api: document.body.dataset.api ?? '', token, storage: sessionStorage });
  }
  const asked = link;
  const opened = await asked.open(named.place);
  // The visitor may have moved to another page meanwhile.
  if (address !== location.hash) return;
  if (opened.kind === 'open') show(opened);
  else shut(opened, start);
}

function show(opened: OpenedEntry): void {
  if (!link) return;
  shown = opened;
  forgetFiles();
  main.replaceChildren(...showOpened(link, token, opened));
  document.title = opened.entry.title;
  showBrand(opened.meta);
  search.hidden = false;
  refreshLater();
}

function showBrand({ branding }: OpenMeta): void {
  const { name, logo } = branding;
  byId('brand').replaceChildren(
    ...(logo ? [h('img', { src: logo, alt: '' })] : []),
    name ?? 'Shared with you'
  );
}

/** Shows why the link does not open, and lets the visitor try again if that can help. */
function shut(outcome: Shut, again: () => Promise<void>): void {
  shown = null;
  search.hidden = true;
  window.clearTimeout(timer);
  if (outcome.kind === 'locked') return askPassword();
  if (outcome.kind === 'unavailable') {
    const advice = 'Ask the person who sent you this link for a new one.';
    main.replaceChildren(h('h1', {}, outcome.message), h('p', {}, advice));
    return;
  }
  const wait = `This goes on by itself in ${seconds(outcome.retryAfter)}.`;
  main.replaceChildren(h('h1', {}, 'Too many attempts'), h('p', { role: 'alert' }, wait));
  timer = window.setTimeout(() => run(again), outcome.retryAfter * 1000);
}

function askPassword(): void {
  const input = h('input', {
    id: 'password',
    type: 'password',
    autocomplete: 'current-password',
    required: '',
    'aria-describedby': 'wrong',
  });
  const wrong = h('p', { id: 'wrong', class: 'bad', role: 'alert' });
  const label = h('label', { for: 'password' }, 'Password');
  const form = h('form', {}, label, input, h('button', {}, 'Open'), wrong);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    run(async () => {
      wrong.textContent = '';
      const unlocked = await link?.unlock(input.value);
      if (unlocked?.kind === 'unlocked') return start();
      if (unlocked?.kind === 'unavailable') return shut(unlocked, start);
      wrong.textContent =
        unlocked?.kind === 'limited'
          ? `Too many attempts. Try again in ${seconds(unlocked.retryAfter)}.`
          : 'That password is not right.';
      input.select();
    });
  });
  main.replaceChildren(h('h1', {}, 'This link needs a password'), form);
  input.focus();
}

/** Refreshes as often as the link says. */
function refreshLater(): void {
  window.clearTimeout(timer);
  if (!shown?.meta.refreshSeconds) return;
  timer = window.setTimeout(() => run(refresh), shown.meta.refreshSeconds * 1000);
}

async function refresh(): Promise<void> {
  const before = shown;
  if (!link || !before) return;
  if (document.hidden) return refreshLater();
  const now = await link.refresh(before).catch((error: unknown) => {
    // With a bad connection, the page stays, and the next attempt may work.
    if (error instanceof ShareLinkError && error.code === 'unreachable') return null;
    throw error;
  });
  if (before !== shown) return;
  if (now === null || now.kind === 'unchanged') return refreshLater();
  if (now.kind !== 'open') return shut(now, start);
  show(now);
  news.textContent = 'Updated just now';
  window.setTimeout(() => (news.textContent = ''), 4000);
}

async function find(): Promise<void> {
  const q = new FormData(search).get('q');
  const found = await link?.search(String(q), placeInAddress().place);
  if (!found) return;
  if (found.kind !== 'found') return shut(found, start);
  window.clearTimeout(timer);
  const { place, meta } = shown ?? {};
  const items = found.hits.map((hit) => {
    const childId = hit.entry === meta?.root.id ? null : hit.entry;
    const href = addressOf(token, { locale: place?.locale ?? null, childId });
    const words = hit.snippet.map(({ text, isHit }) => (isHit ? h('mark', {}, text) : text));
    const open = h('a', { href }, hit.title);
    // The address may not change, so a click always opens the page.
    open.addEventListener('click', () => run(start));
    return h('li', {}, open, hit.label ? ` · ${hit.label}` : '', h('br'), ...words);
  });
  const count = `${found.hits.length}${found.cut ? ' and more' : ''} found for “${String(q)}”`;
  const back = h('a', { href: location.hash }, 'Back to the entry');
  back.addEventListener('click', () => run(start));
  main.replaceChildren(
    h('h1', {}, 'Search'),
    h('p', { role: 'status' }, count),
    h('ul', { class: 'results' }, ...items),
    h('p', {}, back)
  );
  main.focus();
}

const seconds = (count: number) => (count === 1 ? '1 second' : `${count} seconds`);

/** Tells the visitor about errors that are no outcome, such as a lost connection. */
function run(work: () => Promise<void> | undefined): void {
  Promise.resolve(work()).catch((error: unknown) => {
    const isOffline = error instanceof ShareLinkError && error.code === 'unreachable';
    const text = isOffline ? 'There is no connection.' : 'Something went wrong.';
    const retry = h('button', { type: 'button' }, 'Try again');
    retry.addEventListener('click', () => run(start));
    main.replaceChildren(h('h1', {}, text), retry);
  });
}

search.addEventListener('submit', (event) => {
  event.preventDefault();
  run(find);
});
window.addEventListener('hashchange', () => run(start));
run(start);
