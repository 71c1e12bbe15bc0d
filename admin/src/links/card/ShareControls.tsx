import * as React from 'react';

import { Button } from '@strapi/design-system';
import { ClockCounterClockwise } from '@strapi/icons';
import { useForm } from '@strapi/strapi/admin';

import type { EntrySharing } from '../../../../contracts/entries';
import type { Link } from '../../../../contracts/links';
import { PolicySetting } from '../../share-policy/PolicySetting';
import { focusIn } from '../../ui/focus';
import { useTranslate } from '../../utils/translations';
import { EntryVisits } from '../../visits/EntryVisits';
import { CreateModal } from '../form/CreateModal';
import { hasHistory } from '../history/HistoryPanel';
import type { HandedOver } from '../manager/HandOver';
import { ManagerModal } from '../manager/ManagerModal';
import { SitePausedNotice } from '../manager/SitePausedNotice';
import type { OpenTask } from '../manager/useLinkTask';
import { CardLayout } from './CardStates';
import { EntryStatus } from './EntryStatus';
import { OtherOpeners } from './OtherOpeners';
import { panelAction } from './panelAction';
import { ReasonedButton } from './ReasonedButton';
import { useRequestedTask } from './useRequestedTask';

interface ShareControlsProps {
  sharing: EntrySharing;
  refetch: () => PromiseLike<unknown>;
}

/** The status, the button and its two dialogs: one makes a link, the other manages all of them. */
export function ShareControls({ sharing, refetch }: ShareControlsProps) {
  const t = useTranslate();
  const isModified = useForm('ShareControls', (form) => form.modified);
  const [isCreating, setCreating] = React.useState(false);
  const [isManaging, setManaging] = React.useState(false);
  const [made, setMade] = React.useState<Link | null>(null);
  const [handedOver, setHandedOver] = React.useState<HandedOver | null>(null);
  const [copied, setCopied] = React.useState<Link | null>(null);
  const [notice, setNotice] = React.useState<string | null>(null);
  const [requested, setRequested] = React.useState<OpenTask | null>(null);
  const button = React.useRef<HTMLButtonElement>(null);
  const manager = React.useRef<HTMLDivElement>(null);
  const historyButton = React.useRef<HTMLButtonElement>(null);
  const action = panelAction(sharing);
  const hasOnlyHistory = sharing.links.length === 0 && hasHistory(sharing);

  useRequestedTask(sharing, (task) => {
    setRequested(task);
    setManaging(true);
  });

  function open() {
    setMade(null);
    setNotice(null);
    setCopied(null);
    if (action.label === 'create') setCreating(true);
    else setManaging(true);
    void refetch();
  }

  function openHistory() {
    setMade(null);
    setNotice(null);
    setManaging(true);
    void refetch();
  }

  function showManager(link: Link | null, message: string | null) {
    setMade(link);
    setNotice(message);
    setCreating(false);
    setManaging(true);
  }

  return (
    <CardLayout>
      <EntryStatus sharing={sharing} />
      <OtherOpeners openers={sharing.openers} />
      <EntryVisits visits={sharing.visits} />
      {sharing.sitePaused ? <SitePausedNotice pause={sharing.sitePaused} /> : null}
      <ReasonedButton
        ref={button}
        onClick={open}
        disabled={action.isBlocked}
        reason={action.isBlocked ? action.reason : null}
      >
        {t(`action.${action.label}`)}
      </ReasonedButton>
      {hasOnlyHistory ? (
        <Button
          ref={historyButton}
          fullWidth
          variant="tertiary"
          startIcon={<ClockCounterClockwise />}
          onClick={openHistory}
        >
          {t('action.history')}
        </Button>
      ) : null}
      <PolicySetting sharing={sharing} />
      <CreateModal
        sharing={sharing}
        copied={copied}
        isOpen={isCreating}
        isModified={isModified}
        onClose={() => setCreating(false)}
        onMade={(link, password) => {
          // A password that waits to be copied is not lost to a link without one.
          if (password !== null) setHandedOver({ link, password });
          showManager(link, null);
        }}
        onExists={(message) => showManager(null, message)}
        returnFocus={() => (isManaging ? focusIn(manager.current) : button.current?.focus())}
      />
      <ManagerModal
        content={manager}
        sharing={sharing}
        made={made}
        handedOver={handedOver}
        onHandOver={setHandedOver}
        notice={notice}
        requested={requested}
        isOpen={isManaging}
        onClose={() => {
          setManaging(false);
          // A password is shown once, in the dialog that follows its save.
          setHandedOver(null);
        }}
        onCreate={(link) => {
          setCopied(link);
          setCreating(true);
        }}
        onRotated={setMade}
        onDeleted={({ id }) => made?.id === id && setMade(null)}
        returnFocus={() => (action.isBlocked ? historyButton : button).current?.focus()}
      />
    </CardLayout>
  );
}
