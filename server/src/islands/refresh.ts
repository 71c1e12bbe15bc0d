import { element, fill } from './dom';
import { holdsTyping, mirrorOf, update } from './mirror';
import type { Page } from './read-page';

/** How long the note about an update is shown. */
const NEWS_SECONDS = 6;
/** The longest time between two attempts while the site can't be reached, in seconds. */
const LONGEST_WAIT = 15 * 60;

/** The shortest time between two attempts while the link does not open, in seconds. */
const REFUSED_WAIT = 10;

/** An answer that takes longer counts as none. */
const ANSWER_MS = 30_000;

/**
 * Asks the site regularly for changes of the page, and shows them without moving what the visitor
 * reads. It does not ask while the page is hidden. While the site can't be reached, the page says
 * since when it is not up to date. While the link does not open, it shows the refusal and asks
 * less and less often. The page is kept meanwhile, so that it comes back as it was, without a new
 * visit.
 */
export function startRefresh(root: HTMLElement, page: Page): void {
  const mirror = mirrorOf(document.body);
  const { texts } = page;
  let failures = 0;
  let timer = 0;
  let newsTimer = 0;
  let upToDate = new Date(Date.now() - performance.now());
  let isAsking = false;
  let isRefused = false;
  let hasEnded = false;
  /** The page and its place on the screen, while the refusal is shown instead. */
  let kept: { page: HTMLElement; top: number; focused: Element | null } | null = null;

  function wait(atLeast = 0): void {
    clearTimeout(timer);
    if (hasEnded || document.hidden) return;
    const interval = Math.max(Number(root.dataset.seconds), isRefused ? REFUSED_WAIT : 0);
    const longest = Math.max(interval, LONGEST_WAIT);
    const seconds = Math.min(interval * 2 ** failures, longest);
    timer = window.setTimeout(ask, 1000 * Math.max(seconds, Math.min(atLeast, longest)));
  }

  async function ask(): Promise<void> {
    if (isAsking || hasEnded) return;
    isAsking = true;
    clearTimeout(timer);
    let retryAfter = 0;
    try {
      const response = await fetch(location.pathname + location.search, {
        headers: { 'If-None-Match': `"${root.dataset.tag}"` },
        cache: 'no-store',
        // Older browsers can't end a request by time.
        signal: AbortSignal.timeout?.(ANSWER_MS),
      });
      retryAfter = Number(response.headers.get('Retry-After')) || 0;
      await take(response);
      failures = isRefused ? failures + 1 : 0;
      freshen();
    } catch {
      failures += 1;
      spoil();
    }
    isAsking = false;
    wait(retryAfter);
  }

  /** @throws Error if the answer does not come from the link itself */
  async function take(response: Response): Promise<void> {
    const { status } = response;
    if (status === 304) return comeBack();
    const next = new DOMParser().parseFromString(await response.text(), 'text/html');
    const isGate = next.querySelector('main.gate') !== null;
    if ((status === 401 || status === 200) && isGate) return end(() => become(next));
    if ((status === 403 || status === 404) && isGate) return refuse(next);
    if (status !== 200 || !isOurs(next)) throw new Error('No answer');
    const shown = kept?.page ?? document.documentElement;
    // A refusal stays on the screen until the new page is there.
    if (!hasLookOf(shown, next) && !holdsTyping(shown)) return location.reload();
    comeBack();
    show(next);
  }

  function end(finish: () => void): void {
    hasEnded = true;
    finish();
  }

  function refuse(next: Document): void {
    const isKnown = isRefused && next.title === document.title;
    if (!isRefused) failures = 0;
    isRefused = true;
    if (isKnown) return;
    const { documentElement: page, activeElement: focused } = document;
    kept ??= { page, top: scrollY, focused };
    const mayOpenAgain = next.querySelector('main[data-ended]') === null;
    become(next);
    if (!mayOpenAgain) return;
    const note = element('p', { role: 'status', class: 'gate__again', lang: page.lang });
    document.querySelector('main')?.append(note);
    note.textContent = texts.refresh.again;
  }

  /** Shows the page again that the refusal has replaced. */
  function comeBack(): void {
    if (kept === null) return;
    const { page: shown, top, focused } = kept;
    kept = null;
    isRefused = false;
    document.documentElement.replaceWith(shown);
    // The visitor may have chosen other filters meanwhile.
    for (const tell of page.onUpdate) tell();
    scrollTo({ top, behavior: 'instant' });
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }

  function show(next: Document): void {
    const before = digestOf(root);
    keepPlace(() => {
      document.title = next.title;
      update(mirror, next.body);
      for (const tell of page.onUpdate) tell();
    });
    // The link no longer refreshes.
    if (!root.isConnected) {
      hasEnded = true;
      return;
    }
    // On a new day, the same content has another tag.
    if (digestOf(root) === before) return;
    say(texts.refresh.updated);
    newsTimer = window.setTimeout(() => root.replaceChildren(), 1000 * NEWS_SECONDS);
  }

  function freshen(): void {
    upToDate = new Date();
    if (document.body.dataset.stale === undefined) return;
    delete document.body.dataset.stale;
    if (root.textContent !== texts.refresh.updated) say('');
  }

  /** Says since when the page may be out of date, and marks its figures. */
  function spoil(): void {
    if (isRefused || hasEnded) return;
    document.body.dataset.stale = '';
    say(fill(texts.refresh.stale, { time: timeOf(upToDate, page) }));
  }

  function say(text: string): void {
    clearTimeout(newsTimer);
    if (root.textContent !== text) root.textContent = text;
  }

  document.addEventListener('visibilitychange', () => {
    if (document.hidden) clearTimeout(timer);
    else void ask();
  });
  window.addEventListener('online', () => {
    if (!document.hidden) void ask();
  });
  window.addEventListener('offline', spoil);
  page.onReturn.push(() => (hasEnded ? location.reload() : void ask()));
  // The network may have gone before this script ran.
  if (!navigator.onLine) spoil();
  wait();
}

