import { FILES_STYLE } from './files';
import { ISLAND_STYLE } from './islands';
import { NAV_STYLE } from './nav';
import { PRINT_STYLE } from './print';
import { SEARCH_STYLE } from './search';
import { GATE_STYLE } from './status-pages';

/**
 * The whole style of the public page: one sheet inside the page, allowed by its hash, so it can't
 * be split. Colours are custom properties, checked for AA contrast in both schemes. Directions are
 * logical, so right-to-left languages need no extra rules. It uses system fonts, because a page
 * with a secret address must not tell another host that it was opened.
 */
export const STYLE = squeeze(`
:root {
  color-scheme: light dark;
  --paper: #ffffff;
  --surface: #f6f7f8;
  --raised: #ffffff;
  --line: #dfe2e6;
  --ink: #1b1f24;
  --quiet: #57606a;
  --accent: #1f4fbf;
  --good: #176639; --good-paper: #e3f4e8;
  --busy: #1f4a9c; --busy-paper: #e6eefb;
  --bad: #a3261c; --bad-paper: #fdeae7;
  --plain: #424a53; --plain-paper: #eceef1;
  --draft: #6b4400; --draft-paper: #fff4d6;
  --plate: transparent;
  --backdrop: var(--surface);
  --width: 50rem;
  --measure: 68ch;
  --corner: 0.625rem;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #15181b;
    --surface: #1d2125;
    --raised: #1d2125;
    --line: #363c43;
    --ink: #e7eaed;
    --quiet: #a4adb7;
    --accent: #94b8ff;
    --good: #86d9a3; --good-paper: #173524;
    --busy: #a6c5ff; --busy-paper: #1c2f52;
    --bad: #ffb0a6; --bad-paper: #4a1f1b;
    --plain: #c9d0d7; --plain-paper: #30363d;
    --draft: #ffd98a; --draft-paper: #3a2d10;
    --plate: #dfe3e8;
    --backdrop: var(--paper);
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { font-size: 100%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-behavior: smooth; }
body {
  margin: 0;
  min-block-size: 100vh;
  min-block-size: 100svh;
  display: flex;
  flex-direction: column;
  background: var(--paper);
  color: var(--ink);
  font: 1.0625rem/1.65 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif;
  overflow-wrap: anywhere;
}
p, li, dd, figcaption { text-wrap: pretty; }
h1, h2, h3, h4, h5, h6 { margin: 0; line-height: 1.25; font-weight: 650; text-wrap: balance; overflow-wrap: anywhere; }
@supports (hyphenate-limit-chars: 16) {
  h1, h2, h3, dt, .table--rows td, .folded a, .crumbs li { hyphens: auto; hyphenate-limit-chars: 16 8 6; }
}
h1 { font-size: clamp(1.875rem, 1.35rem + 2.4vw, 2.75rem); line-height: 1.12; letter-spacing: -0.02em; font-weight: 700; }
h2 { font-size: 1.5rem; letter-spacing: -0.01em; }
h3 { font-size: 1.1875rem; }
h4 { font-size: 1.0625rem; }
h5, h6 { font-size: 1rem; }
h6 { color: var(--quiet); }
p, ul, ol, dl, dd, figure, blockquote, pre, table { margin: 0; }
ul, ol { padding: 0; }
a { color: var(--accent); text-decoration-thickness: 0.08em; text-underline-offset: 0.18em; overflow-wrap: anywhere; }
a:hover { text-decoration-thickness: 0.16em; }
:focus-visible { outline: 0.1875rem solid var(--accent); outline-offset: 0.1875rem; border-radius: 0.1875rem; }
main:focus { outline: none; }
img, video, audio { max-inline-size: 100%; }
img, video { block-size: auto; border-radius: var(--corner); }
img { position: relative; background: var(--plate); }
.opaque { background: var(--surface); }
/* Drawn by browsers only where the picture itself could not be had: its description takes its place. */
img::after {
  content: attr(alt); position: absolute; inset: 0; display: grid; place-content: center; padding: 0.75rem; overflow: hidden;
  background: var(--surface); border: 1px dashed var(--line); border-radius: inherit;
  color: var(--quiet); font-size: 0.9063rem; font-weight: 400; line-height: 1.45; text-align: center;
}
audio { inline-size: 100%; }
.icon { flex: none; inline-size: 1.1em; block-size: 1.1em; vertical-align: -0.18em; }
.lines { white-space: pre-line; }
.align-right { text-align: end; font-variant-numeric: tabular-nums; }
.align-center { text-align: center; }
.unseen {
  position: absolute; inline-size: 1px; block-size: 1px; margin: -1px; padding: 0; border: 0;
  overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
.skip {
  position: absolute; inset-block-start: 0.75rem; inset-inline-start: 0.75rem; z-index: 1;
  padding: 0.5rem 1rem; border-radius: var(--corner);
  background: var(--accent); color: var(--paper); font-weight: 600;
}
.skip:not(:focus) { clip-path: inset(50%); block-size: 1px; inline-size: 1px; padding: 0; overflow: hidden; white-space: nowrap; }

/* The frame: each block of the page is as wide as what is beside each other in it. */
body { --edge: clamp(1.125rem, 4vw, 2.5rem); --gap: 3.5rem; --tree: 14.5rem; --contents: 12.5rem; --frame: var(--width); }
.top, .frame, .footer {
  inline-size: 100%; max-inline-size: calc(var(--frame) + 2 * var(--edge)); margin-inline: auto; padding-inline: var(--edge);
}
.version { margin-block-end: 1.25rem; color: var(--draft); font-size: 0.9375rem; line-height: 1.5; }
.version strong { display: inline-block; padding: 0.0625rem 0.625rem; margin-inline-end: 0.375rem; border-radius: 1rem; background: var(--draft-paper); font-size: 0.875rem; }
.top { display: flex; flex-wrap: wrap; align-items: center; justify-content: flex-end; gap: 0.75rem 1.5rem; padding-block-start: 1.25rem; }
.top:empty { display: none; }
.brand { display: flex; align-items: center; gap: 0.75rem; margin-inline-end: auto; font-weight: 650; line-height: 1.25; }
.brand img { block-size: 2rem; inline-size: auto; max-inline-size: 12rem; object-fit: contain; border-radius: 0.25rem; background: none; }
.brand img:not(:only-child) { inline-size: 2.5rem; }
.frame { flex: 1; }
.masthead { padding-block: clamp(1.75rem, 4.5vw, 3.5rem) 2.25rem; }
.byline { display: flex; flex-wrap: wrap; list-style: none; margin-block-start: 0.875rem; margin-inline-start: -1.375rem; clip-path: inset(0 0 0 1.375rem); color: var(--quiet); font-size: 0.9375rem; }
[dir=rtl] .byline { clip-path: inset(0 1.375rem 0 0); }
.byline li::before { content: "\\00b7"; display: inline-block; inline-size: 1.375rem; text-align: center; }
.lede { margin-block-start: 1.5rem; max-inline-size: 58ch; font-size: 1.1875rem; line-height: 1.55; }
.lede > * + * { margin-block-start: 0.75em; }
.footer { padding-block: 1.25rem 2.25rem; margin-block-start: 4rem; color: var(--quiet); font-size: 0.875rem; line-height: 1.5; }
.footer::before { content: ""; display: block; border-block-start: 1px solid var(--line); margin-block-end: 1.25rem; }
.footer p + p { margin-block-start: 0.25rem; }
.section { margin-block-start: 3rem; }
.content > :first-child { margin-block-start: 0; }
.section > h2 { margin-block-end: 1rem; }
.section + .section--quiet { margin-block-start: 2rem; }
.section--quiet > .prose > h3:first-child { margin-block-start: 3rem; }
.content > .section--quiet:first-child > .prose > h3:first-child { margin-block-start: 0; }
.section--quiet > .prose > h3, .section--quiet > .zone > div:not([class]) > :is(.prose, .group__head) > h3 { font-size: 1.5rem; letter-spacing: -0.01em; }
.section--quiet > .prose > h4 { font-size: 1.1875rem; }
.lead { margin-block-end: 2.25rem; }
.lead img { display: block; }
.lead:not(.lead--tall) img { inline-size: 100%; }
.lead--tall { background: var(--surface); border-radius: var(--corner); text-align: center; padding: 1rem; }
.lead--tall img { max-block-size: 30rem; margin-inline: auto; }
:target { scroll-margin-block-start: 1.5rem; }
.card:target, .stack__item:target, tr:target, .items > :target, .fact:target { outline: 0.1875rem solid var(--accent); outline-offset: 0.25rem; border-radius: 0.1875rem; }

/* Long texts */
.prose > :not(.figure, .scroll, pre) { max-inline-size: var(--measure); }
.prose > * + * { margin-block-start: 1em; }
.prose > :is(p, ul, ol, blockquote, h3, h4, h5, h6) { unicode-bidi: plaintext; text-align: start; }
.prose :is(h3, h4, h5, h6) { margin-block: 1.75em 0.5em; }
.prose > :is(h3, h4, h5, h6):first-child { margin-block-start: 0; }
.prose :is(ul, ol) { padding-inline-start: 1.5em; }
.prose li + li, .prose li > :is(ul, ol) { margin-block-start: 0.35em; }
.prose li > p + p { margin-block-start: 0.5em; }
.prose li::marker, .items li::marker { color: var(--quiet); }
.prose blockquote { border-inline-start: 0.25rem solid var(--line); padding-inline-start: 1.25rem; color: var(--quiet); }
.prose blockquote > * + * { margin-block-start: 0.75em; }
.prose hr { border: 0; border-block-start: 1px solid var(--line); margin-block: 2.5em; }
.prose :not(.figure) > img { display: inline-block; }
code, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; font-size: 0.875em; }
:not(pre) > code { background: var(--surface); border: 1px solid var(--line); border-radius: 0.3rem; padding: 0.1em 0.35em; overflow-wrap: anywhere; }
pre { background: var(--surface); border: 1px solid var(--line); border-radius: var(--corner); padding: 1rem 1.125rem; line-height: 1.55; white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 2; unicode-bidi: isolate; }
pre code { font-size: 1em; }
.note { color: var(--quiet); font-style: italic; margin-block-start: 0.75rem; }
.empty { background: var(--surface); border-radius: var(--corner); padding: 2.5rem 1.5rem; text-align: center; color: var(--quiet); }
.empty__title { color: var(--ink); font-weight: 650; font-size: 1.1875rem; }

/* Short values */
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 12rem), 1fr)); gap: 0.875rem 1.5rem; }
.overview { background: var(--surface); border-radius: var(--corner); padding: 1.125rem 1.375rem; }
dt { color: var(--quiet); font-size: 0.875rem; line-height: 1.4; }
dd { line-height: 1.5; overflow-wrap: anywhere; margin-block-start: 0.125rem; font-variant-numeric: tabular-nums; }
.overview dd { font-weight: 500; }
.badge { display: inline-block; padding: 0.0625rem 0.625rem; border-radius: 1rem; font-size: 0.875rem; line-height: 1.5; font-weight: 600; background: var(--plain-paper); color: var(--plain); }
.badge--good { background: var(--good-paper); color: var(--good); }
.badge--busy { background: var(--busy-paper); color: var(--busy); }
.badge--bad { background: var(--bad-paper); color: var(--bad); }
.truth .icon { color: var(--quiet); margin-inline-end: 0.35em; }
.truth--yes .icon { color: var(--good); }
.chips { display: flex; flex-wrap: wrap; gap: 0.375rem; list-style: none; }
.chips li { padding: 0.0625rem 0.625rem; border-radius: 1rem; background: var(--plain-paper); color: var(--plain); font-size: 0.9375rem; font-weight: 500; line-height: 1.5; }
.items { padding-inline-start: 1.375em; max-inline-size: var(--measure); }
.items li + li { margin-block-start: 0.45em; }

/* Groups */
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 13rem), 1fr)); gap: 1rem; list-style: none; }
.card { background: var(--raised); border: 1px solid var(--line); border-radius: var(--corner); padding: 1.25rem 1.375rem; }
.card .facts { grid-template-columns: repeat(auto-fill, minmax(min(100%, 13rem), 1fr)); gap: 0.75rem 1.5rem; }
.cards .facts { grid-template-columns: repeat(auto-fill, minmax(min(100%, 9rem), 1fr)); }
.group__head { display: flex; align-items: center; gap: 1rem; }
.group__head ~ * { margin-block-start: 0.875rem; }
.group__head ~ .group__lede { margin-block-start: 0.375rem; }
.group__lede { color: var(--quiet); }
.group__lede ~ * { margin-block-start: 1rem; }
.mark { flex: none; }
.mark img { display: block; max-inline-size: 7rem; max-block-size: 3.25rem; border-radius: 0.375rem; object-fit: contain; }
.stack { list-style: none; display: grid; grid-template-columns: minmax(0, 1fr); gap: 2.25rem; }
.stack:has(> .card) { gap: 1.25rem; }
.group__lead { margin-block-end: 1.25rem; }
.group__lead img { display: block; inline-size: 100%; max-block-size: 18rem; object-fit: cover; }
.related .files { border-inline: 0; border-block-end: 0; border-radius: 0; margin-block-end: -0.5rem; }
.related .files__item { padding-inline: 0; }
.fold { margin-block-start: 1.25rem; }
.fold > summary { display: inline-flex; align-items: center; gap: 0.625rem; padding: 0.375rem 0.875rem; border: 1px solid var(--line); border-radius: var(--corner); color: var(--accent); font-weight: 600; font-size: 0.9375rem; cursor: pointer; }
.fold > summary::-webkit-details-marker { display: none; }
.fold > summary ~ * { margin-block-start: 1.25rem; }
.part { margin-block-start: 1.5rem; }
.part > :first-child { margin-block-end: 0.5rem; }
.part > :is(h3, h4, h5, h6) { font-size: 1rem; color: var(--quiet); font-weight: 600; }
.part .part, .part .stack__item { border-inline-start: 0.1875rem solid var(--line); padding-inline-start: 1.125rem; }
.part .part .part .part .stack__item { padding-inline-start: 0; border: 0; }
.quotation { border-inline-start: 0.25rem solid var(--accent); padding-inline-start: 1.5rem; max-inline-size: var(--measure); }
.quotation blockquote { font-size: 1.25rem; line-height: 1.5; }
.zone { display: grid; grid-template-columns: minmax(0, 1fr); gap: 2.75rem; }
.zone > * { min-inline-size: 0; }
.stat { display: flex; flex-direction: column; }
.stat > :first-child { font-size: 0.9375rem; font-weight: 600; color: var(--quiet); }
.stat__figure { font-size: 2rem; line-height: 1.2; font-weight: 700; letter-spacing: -0.02em; font-variant-numeric: tabular-nums; margin-block-start: 0.25rem; }
.stat__unit { font-size: 1.125rem; font-weight: 600; letter-spacing: 0; color: var(--quiet); }
.stat .facts, .stat .prose { margin-block-start: 0.75rem; font-size: 0.9375rem; }

progress { appearance: none; inline-size: 100%; block-size: 0.5rem; border: 0; border-radius: 0.25rem; overflow: hidden; background: var(--plain-paper); }
progress::-webkit-progress-bar { background: var(--plain-paper); }
progress::-webkit-progress-value { background: var(--accent); }
progress::-moz-progress-bar { background: var(--accent); }
.stat progress { margin-block-start: 0.75rem; }
.progress { display: flex; align-items: center; gap: 0.75rem; margin-block-end: 1rem; color: var(--quiet); font-size: 0.9375rem; font-variant-numeric: tabular-nums; }
.progress progress { flex: none; inline-size: 8rem; }
.progress + .stack { margin-block-start: 1.75rem; }
.action a { display: inline-block; padding: 0.5rem 1.125rem; border: 1px solid; border-radius: var(--corner); font-weight: 600; text-decoration: none; }
.action a:hover { text-decoration: underline; }
.action { margin-block-start: 1.25rem; }

/* Tables */
table { border-collapse: collapse; inline-size: 100%; font-size: 0.9688rem; line-height: 1.5; }
th, td { padding: 0.625rem 0.875rem; border-block-end: 1px solid var(--line); text-align: start; vertical-align: top; }
thead th { color: var(--quiet); font-size: 0.875rem; font-weight: 600; border-block-end-color: var(--quiet); vertical-align: bottom; }
tbody th { font-weight: 600; }
:is(th, td):first-child { padding-inline-start: 0; }
:is(th, td):last-child { padding-inline-end: 0; }
.table td, .table th { overflow-wrap: break-word; }
.table .table__long { min-inline-size: 10ch; overflow-wrap: anywhere; }
.table time, .table .badge:not(.badge--long), .table .chips li:not(.chips__long) { white-space: nowrap; }
.table--pairs thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
.table--pairs tr:first-child > * { border-block-start: 1px solid var(--line); }
.table--pairs th { inline-size: 50%; }
.table .chips { flex-direction: column; align-items: flex-start; }
.scroll { overflow-x: auto; }
.scroll .table { inline-size: calc(100% - 1rem); margin-inline: 0.5rem; }
.scroll:has(> .table) { margin-inline: -0.5rem; padding-block: 0.5rem; }
.filters + .scroll { margin-block-start: -0.5rem; }
.prose .scroll th, .prose .scroll td { min-inline-size: 6ch; overflow-wrap: normal; }
th.align-right, td.align-right { text-align: end; }
th.align-center, td.align-center { text-align: center; }
@media screen and (max-width: 40rem) {
  .overview { padding: 1.125rem; }
  .overview .facts, .card .facts { grid-template-columns: 1fr; gap: 0.625rem; }
  .fact { display: grid; grid-template-columns: minmax(5.5rem, 32%) 1fr; gap: 0.75rem; align-items: baseline; }
  .fact .fact { display: block; }
  th, td { padding-inline: 0.5rem; }
  .stack__item .stack__item { padding-inline-start: 0.625rem; }
  .table--rows, .table--rows tbody { display: block; }
  .table--rows thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  .table--rows tr { display: block; border: 1px solid var(--line); border-radius: var(--corner); background: var(--raised); padding: 0.875rem 1rem; }
  .table--rows tr + tr { margin-block-start: 0.75rem; }
  .table--rows tbody :is(th, td) { display: block; border: 0; padding: 0.25rem 0; text-align: start; }
  .table--rows tbody th { font-size: 1.0625rem; padding-block-start: 0; }
  .table--rows tbody td { display: grid; grid-template-columns: minmax(5.5rem, 32%) 1fr; gap: 0.75rem; }
  .table--rows tbody td::before { content: attr(data-label); color: var(--quiet); font-size: 0.875rem; line-height: 1.7; overflow-wrap: anywhere; }
  .table--rows tbody td.table__blank { display: none; }
}

${FILES_STYLE}${NAV_STYLE}${SEARCH_STYLE}${ISLAND_STYLE}${GATE_STYLE}${PRINT_STYLE}`);

/** Shrinks the sheet, because every page contains it. */
function squeeze(css: string): string {
  return css
    .replace(/\/\*[^*]*\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replaceAll(';}', '}')
    .trim();
}
