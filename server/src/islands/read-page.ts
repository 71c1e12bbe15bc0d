import type { IslandTexts } from '../i18n/en/islands';

/** What islands know of the page they are on, and of each other. */
export interface Page {
  texts: IslandTexts;
  /** Language of those words where it is not the page's own. */
  lang: string | undefined;
  /** Called after the page was brought up to date, so that islands do their part again. */
  onUpdate: (() => void)[];
}

/** Read while the script starts, which is the only time when it can find its own element. */
export function readPage(): Page {
  const data = (document.currentScript as HTMLScriptElement | null)?.dataset ?? {};
  return {
    texts: JSON.parse(data.texts ?? '{}') as IslandTexts,
    lang: data.lang,
    onUpdate: [],
  };
}

/** The elements that belong to an island, in the order of the page. */
export function rootsOf(name: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`[data-island="${name}"]`)];
}
