import * as React from 'react';

import { Button } from '@strapi/design-system';
import { ClockCounterClockwise } from '@strapi/icons';
import { useForm } from '@strapi/strapi/admin';

import type { EntrySharing } from '../../../../contracts/entries';
import type { Link } from '../../../../contracts/links';
import { PolicySetting } from '../../share-policy/PolicySetting';
import { useTranslate } from '../../utils/translations';
import { EntryVisits } from '../../visits/EntryVisits';
import { CardLayout } from './CardLayout';
import { EntryStatus } from './EntryStatus';
import { focusIn } from '../../ui/focus';
import { hasHistory } from '../history/hasHistory';
import { ManagerModal } from '../manager/ManagerModal';
import { panelAction } from './panelAction';
import { ReasonedButton } from './ReasonedButton';
import { SitePausedNotice } from '../manager/SitePausedNotice';
import { useAsk } from './useRequestedTask';
import type { OpenTask } from '../manager/useLinkTask';
import { WarningModal } from '../form/CreateModal';

interface ShareControlsProps {
  sharing: EntrySharing;
  refetch: () => PromiseLike<unknown>;
}

/** Status, button and the two dialogs behind it: the warning, and the manager of the links. */
export function ShareControls({ sharing, refetch }: ShareControlsProps) {
  const t = useTranslate();
  const isModified = useForm('ShareControls', (form) => form.modified);
  const [isWarning, setWarning] = React.useState(false);
  const [isManaging, setManaging] = React.useState(false);
  const [made, setMade] = React.useState<Link | null>(null);
  const [copied, setCopied] = React.useState<Link | null>(null);
  const [notice, setNotice] = React.useState<string | null>(null);
  const [asked, setAsked] = React.useState<OpenTask | null>(null);
  const button = React.useRef<HTMLButtonElement>(null);
  const manager = React.useRef<HTMLDivElement>(null);
  const historyButton = React.useRef<HTMLButtonElement>(null);
  const action = panelAction(sharing);
  const hasOnlyHistory = sharing.links.length === 0 && hasHistory(sharing);

  useAsk(sharing, (task) => {
    setAsked(task);
    setManaging(true);
  });

  function open() {
    setMade(null);
    setNotice(null);
    setCopied(null);
    if (action.label === 'create') setWarning(true);
    else setManaging(true);
    void refetch();
  }

  function openHistory() {
    setMade(null);
    setNotice(null);
    setManaging(true);
    void refetch();
  }

  async function showManager(link: Link | null, message: string | null) {
    await refetch();
    setMade(link);
    setNotice(message);
    setWarning(false);
    setManaging(true);
  }

  async function handleDeleted(link: Link) {
    await refetch();
    if (link.id === made?.id) setMade(null);
  }

  return (
    <CardLayout>
      <EntryStatus sharing={sharing} />
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
      <PolicySetting sharing={sharing} refetch={refetch} />
      <WarningModal
        sharing={sharing}
        copied={copied}
        isOpen={isWarning}
        isModified={isModified}
        onClose={() => setWarning(false)}
        onMade={(link) => showManager(link, null)}
        onExists={(message) => showManager(null, message)}
        returnFocus={() => (isManaging ? focusIn(manager.current) : button.current?.focus())}
      />
      <ManagerModal
        content={manager}
        sharing={sharing}
        made={made}
        notice={notice}
        asked={asked}
        isOpen={isManaging}
        onClose={() => setManaging(false)}
        onCreate={(link) => {
          setCopied(link);
          setWarning(true);
        }}
        onRotated={setMade}
        onDeleted={handleDeleted}
        returnFocus={() => (action.isBlocked ? historyButton : button).current?.focus()}
      />
    </CardLayout>
  );
}
