/** Images, video, audio and downloads. */
export const FILES_STYLE = `
.figure img { display: block; max-block-size: 40rem; }
.figure video { display: block; inline-size: 100%; aspect-ratio: 16 / 9; max-block-size: 32rem; background: #000000; }
.figure a { display: block; inline-size: fit-content; max-inline-size: 100%; }
figcaption { margin-block-start: 0.5rem; color: var(--quiet); font-size: 0.9063rem; line-height: 1.5; }
* + .figure, .figure + *, .gallery + *, .files + * { margin-block-start: 1.25rem; }
:is(h2, h3, h4, h5, h6) + .figure { margin-block-start: 0; }
.gallery { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 9rem), 1fr)); gap: 0.875rem; list-style: none; }
@media (min-width: 40rem) { .gallery { grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); } }
.gallery .figure { margin: 0; }
.gallery a { inline-size: auto; }
.gallery img { inline-size: 100%; aspect-ratio: 4 / 3; object-fit: cover; border: 1px solid var(--line); }
.files { list-style: none; border: 1px solid var(--line); border-radius: var(--corner); }
.files__item { display: flex; gap: 0.875rem; padding: 0.8125rem 1.125rem; }
.files__item + .files__item { border-block-start: 1px solid var(--line); }
.files__item > .icon { inline-size: 1.5rem; block-size: 1.5rem; margin-block-start: 0.125rem; color: var(--quiet); }
.files__item > div { min-inline-size: 0; }
.files__name { font-weight: 600; overflow-wrap: anywhere; }
.files__about, .files__caption { display: block; color: var(--quiet); font-size: 0.9063rem; line-height: 1.45; }
.download { display: flex; flex-wrap: wrap; align-items: center; gap: 0.125rem 0.625rem; margin-block-start: 0.375rem; color: var(--quiet); font-size: 0.875rem; line-height: 1.5; }
.download a { display: inline-flex; align-items: center; gap: 0.375rem; padding-block: 0.1875rem; font-weight: 600; text-decoration: none; }
.download a:hover { text-decoration: underline; }
.files__item .download { margin: 0 0 auto auto; flex: none; }
@media (max-width: 30rem) { .files__item { flex-wrap: wrap; } .files__item > div { flex: 1; } .files__item .download { margin-inline-start: 2.375rem; flex: 1 0 calc(100% - 2.375rem); } }
.download-all { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 0.875rem; margin-block-start: 2.5rem; padding-block-start: 1.5rem; border-block-start: 1px solid var(--line); }
.download-all a { display: inline-flex; align-items: center; gap: 0.5rem; padding: 0.5rem 1.125rem; border: 1px solid; border-radius: var(--corner); font-weight: 600; text-decoration: none; }
.download-all a:hover { text-decoration: underline; }
.download-all__about { color: var(--quiet); font-size: 0.9375rem; }
`;
