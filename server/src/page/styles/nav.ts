/**
 * The navigation of a link. On narrow screens it is folded above the page. On wide screens it is
 * open next to the page and stays visible. Browsers that can't unfold it by CSS keep the summary to
 * click.
 */
export const NAV_STYLE = `
.locales ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; }
.locales ul, .crumbs ol { list-style: none; font-size: 0.9375rem; }
.locales a { display: inline-block; padding-block: 0.125rem; }
.locales a[aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; border-block-end: 0.125rem solid var(--accent); }
.crumbs { margin-block-end: 0.875rem; }
.crumbs li { display: inline; color: var(--quiet); line-height: 1.4; }
.crumbs li:not(:last-child)::after { content: "/"; margin-inline: 0.5em; }
.crumbs a:not(:hover), .tree a:not(:hover), .contents a:not(:hover) { text-decoration: none; }

.folded > summary { display: flex; align-items: center; justify-content: space-between; gap: 1rem; padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: var(--corner); background: var(--raised); font-weight: 600; font-size: 0.9375rem; cursor: pointer; }
.folded > summary::-webkit-details-marker { display: none; }
.folded > summary::after, .fold > summary::after { content: ""; flex: none; inline-size: 0.5em; block-size: 0.5em; margin-block-end: 0.25em; border: solid; border-width: 0 0.125rem 0.125rem 0; transform: rotate(45deg); }
[open] > summary::after { transform: rotate(225deg); margin-block-end: -0.125em; }
.folded ul { list-style: none; }
.folded > ul { padding: 0.5rem 0 0; }
.folded a { display: block; padding: 0.3125rem 0.75rem; border-radius: 0.375rem; color: var(--ink); font-size: 0.9375rem; line-height: 1.4; }
.folded a:hover { background: var(--surface); }
.folded a:focus-visible { outline-offset: -0.1875rem; }
.tree { margin-block-start: 1rem; }
.tree ul ul { margin-inline-start: 0.75rem; border-inline-start: 1px solid var(--line); padding-inline-start: 0.375rem; }
.tree a[aria-current] { background: var(--surface); font-weight: 650; box-shadow: inset 0.1875rem 0 var(--accent); }
[dir=rtl] .tree a[aria-current] { box-shadow: inset -0.1875rem 0 var(--accent); }
.contents { margin-block-end: 2.25rem; }

.pager { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; margin-block-start: 4rem; }
.pager a { display: block; padding: 0.875rem 1.125rem; border: 1px solid var(--line); border-radius: var(--corner); font-weight: 600; line-height: 1.4; text-decoration: none; text-wrap: balance; }
.pager a:hover { border-color: currentColor; }
.pager a[rel=next] { grid-column: 2; text-align: end; }
.pager__way { display: block; color: var(--quiet); font-size: 0.875rem; font-weight: 400; }
.pager__way .icon { vertical-align: -0.125em; margin-inline: 0.25em; }
[dir=rtl] .pager .icon { transform: scaleX(-1); }
@media screen and (max-width: 40rem) {
  .pager { grid-template-columns: 1fr; }
  .pager a[rel=next] { grid-column: 1; }
}

@media screen and (min-width: 64rem) {
  .with-tree { --frame: calc(var(--tree) + var(--gap) + var(--width)); }
  .with-tree .frame { display: grid; grid-template-columns: var(--tree) minmax(0, 1fr); column-gap: var(--gap); }
  .tree { margin-block-start: clamp(1.75rem, 4.5vw, 3.5rem); }
  .tree .folded { margin-inline-start: -0.75rem; }
  ${unfolded('.tree')}
  .with-contents:not(.with-tree) { --frame: calc(var(--width) + var(--gap) + var(--contents)); }
  ${contentsBeside('.with-contents:not(.with-tree)')}
}
@media screen and (min-width: 90rem) {
  .with-tree.with-contents { --frame: calc(var(--tree) + var(--gap) + var(--width) + var(--gap) + var(--contents)); }
  ${contentsBeside('.with-tree.with-contents')}
}
`;

/** Puts the table of contents of such pages into its own column. */
function contentsBeside(page: string): string {
  return `
  ${page} main { display: grid; grid-template-columns: minmax(0, 1fr) var(--contents); grid-template-rows: auto auto 1fr; column-gap: var(--gap); }
  ${page} main > * { grid-column: 1; }
  ${page} .contents { grid-area: 2 / 2 / span 3; margin: 0; }
  ${unfolded(`${page} .contents`)}`;
}

/** Keeps a folded navigation open and visible. */
function unfolded(nav: string): string {
  return `
  ${nav} .folded { position: sticky; inset-block-start: 1.5rem; max-block-size: calc(100vh - 3rem); overflow: auto; }
  @supports selector(details::details-content) {
    ${nav} .folded > summary { border: 0; padding: 0 0.75rem; background: none; color: var(--quiet); font-size: 0.875rem; pointer-events: none; }
    ${nav} .folded > summary::after { content: none; }
    ${nav} .folded::details-content { content-visibility: visible; display: block; block-size: auto; }
  }`;
}
