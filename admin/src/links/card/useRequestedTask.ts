import * as React from 'react';

import { useLocation, useNavigate } from 'react-router-dom';

import type { EntrySharing } from '../../../../contracts/entries';
import type { Link } from '../../../../contracts/links';
import { ASK_PARAM, parseAsk } from '../../../../contracts/panel-paths';
import { useReadLink } from '../link/api';
import type { OpenTask } from '../manager/useLinkTask';

/**
 * Opens the task that the address of the page asks for, as the addresses in e-mails do. The request
 * is then removed from the address. A person who may not do the task sees the page as usual.
 */
export function useRequestedTask(sharing: EntrySharing, open: (task: OpenTask) => void) {
  const location = useLocation();
  const navigate = useNavigate();
  const readLink = useReadLink();
  const answered = React.useRef<string | null>(null);

  React.useEffect(() => {
    if (answered.current === location.key) return;
    answered.current = location.key;
    const params = new URLSearchParams(location.search);
    const wanted = params.get(ASK_PARAM);
    params.delete(ASK_PARAM);
    const search = params.toString();
    if (wanted !== null) {
      // The edit view loads its entry anew for another address, and this card with it: the
      // request waits in the history's state until that is done.
      navigate({ search }, { replace: true, state: { [ASK_PARAM]: wanted } });
      return;
    }
    const kept: unknown = (location.state as Record<string, unknown> | null)?.[ASK_PARAM];
    if (typeof kept !== 'string') return;
    navigate({ search: location.search }, { replace: true, state: null });
    void answer(kept);
  });

  async function answer(asked: string): Promise<void> {
    const ask = parseAsk(asked);
    if (!ask || (ask.task === 'extend' && !sharing.can.manage)) return;
    const link = sharing.links.find(({ id }) => id === ask.id) ?? (await readEnded(ask.id));
    if (link) open({ link, name: ask.task });
  }

  /** Reads a link that has ended: the card does not have it. */
  async function readEnded(id: number): Promise<Link | null> {
    const read = await readLink(id);
    if ('error' in read || read.data.state === 'revoked') return null;
    const { contentType, documentId, locale } = read.data;
    const isHere =
      contentType === sharing.contentType &&
      documentId === sharing.documentId &&
      locale === sharing.locale;
    return isHere ? read.data : null;
  }
}