/** The time of the visitor's clock, with the day if it is not today. */
function timeOf(moment: Date, page: Page): string {
  const isToday = moment.toDateString() === new Date().toDateString();
  return new Intl.DateTimeFormat(page.lang ?? document.documentElement.lang, {
    timeStyle: 'short',
    ...(isToday ? {} : { dateStyle: 'medium' }),
  }).format(moment);
}

/** The part of a page's tag that depends on its content. The rest names the viewer and the day. */
function digestOf(root: HTMLElement): string | undefined {
  return root.dataset.tag?.split('.')[0];
}

/** Networks and sign-in pages of others also answer with pages. */
const isOurs = (page: Document): boolean => page.querySelector('main#content') !== null;

/**
 * Returns true if a page has the style and script of the next one. These change when the site is
 * updated. Extensions of the browser may have added others.
 */
function hasLookOf(page: Element, next: Document): boolean {
  const own = new Set(looks(page));
  return looks(next).every((one) => own.has(one));
}

const looks = (page: ParentNode): string[] =>
  [...page.querySelectorAll('head style, head script')].map(
    (element) => element.getAttribute('src') ?? element.textContent ?? ''
  );

/** Replaces the whole document. */
function become(next: Document): void {
  document.documentElement.replaceWith(document.importNode(next.documentElement, true));
  scrollTo(0, 0);
  const input = document.querySelector<HTMLElement>('[autofocus]');
  const main = document.querySelector('main');
  main?.setAttribute('tabindex', '-1');
  (input ?? main)?.focus();
}

/** Keeps the visible content at its place on the screen, and keeps the focus. */
function keepPlace(change: () => void): void {
  const focused = document.activeElement;
  const seen = placesSeen();
  const { style } = document.documentElement;
  // Some browsers do this themselves; both together would scroll too far.
  style.overflowAnchor = 'none';
  change();
  const kept = seen.find(({ element }) => element.isConnected && element.getClientRects().length);
  if (kept) {
    const top = kept.element.getBoundingClientRect().top - kept.top;
    if (top !== 0) scrollBy({ top, behavior: 'instant' });
  }
  requestAnimationFrame(() => style.removeProperty('overflow-anchor'));
  if (focused instanceof HTMLElement && focused.isConnected && focused !== document.activeElement) {
    focused.focus({ preventScroll: true });
  }
}

/** The elements near the top of the screen, from the innermost to the outermost. */
function placesSeen(): { element: Element; top: number }[] {
  if (scrollY === 0) return [];
  const places = [];
  let element = document.elementFromPoint(innerWidth / 2, innerHeight / 4);
  for (; element && element !== document.body; element = element.parentElement) {
    places.push({ element, top: element.getBoundingClientRect().top });
  }
  return places;
}
