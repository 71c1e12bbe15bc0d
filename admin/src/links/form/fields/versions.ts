import type { EntrySharing } from '../../../../../contracts/entries';
import type { Link, LinkShows } from '../../../../../contracts/links';

/**
 * Returns the versions that a link can show: those that the entry has, and the one that the link
 * shows already.
 */
export function versionChoices(
  { versions, exposure }: Pick<EntrySharing, 'versions' | 'exposure'>,
  link: Pick<Link, 'shows'> | null
): LinkShows[] {
  const { draftAndPublish, published } = versions;
  const current = exposure?.shows ?? link?.shows ?? 'draft';
  const live: LinkShows[] = draftAndPublish
    ? [...(published ? ['published' as const] : []), 'draft']
    : [current === 'frozen' ? 'published' : current];
  const choices: LinkShows[] = [...live, 'frozen'];
  return link && !choices.includes(link.shows) ? [link.shows, ...choices] : choices;
}
