/**
 * Keeps the page as the server sends it, without taking away what the visitor and the other
 * islands have done to it since: only what differs between two answers of the server is changed.
 */
export interface Mirror {
  /** What the server sent last. */
  sent: Element;
  /** The node on the page that shows a node of it. */
  live: WeakMap<Node, Node>;
}

/** To be made before anything on the page is changed. */
export function mirrorOf(element: Element): Mirror {
  const mirror = { sent: element.cloneNode(true) as Element, live: new WeakMap<Node, Node>() };
  pair(mirror, mirror.sent, element);
  return mirror;
}

/** Brings the page from what was sent last to what was sent now. */
export function update(mirror: Mirror, next: Element): void {
  patch(mirror, mirror.sent, next);
  mirror.sent = next;
}

const WRITTEN = 'textarea, input:is([type=text], [type=search], [type=email], :not([type]))';

/** Whether somebody has written something there that only this page knows. */
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

/** `next` stands for what `old` stood for, down to the last node: the two are equal. */
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
  // Where script runs, browsers keep its content as text: no two of them can be compared.
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

/** What somebody is writing stays even where nothing else of its place is left. */
function takeAway(mirror: Mirror, old: Node): void {
  const live = mirror.live.get(old);
  if (live && holdsTyping(live)) old.childNodes.forEach((child) => takeAway(mirror, child));
  else live?.parentNode?.removeChild(live);
}

/** Puts nodes into an order; others among them, which the islands have added, stay. */
function arrange(parent: Element, nodes: Node[]): void {
  const own = new Set(nodes);
  let cursor = parent.firstChild;
  for (const node of nodes) {
    while (cursor && !own.has(cursor)) cursor = cursor.nextSibling;
    if (cursor === node) cursor = node.nextSibling;
    else parent.insertBefore(node, cursor);
  }
}

/** Which of the old children each of the next ones is: by id, by being equal, by its kind. */
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
