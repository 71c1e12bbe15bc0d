/** Black on white, without controls, and with the addresses of links. */
export const PRINT_STYLE = `
@media (forced-colors: active) {
  .badge, .chips li, .card, .overview, .version strong, progress { border: 1px solid; }
  .tree a[aria-current] { outline: 1px solid; }
}
@media (prefers-reduced-motion: reduce) {
  html { scroll-behavior: auto; }
}
@page { margin: 18mm 16mm; }
@media print {
  :root { --ink: #000000; --accent: #000000; --quiet: #3d434a; }
  html { font-size: 75%; }
  body { display: block; line-height: 1.5; --edge: 0rem; --width: 100%; }
  .skip, .tree, .contents, .crumbs, .locales, .pager, .download, .download-all, audio, video, form, button, .fold > summary { display: none; }
  details::details-content { content-visibility: visible; display: block; block-size: auto; }
  .top { padding: 0 0 0.75rem; }
  .masthead { padding-block: 0 1.25rem; }
  .section { margin-block-start: 2rem; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; break-inside: avoid; }
  p, li { orphans: 3; widows: 3; }
  .group__lede, .progress { break-after: avoid; }
  .card:not(.related), .overview, .fact, .figure, .files__item, tr, .lead, .stat, pre, blockquote { break-inside: avoid; }
  thead { display: table-header-group; }
  thead, thead tr { break-after: avoid; }
  .scroll { overflow: visible; }
  .overview, .badge, .version strong, .chips li, pre, progress { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  img { max-block-size: 11cm; object-fit: contain; object-position: left; }
  .lead img, .group__lead img { max-block-size: 8cm; object-fit: contain; object-position: left; }
  .zone, .stack { display: block; }
  :is(.zone, .stack) > * + * { margin-block-start: 2rem; }
  a { text-decoration: none; }
  .prose a, .action a { text-decoration: underline; }
  :is(.prose, .action) a[href^="http"]::after { content: " (" attr(href) ")"; font-size: 0.85em; font-weight: 400; overflow-wrap: anywhere; }
  .action a { padding: 0; border: 0; }
  .footer { margin-block-start: 2rem; padding-block-end: 0; break-inside: avoid; }
}
`;
