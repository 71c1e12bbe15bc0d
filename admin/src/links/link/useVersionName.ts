import type { EntrySharing } from '../../../../contracts/entries';
import type { LinkShows } from '../../../../contracts/links';
import { useTranslate } from '../../utils/translations';

/** A version in a few words; a type without draft & publish has only what was saved last. */
export function useVersionName({ versions }: Pick<EntrySharing, 'versions'>) {
  const t = useTranslate();
  return (shows: LinkShows): string =>
    t(`rules.shows.${shows === 'frozen' || versions.draftAndPublish ? shows : 'saved'}`);
}
