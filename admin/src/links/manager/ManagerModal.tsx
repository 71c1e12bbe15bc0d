import * as React from 'react';

import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';

import type { EntrySharing } from '../../../../contracts/entries';
import type { Link } from '../../../../contracts/links';
import { DialogBody, ModalFrame } from '../../ui/dialog/ModalFrame';
import { FOCUS_TARGETS, focusIn } from '../../ui/focus';
import { useTranslate } from '../../utils/translations';
import { HistoryPanel, hasHistory } from '../history/HistoryPanel';
import { HandOver } from './HandOver';
import type { HandedOver } from './HandOver';
import { LinkList } from './LinkList';
import { ManagerNotices } from './ManagerNotices';
import { ManagerTabs } from './ManagerTabs';
import type { ManagerTab } from './ManagerTabs';
import { TaskDialogs } from './TaskDialogs';
import { useLinkTask } from './useLinkTask';
import type { OpenTask } from './useLinkTask';

/** The history has more columns than a dialog has room for. */
const WIDE = { width: 'min(130rem, 94vw)', maxWidth: 'none' };

interface ManagerModalProps {
  /** Gives the caller the dialog, so that it can hand the focus back to it. */
  content: React.RefObject<HTMLDivElement>;
  sharing: EntrySharing;
  /** The link that was just made: first in the list, and with its address even if none is kept. */
  made: Link | null;
  /** The link to hand over to its visitors, with its new password; null if there is none. */
  handedOver: HandedOver | null;
  onHandOver: (handedOver: HandedOver | null) => void;
  notice: string | null;
  /** The task whose dialog is open from the start. */
  requested: OpenTask | null;
  isOpen: boolean;
  onClose: () => void;
  /** Called with the link that the new one copies, or null. */
  onCreate: (copied: Link | null) => void;
  onRotated: (link: Link) => void;
  onDeleted: (link: Link) => void;
  returnFocus: () => void;
}

/** Lists the live links of the entry. A person who may not manage them only reads. */
export function ManagerModal({
  content,
  sharing,
  made,
  handedOver,
  onHandOver,
  notice,
  requested,
  isOpen,
  onClose,
  onCreate,
  onRotated,
  onDeleted,
  returnFocus,
}: ManagerModalProps) {
  const t = useTranslate();
  const [tab, setTab] = React.useState<ManagerTab | null>(null);
  const { task, start, finish } = useLinkTask(onCreate, requested);

  const { can } = sharing;
  const links = withMadeLink(sharing.links, made);
  const mayCreateAnother = can.create && sharing.mode === 'multiple';

  const showsHistory = hasHistory(sharing);
  const shownTab = tab ?? (links.length === 0 ? 'history' : 'live');
  const isWide = showsHistory && shownTab === 'history';
  const list = (
    <LinkList links={links} madeId={made?.id ?? null} sharing={sharing} onTask={start} />
  );

  function handleDeleted(link: Link) {
    const isLast = shownTab === 'live' && links.every(({ id }) => id === link.id);
    if (handedOver?.link.id === link.id) onHandOver(null);
    onDeleted(link);
    finish();
    if (isLast) onClose();
  }

  function handleSaved(link: Link, password: string | null) {
    if (password !== null) onHandOver({ link, password });
  }

  function handleRotated(link: Link) {
    onRotated(link);
    const isKnown = handedOver?.link.id === link.id;
    onHandOver({ link, password: isKnown ? handedOver.password : null });
  }

  return (
    <>
      <ModalFrame
        content={content}
        isOpen={isOpen}
        title={t(can.create || can.manage ? 'action.manage' : 'action.view')}
        style={isWide ? WIDE : undefined}
        onClose={onClose}
        onOpened={focusIn}
        returnFocus={() => {
          setTab(null);
          returnFocus();
        }}
      >
        <DialogBody>
          <Flex direction="column" alignItems="stretch" gap={5}>
            <Typography variant="beta" tag="h3" style={{ overflowWrap: 'anywhere' }}>
              {sharing.title}
            </Typography>
            <ManagerNotices sharing={sharing} notice={notice} hasMade={made !== null} />
            {handedOver ? (
              <HandOver
                key={`${handedOver.link.id}/${handedOver.link.updatedAt}`}
                handedOver={{
                  ...handedOver,
                  link: links.find(({ id }) => id === handedOver.link.id) ?? handedOver.link,
                }}
                canReveal={sharing.can.reveal}
                onDone={() => {
                  onHandOver(null);
                  content.current?.focus();
                }}
              />
            ) : null}
            {showsHistory ? (
              <ManagerTabs
                tab={shownTab}
                onTab={setTab}
                live={list}
                history={<HistoryPanel sharing={sharing} onTask={start} />}
              />
            ) : (
              list
            )}
          </Flex>
        </DialogBody>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('manager.close')}
          </Button>
          {mayCreateAnother ? (
            <Button
              variant="secondary"
              startIcon={<Plus />}
              onClick={() => onCreate(null)}
              data-focus={FOCUS_TARGETS.create}
            >
              {t('manager.another')}
            </Button>
          ) : null}
        </Modal.Footer>
      </ModalFrame>
      <TaskDialogs
        manager={content}
        sharing={sharing}
        task={task}
        onClose={finish}
        onSaved={handleSaved}
        onRotated={handleRotated}
        onDeleted={handleDeleted}
      />
    </>
  );
}

/** Adds the link that was just made: only the answer to its creation may have its address. */
function withMadeLink(links: Link[], made: Link | null): Link[] {
  if (!made) return links;
  const listed = links.find(({ id }) => id === made.id);
  const others = links.filter(({ id }) => id !== made.id);
  return [{ ...made, ...listed, url: listed?.url ?? made.url }, ...others];
}
