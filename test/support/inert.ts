/** The elements of the page itself; content adds no others. */
const ELEMENTS = (
  'html head meta title style link script body header main footer section div span p h1 h2 h3 h4 ' +
  'h5 h6 a ul ol li dl dt dd table caption thead tbody tr th td figure figcaption img picture ' +
  'video audio svg path pre code blockquote strong em s u br wbr hr time bdi progress nav details ' +
  'summary form label input button aside small mark'
).split(' ');

/** The attributes of the page itself, besides `aria-…` and `data-…`. */
const ATTRIBUTES = (
  'lang dir charset name content class id href rel blocking src srcset sizes alt width height loading ' +
  'title role tabindex scope datetime start max value min type hreflang download controls ' +
  'preload open for action method autocomplete maxlength required placeholder decoding ' +
  'viewBox d fill stroke stroke-width stroke-linecap stroke-linejoin integrity async defer ' +
  'fetchpriority spellcheck enterkeyhint property hidden accept-charset'
).split(' ');

export const PAGE_PARTS = { elements: ELEMENTS, attributes: ATTRIBUTES };

/**
 * Runs in a browser: returns each part of the document, as the browser understands it, that is not
 * a part of the page or leads to a forbidden place.
 */
export function strangeParts({ elements, attributes }: typeof PAGE_PARTS): string[] {
  const strange: string[] = [];
  for (const element of document.querySelectorAll('*')) {
    const tag = element.localName;
    if (!elements.includes(tag)) strange.push(`<${tag}>`);
    for (const { name, value } of element.attributes) {
      const isKnown = attributes.includes(name) || /^(aria|data)-[a-z-]+$/.test(name);
      if (!isKnown) strange.push(`<${tag} ${name}>`);
      if (name === 'href' && !/^(https?:|mailto:|tel:|#|\/(?![/\\]))/.test(value)) {
        strange.push(`<${tag} href="${value}">`);
      }
      if (name === 'src' && !value.startsWith('/share/')) strange.push(`<${tag} src="${value}">`);
    }
  }
  const scripts = [...document.scripts].filter((script) => script.textContent !== '');
  if (scripts.length > 0) strange.push('an inline script');
  return strange;
}
