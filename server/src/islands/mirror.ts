/**
 * Updates the page to the server's latest answer, but keeps what the visitor and other islands have
 * changed: it applies only the differences between two answers.
 */
export interface Mirror {
  /** The server's last answer. */
  sent: Element;
  /** The node on the page for each node of `sent`. */
  live: WeakMap<Node, Node>;
}

/** Call this before anything on the page changes. */
export function mirrorOf(element: Element): Mirror {
  const mirror = { sent: element.cloneNode(true) as Element, live: new WeakMap<Node, Node>() };
  pair(mirror, mirror.sent, element);
  return mirror;
}

/** Applies the differences between the last answer and the next one to the page. */
export function update(mirror: Mirror, next: Element): void {
  patch(mirror, mirror.sent, next);
  mirror.sent = next;
}

const WRITTEN = 'textarea, input:is([type=text], [type=search], [type=email], :not([type]))';

/** Returns true if somebody has typed text there that only this page has. */
export function holdsTyping(node: Node): boolean {
  if (!(node instanceof Element)) return false;
  const inputs = [...node.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(WRITTEN)];
  if (node.matches(WRITTEN)) inputs.push(node as HTMLInputElement);
  return inputs.some((input) => input.value !== input.defaultValue);
}

function pair(mirror: Mirror, sent: Node, live: Node): void {
  mirror.live.set(sent, live);
  const children = [...live.childNodes];
  sent.childNodes.forEach((child, index) => {
    const shown = children[index];
    if (shown) pair(mirror, child, shown);
  });
}

/** Links the equal nodes of `next` to the page's nodes of `old`, with all their children. */
function hand(mirror: Mirror, old: Node, next: Node): void {
  const live = mirror.live.get(old);
  if (live) mirror.live.set(next, live);
  next.childNodes.forEach((child, index) => {
    const before = old.childNodes[index];
    if (before) hand(mirror, before, child);
  });
}

function patch(mirror: Mirror, old: Node, next: Node): void {
  if (old.isEqualNode(next)) return hand(mirror, old, next);
  const live = mirror.live.get(old);
  if (!live) return;
  mirror.live.set(next, live);
  // With scripts on, browsers parse its content as text, so its nodes can't be compared.
  if (next.nodeName === 'NOSCRIPT') return;
  if (old instanceof Element && next instanceof Element && live instanceof Element) {
    patchAttributes(old, next, live);
    patchChildren(mirror, old, next, live);
  } else {
    live.nodeValue = next.nodeValue;
  }
}

function patchAttributes(old: Element, next: Element, live: Element): void {
  for (const { name, value } of next.attributes) {
    if (old.getAttribute(name) !== value) live.setAttribute(name, value);
  }
  for (const { name } of old.attributes) {
    if (!next.hasAttribute(name)) live.removeAttribute(name);
  }
}

function patchChildren(mirror: Mirror, old: Element, next: Element, live: Element): void {
  dropTranslation(mirror, old, live);
  const partners = partnersOf([...old.childNodes], [...next.childNodes]);
  const kept = new Set(partners.values());
  for (const child of old.childNodes) {
    if (!kept.has(child)) takeAway(mirror, child);
  }
  const wanted = [...next.childNodes].map((child) => {
    const partner = partners.get(child);
    if (partner) patch(mirror, partner, child);
    else pair(mirror, child, document.importNode(child, true));
    return mirror.live.get(child);
  });
  arrange(
    live,
    wanted.filter((node): node is Node => node !== undefined)
  );
}

/** Translators of browsers put their own words in the place of a text. They belong to the old one. */
function dropTranslation(mirror: Mirror, old: Element, live: Element): void {
  const isTranslated = [...old.childNodes].some(
    (child) => child.nodeType === Node.TEXT_NODE && mirror.live.get(child)?.parentNode !== live
  );
  if (isTranslated) for (const words of live.querySelectorAll(':scope > font')) words.remove();
}

/** Removes a node, but keeps elements with typed text. */
function takeAway(mirror: Mirror, old: Node): void {
  const live = mirror.live.get(old);
  if (live && holdsTyping(live)) old.childNodes.forEach((child) => takeAway(mirror, child));
  else live?.parentNode?.removeChild(live);
}

/** Sorts the nodes. Other nodes among them, which islands have added, stay. */
function arrange(parent: Element, nodes: Node[]): void {
  const own = new Set(nodes);
  let cursor = parent.firstChild;
  for (const node of nodes) {
    while (cursor && !own.has(cursor)) cursor = cursor.nextSibling;
    if (cursor === node) cursor = node.nextSibling;
    else parent.insertBefore(node, cursor);
  }
}

/** Matches each new child with an old one: by id, by equality, then by kind. */
function partnersOf(old: Node[], next: Node[]): Map<Node, Node> {
  const partners = new Map<Node, Node>();
  const free = new Set(old);
  const match = (isSame: (before: Node, after: Node) => boolean): void => {
    for (const after of next) {
      if (partners.has(after)) continue;
      for (const before of free) {
        if (!isSame(before, after)) continue;
        partners.set(after, before);
        free.delete(before);
        break;
      }
    }
  };
  match((before, after) => idOf(before) !== '' && idOf(before) === idOf(after));
  match((before, after) => before.isEqualNode(after));
  match(
    (before, after) =>
      before.nodeName === after.nodeName && idOf(before) === '' && idOf(after) === ''
  );
  return partners;
}

function idOf(node: Node): string {
  return node instanceof Element ? node.id : '';
}
