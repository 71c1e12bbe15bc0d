import * as React from 'react';

import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';

import type { EntrySharing } from '../../../../contracts/entries';
import type { Link } from '../../../../contracts/links';
import { useTranslate } from '../../utils/translations';
import { DialogBody } from '../../ui/dialog/DialogBody';
import { FOCUS_TARGETS, focusIn } from '../../ui/focus';
import { hasHistory } from '../history/hasHistory';
import { HistoryPanel } from '../history/HistoryPanel';
import { LinkList } from './LinkList';
import { ManagerNotices } from './ManagerNotices';
import { ManagerTabs } from './ManagerTabs';
import type { ManagerTab } from './ManagerTabs';
import { TaskDialogs } from './TaskDialogs';
import { useLinkTask } from './useLinkTask';
import type { OpenTask } from './useLinkTask';
import { withMadeLink } from './withMadeLink';

/** The history has more columns than a dialog has room for. */
const WIDE = { width: 'min(130rem, 94vw)', maxWidth: 'none' };

interface ManagerModalProps {
  /** The dialog itself, for those who hand the focus back to it. */
  content: React.RefObject<HTMLDivElement>;
  sharing: EntrySharing;
  /** The link that was made just now: shown first, with its address even where none is kept. */
  made: Link | null;
  notice: string | null;
  /** The dialog that is open from the start. */
  asked: OpenTask | null;
  isOpen: boolean;
  onClose: () => void;
  /** With the link whose settings the new one starts with. */
  onCreate: (copied: Link | null) => void;
  onRotated: (link: Link) => void;
  onDeleted: (link: Link) => Promise<void>;
  returnFocus: () => void;
}

/** Every live link of the entry; read-only for those who may look but not manage. */
export function ManagerModal({
  content,
  sharing,
  made,
  notice,
  asked,
  isOpen,
  onClose,
  onCreate,
  onRotated,
  onDeleted,
  returnFocus,
}: ManagerModalProps) {
  const t = useTranslate();
  const [tab, setTab] = React.useState<ManagerTab | null>(null);
  const { task, start, finish } = useLinkTask(onCreate, asked);

  const { can } = sharing;
  const links = withMadeLink(sharing.links, made);
  const mayCreateAnother = can.create && sharing.mode === 'multiple';

  const showsHistory = hasHistory(sharing);
  const shownTab = tab ?? (links.length === 0 ? 'history' : 'live');
  const isWide = showsHistory && shownTab === 'history';
  const list = (
    <LinkList links={links} madeId={made?.id ?? null} sharing={sharing} onTask={start} />
  );

  async function handleDeleted(link: Link) {
    const isLast = shownTab === 'live' && links.every(({ id }) => id === link.id);
    await onDeleted(link);
    finish();
    if (isLast) onClose();
  }

  return (
    <>
      <Modal.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
        <Modal.Content
          ref={content}
          aria-describedby={undefined}
          style={{ outline: 'none', ...(isWide && WIDE) }}
          onEscapeKeyDown={(event) => {
            if (keepsEscape(event.target)) event.preventDefault();
          }}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            focusIn(content.current);
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            setTab(null);
            returnFocus();
          }}
        >
          <Modal.Header closeLabel={t('dialog.close')}>
            <Modal.Title>
              {t(can.create || can.manage ? 'action.manage' : 'action.view')}
            </Modal.Title>
          </Modal.Header>
          <DialogBody>
            <Flex direction="column" alignItems="stretch" gap={5}>
              <Typography variant="beta" tag="h3">
                {sharing.title}
              </Typography>
              <ManagerNotices sharing={sharing} notice={notice} hasMade={made !== null} />
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
        </Modal.Content>
      </Modal.Root>
      <TaskDialogs
        manager={content}
        sharing={sharing}
        task={task}
        onClose={finish}
        onRotated={onRotated}
        onDeleted={handleDeleted}
      />
    </>
  );
}

/** Fields in which Escape has a meaning of its own must not lose it to the dialog. */
function keepsEscape(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('[data-keeps-escape]') !== null;
}
