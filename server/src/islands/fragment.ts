import type { Choices } from './rows';

/** The part of an address after `#`: a place on the page, and choices for its lists. */
export interface Fragment {
  anchor: string;
  lists: Map<string, Choices>;
}

/** Parses `#f-tasks-3&tasks:state=Done&tasks=-dueOn`. The place comes first, as in any link. */
export function parseFragment(hash: string): Fragment {
  const lists = new Map<string, Map<string, string>>();
  const [first = '', ...others] = hash.replace(/^#/, '').split('&');
  const isPlace = !first.includes('=');
  for (const part of isPlace ? others : [first, ...others]) {
    const end = part.indexOf('=');
    if (end < 1) continue;
    const [list = '', key = ''] = part.slice(0, end).split(':').map(decode);
    const choices = lists.get(list) ?? new Map<string, string>();
    lists.set(list, choices.set(key, decode(part.slice(end + 1))));
  }
  return { anchor: isPlace ? decode(first) : '', lists };
}

export function formatFragment({ anchor, lists }: Fragment): string {
  const parts = [...lists].flatMap(([list, choices]) =>
    [...choices].map(([key, choice]) => {
      const name = key === '' ? encode(list) : `${encode(list)}:${encode(key)}`;
      return `${name}=${encode(choice)}`;
    })
  );
  return [...(anchor || parts.length === 0 ? [encode(anchor)] : []), ...parts].join('&');
}

const encode = (text: string) => encodeURIComponent(text).replaceAll('%20', '+');

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', '%20'));
  } catch {
    return text;
  }
}
