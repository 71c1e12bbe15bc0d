import type { EntrySharing } from '../../../../contracts/entries';
import type { Link, LinkShows } from '../../../../contracts/links';
import { useTranslate } from '../../utils/translations';

/**
 * Names a link so that it differs from the others: by its own name, or by the start of its token.
 */
export function useLinkName() {
  const t = useTranslate();
  return (link: Pick<Link, 'label' | 'tokenHint'>): string =>
    link.label || t('link.unnamed.hint', { hint: link.tokenHint });
}

/** Names a version in a few words. A type without draft & publish has only what was saved last. */
export function useVersionName({ versions }: Pick<EntrySharing, 'versions'>) {
  const t = useTranslate();
  return (shows: LinkShows): string =>
    t(`rules.shows.${shows === 'frozen' || versions.draftAndPublish ? shows : 'saved'}`);
}
