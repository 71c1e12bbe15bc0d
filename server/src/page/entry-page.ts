import type { OpenedContent } from '../content/opened-content';
import { withAddresses } from './addresses';
import { crawlerInfo } from './crawlers/describe';
import { segmentsOf } from './page-address';
import { renderEntryPage } from './render';
import type { PageOptions, RenderedPage } from './render';

type EntryPageOptions = Omit<PageOptions, 'around' | 'crawlers' | 'uid'>;

/** Everything except the site's own renderers can be sent to another thread. */
export interface EntryPageInput {
  content: OpenedContent;
  options: EntryPageOptions;
  /** The absolute address of a crawlable link; null if search engines may not index it. */
  crawledAt: string | null;
}

/** The page of an opened entry. */
export function entryPage({ content, options, crawledAt }: EntryPageInput): RenderedPage {
  const { uid, entry, around } = content;
  const { base, place } = options;
  return renderEntryPage(withAddresses(entry, [base, ...segmentsOf(place)].join('/')), {
    ...options,
    uid,
    around,
    crawlers: crawledAt === null ? null : crawlerInfo(content, place, crawledAt),
  });
}
