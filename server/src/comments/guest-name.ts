import unhomoglyph from 'unhomoglyph';

import { GUEST_NAME_MAX_LENGTH } from '../../../contracts/comments';
import type { NameRefusal } from '../../../contracts/comments';
import { fold } from '../../../contracts/fold';
import { withoutInvisible } from '../../../contracts/typed-texts';

/** Names that say what somebody is, and that only the site may say. */
const OFFICIAL = ['team', 'admin', 'administrator', 'moderator', 'support', 'staff', 'editor'];

/** Shorter names of the team are only taken if they are the whole name of a guest. */
const MIN_PART = 5;

export type GuestName = { name: string } | { refusal: NameRefusal };

/**
 * Checks the name that a guest chooses. Comments of the team have a badge, but readers go by names:
 * none may look like that of a member of the team, or of the site.
 *
 * @param typed what the guest has typed
 * @param team the names of people and of the site that nobody else may use
 * @returns the name on one line, empty if nothing was typed
 */
export function guestName(typed: string, team: readonly string[]): GuestName {
  const name = withoutInvisible(typed.normalize('NFC'))
    .replace(/[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (name === '') return { name };
  if ([...name].length > GUEST_NAME_MAX_LENGTH) return { refusal: 'too-long' };
  if (!/[\p{L}\p{N}]/u.test(name) || stacksMarks(name)) return { refusal: 'not-readable' };
  return looksLikeTeam(name, team) ? { refusal: 'reserved' } : { name };
}

/** Many marks on one letter cover the lines above and below. No language needs more than four. */
const stacksMarks = (name: string): boolean => /\p{M}{5}/u.test(name.normalize('NFD'));

function looksLikeTeam(name: string, team: readonly string[]): boolean {
  const own = skeleton(name);
  const words = name.split(/[^\p{L}\p{M}\p{N}|]+/u).map(skeleton);
  if (OFFICIAL.some((word) => words.includes(skeleton(word)))) return true;
  return team.some((member) => {
    const other = skeleton(member);
    if (other === '') return false;
    const turned = skeleton(member.split(/\s+/).toReversed().join(''));
    return [other, turned].some(
      (one) => one === own || (one.length >= MIN_PART && own.includes(one))
    );
  });
}

/**
 * What the eye sees of a name: look-alikes of other scripts count as the letter they look like,
 * without accents, case, blanks and signs. The table is that of Unicode's UTS 39.
 */
function skeleton(text: string): string {
  const letters = fold(unhomoglyph(fold(text)));
  // `l`, `I` and `1` are one letter of the table, of which lower case hides one.
  return letters
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/[i1]/g, 'l')
    .replace(/0/g, 'o');
}
