/**
 * The parts that need the script. Their space is reserved from the start, so that nothing moves.
 */
export const ISLAND_STYLE = `
[hidden] { display: none !important; }
.news { position: fixed; inset-block-end: 1.25rem; inset-inline: 0; z-index: 2; inline-size: fit-content; max-inline-size: calc(100% - 2.5rem); margin-inline: auto; padding: 0.5rem 1.125rem; border-radius: 2rem; background: var(--ink); color: var(--paper); font-size: 0.9375rem; font-weight: 600; line-height: 1.4; pointer-events: none; }
.news:empty { padding: 0; }
.news:not(:empty) { animation: news 0.25s ease-out; }
[data-stale] .news { background: var(--draft-paper); color: var(--draft); border: 1px solid; }
[data-stale] :is(.stat__figure, progress) { color: var(--quiet); font-style: italic; filter: grayscale(1); }
@keyframes news { from { opacity: 0; transform: translateY(0.5rem); } }

.filters { display: none; margin-block-end: 1.25rem; font-size: 0.9375rem; }
@media (scripting: enabled) { .filters { display: block; min-block-size: 2.25rem; } }
.filters:not(:empty) { display: block; }
.filters + * { margin-block-start: 0; }
.filters + .stack { margin-block-start: 1.75rem; }
.filters__bar { display: flex; flex-wrap: wrap; align-items: center; gap: 0.375rem 1rem; min-block-size: 2.25rem; }
.filters button { font: inherit; font-weight: 600; padding: 0.25rem 0.875rem; border: 1px solid var(--line); border-radius: 2rem; background: var(--raised); color: var(--ink); cursor: pointer; }
.filters button:hover { border-color: var(--quiet); }
.filters__toggle::after { content: ""; display: inline-block; inline-size: 0.4em; block-size: 0.4em; margin-inline-start: 0.625em; margin-block-end: 0.2em; border: solid; border-width: 0 0.125rem 0.125rem 0; transform: rotate(45deg); }
.filters__toggle[aria-expanded="true"]::after { transform: rotate(225deg); margin-block-end: -0.1em; }
.filters__count { color: var(--quiet); font-variant-numeric: tabular-nums; }
.filters__note { font-weight: 600; }
.filters__note:empty { display: none; }
.filters__panel { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 11rem), 1fr)); gap: 0.875rem 1rem; margin-block-start: 0.625rem; padding: 1rem 1.125rem 1.25rem; border: 1px solid var(--line); border-radius: var(--corner); background: var(--surface); }
.filters__field { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.25rem; align-content: end; min-inline-size: 0; }
.filters__field label { color: var(--quiet); font-size: 0.875rem; line-height: 1.35; overflow-wrap: anywhere; }
.filters__field :is(select, input) { font: inherit; line-height: 1.4; color: inherit; inline-size: 100%; min-inline-size: 0; block-size: 2.5rem; padding-inline: 0.625rem; border: 1px solid var(--quiet); border-radius: 0.375rem; background: var(--paper); }
th[aria-sort] { color: var(--ink); }
th[aria-sort]::after { content: "\\2191"; margin-inline-start: 0.35em; }
th[aria-sort="descending"]::after { content: "\\2193"; }

@media (prefers-reduced-motion: reduce) { .news:not(:empty) { animation: none; } }
@media print {
  .news, .filters, .filters__panel { display: none !important; }
  .filters--on { display: block !important; min-block-size: 0; }
}
`;
