import * as React from 'react';

import { useNotify } from './useNotify';

const MARKED_FOR = 2000;

type TextField = HTMLInputElement | HTMLTextAreaElement;

interface Said {
  /** What the person reads once the text is copied. */
  done: string;
  /** The same with a warning, if what was copied is of no use now. */
  warning?: string | null;
}

/**
 * Copies the text of a field. If the browser allows no copying, the text stays selected, so that
 * the person can copy it with the keyboard.
 */
export function useCopy(field: React.RefObject<TextField>, { done, warning = null }: Said) {
  const notify = useNotify();
  const [outcome, setOutcome] = React.useState<'none' | 'copied' | 'failed'>('none');

  React.useEffect(() => {
    if (outcome !== 'copied') return undefined;
    const timer = window.setTimeout(() => setOutcome('none'), MARKED_FOR);
    return () => window.clearTimeout(timer);
  }, [outcome]);

  async function copy() {
    const isCopied = field.current !== null && (await copyFrom(field.current));
    setOutcome(isCopied ? 'copied' : 'failed');
    if (isCopied && warning !== null) notify.warning(warning);
    else if (isCopied) notify.success(done);
  }

  return { copy, isCopied: outcome === 'copied', hasFailed: outcome === 'failed' };
}

async function copyFrom(field: TextField): Promise<boolean> {
  try {
    // Browsers offer no clipboard without HTTPS, and may refuse to use it.
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    return copySelected(field);
  }
}

function copySelected(field: TextField): boolean {
  const focused = document.activeElement;
  field.focus();
  field.select();
  const isCopied = hasCopied();
  if (isCopied && focused instanceof HTMLElement) focused.focus();
  return isCopied;
}

function hasCopied(): boolean {
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  }
}

/** The keys that copy a selected text. */
export function copyKeys(): string {
  return /mac|iphone|ipad/i.test(navigator.userAgent) ? '⌘C' : 'Ctrl+C';
}
