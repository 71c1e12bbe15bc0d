import type { IslandTexts } from '../i18n/en/islands';

/** What the islands share about their page. */
export interface Page {
  texts: IslandTexts;
  /** The language of these words; undefined if it is the page's own. */
  lang: string | undefined;
  /** Called after an update of the page, so that islands can start again. */
  onUpdate: (() => void)[];
  /**
   * Called instead of a reload when the browser shows the page again as it was before the visitor
   * left it.
   */
  onReturn: (() => void)[];
}

/** Call this while the script starts: only then can it find its own element. */
export function readPage(): Page {
  const data = (document.currentScript as HTMLScriptElement | null)?.dataset ?? {};
  return {
    texts: JSON.parse(data.texts ?? '{}') as IslandTexts,
    lang: data.lang,
    onUpdate: [],
    onReturn: [],
  };
}

/** The root elements of an island, in the order of the page. */
export function rootsOf(name: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`[data-island="${name}"]`)];
}
