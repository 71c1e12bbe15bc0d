import type { EntrySharing } from '../../../../contracts/entries';
import type { Link, LinkShows } from '../../../../contracts/links';
import { useTranslate } from '../../utils/translations';

/**
 * What a link is called where it has to be told from the others: its name, or its token's start.
 */
export function useLinkName() {
  const t = useTranslate();
  return (link: Link): string => link.label || t('link.unnamed.hint', { hint: link.tokenHint });
}

/** A version in a few words; a type without draft & publish has only what was saved last. */
export function useVersionName({ versions }: Pick<EntrySharing, 'versions'>) {
  const t = useTranslate();
  return (shows: LinkShows): string =>
    t(`rules.shows.${shows === 'frozen' || versions.draftAndPublish ? shows : 'saved'}`);
}
