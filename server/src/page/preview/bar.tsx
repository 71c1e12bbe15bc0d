import { createHash } from 'node:crypto';

import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

import { previewTextsFor } from '../../i18n/languages';
import type { RenderedPage } from '../render';

/** What visitors get at the moment, as a preview tells it. */
export interface PreviewFacts {
  /** False if the link is not made yet. */
  hasLink: boolean;
  asksPassword: boolean;
  /** Why the link opens to no visitor just now; null if it opens. */
  closed: string | null;
}

/**
 * The bar has a style sheet of its own, so that the page below it stays the one that visitors get.
 * It sticks to the top, so what a heading is scrolled to needs its height as a margin.
 */
const BAR_STYLE = [
  '.preview-bar{position:sticky;inset-block-start:0;z-index:2;padding:.375rem 1rem;text-wrap:balance;background:#1b1f24;color:#fff;font-size:.8125rem;line-height:1.5;text-align:center;border-block-end:1px solid transparent}',
  '.preview-bar strong{color:#ffd98a}',
  '@media screen and (prefers-color-scheme:dark){.preview-bar{background:#30363d}}',
  '.preview-bar span+span::before{content:"\\00b7";margin-inline:.5em}',
  ':root{scroll-padding-block-start:2.5rem}',
  // On a phone, what visitors get has a line of its own.
  '@media (max-width:40rem){:root{scroll-padding-block-start:4.5rem}.preview-bar span{display:block}.preview-bar span+span::before{content:none}}',
  '@media print{.preview-bar{display:none}}',
].join('');

const BAR_HASH = createHash('sha256').update(BAR_STYLE).digest('base64');

/** The same page under one line that tells its viewer from a visitor. */
export function withPreviewBar(
  page: RenderedPage,
  facts: PreviewFacts,
  languages: string[]
): RenderedPage {
  const bar = renderToStaticMarkup(<PreviewBar facts={facts} languages={languages} />);
  return {
    html: page.html
      .replace('</head>', () => `<style>${BAR_STYLE}</style></head>`)
      .replace(/<body\b[^<>]*>/, (body) => body + bar),
    csp: page.csp.replace('style-src ', `style-src 'sha256-${BAR_HASH}' `),
  };
}

function PreviewBar(props: { facts: PreviewFacts; languages: string[] }): ReactElement {
  const texts = previewTextsFor(...props.languages);
  return (
    <aside className="preview-bar" lang={texts.lang} dir="ltr" aria-label={texts.label}>
      <span>
        <strong>{texts.name}</strong> – {texts.note}
      </span>
      <span>
        {texts.visitors}: {visitorsGet(props.facts, texts)}
      </span>
    </aside>
  );
}

function visitorsGet(
  { hasLink, asksPassword, closed }: PreviewFacts,
  texts: ReturnType<typeof previewTextsFor>
): string {
  const reasons: Partial<Record<string, string>> = texts.closed;
  if (closed !== null) return reasons[closed] ?? texts.closed.other;
  if (hasLink) return asksPassword ? texts.password : texts.open;
  return asksPassword ? texts.closed.lockedPlan : texts.closed.plan;
}
