/** The search form and the page of results. */
export const SEARCH_STYLE = `
.search { display: flex; inline-size: 100%; border: 1px solid var(--quiet); border-radius: var(--corner); background: var(--paper); }
.top .search { flex: 0 1 17rem; min-inline-size: 7.5rem; }
@media (max-width: 40rem) { .top .search { flex: 1 1 7.5rem; } }
.search:has(input:focus) { outline: 0.1875rem solid var(--accent); outline-offset: 0.1875rem; }
.search input { flex: 1; min-inline-size: 0; appearance: none; font: inherit; font-size: 1rem; line-height: 1.5; color: inherit; background: none; border: 0; outline: 0; padding: 0.375rem 0 0.375rem 0.875rem; }
[dir=rtl] .search input { padding: 0.375rem 0.875rem 0.375rem 0; }
.search input::placeholder { color: var(--quiet); opacity: 1; }
.search button { display: grid; place-items: center; inline-size: 2.75rem; min-block-size: 2.5rem; font: inherit; color: var(--quiet); background: none; border: 0; border-radius: var(--corner); cursor: pointer; }
.search button:hover { color: var(--ink); }
.results { flex: 1; max-inline-size: calc(var(--width) + 2 * var(--edge)); inline-size: 100%; margin-inline: auto; padding: clamp(1.5rem, 4vw, 2.5rem) var(--edge) 0; }
.results h1 { margin-block: 0.5rem 1.25rem; font-size: clamp(1.625rem, 1.3rem + 1.6vw, 2.125rem); }
.results .search { max-inline-size: 34rem; }
.results__back { font-size: 0.9375rem; }
.results__back a { display: inline-block; padding-block: 0.25rem; }
.results__count { margin-block-start: 1.25rem; color: var(--quiet); }
.results__advice { margin-block-start: 0.5rem; }
.results__bad { margin-block-start: 0.75rem; color: var(--bad); font-weight: 600; }
.results__entry { margin-block-start: 2rem; }
.results__entry h2 { font-size: 1.1875rem; margin-block-end: 0.5rem; }
.results__entry h2 a:not(:hover) { text-decoration: none; }
.results__entry ul { list-style: none; border: 1px solid var(--line); border-radius: var(--corner); overflow: hidden; }
.results__entry li + li { border-block-start: 1px solid var(--line); }
.hit { display: block; padding: 0.75rem 1rem; color: var(--ink); text-decoration: none; line-height: 1.5; }
.hit:hover { background: var(--surface); }
.hit:focus-visible { outline-offset: -0.1875rem; }
.hit__label { display: block; color: var(--quiet); font-size: 0.875rem; }
mark { background: #ffe58a; color: #1b1f24; border-radius: 0.1875rem; padding-inline: 0.0625rem; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
@media print { .search { display: none; } mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`;
