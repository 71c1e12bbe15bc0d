import * as React from 'react';

import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useAPIErrorHandler, useNotification } from '@strapi/strapi/admin';

import type { EntrySharing } from '../../../contracts/entries';
import { POLICIES } from '../../../contracts/links';
import type { SharePolicy } from '../../../contracts/links';
import { AskDialog } from '../ui/dialog/AskDialog';
import { useTranslate } from '../utils/translations';
import { useSetPolicy } from './api';
import { closesLinks } from './closesLinks';
import { useSourceWords } from './useSourceWords';

interface PolicySelectProps {
  sharing: EntrySharing;
  refetch: () => PromiseLike<unknown>;
}

/** Sets the share policy of an entry; asks first where that closes links that work. */
export function PolicySelect({ sharing, refetch }: PolicySelectProps) {
  const t = useTranslate();
  const words = useSourceWords();
  const { toggleNotification } = useNotification();
  const { _unstableFormatAPIError: formatError } = useAPIErrorHandler();
  const setPolicy = useSetPolicy();
  const [asked, setAsked] = React.useState<SharePolicy | null>(null);
  /** What was chosen, until the card knows it. */
  const [chosen, setChosen] = React.useState<SharePolicy | null>(null);
  const field = React.useRef<HTMLDivElement>(null);
  const { policy, contentType: uid, documentId, locale } = sharing;

  async function save(next: SharePolicy) {
    setChosen(next);
    const answer = await setPolicy({ uid, documentId, locale: locale ?? undefined, policy: next });
    if ('data' in answer) {
      toggleNotification({ type: 'success', message: t(`policy.done.${answer.data.effective}`) });
    } else {
      toggleNotification({ type: 'danger', message: formatError(answer.error) });
    }
    await refetch();
    setChosen(null);
  }

  function choose(value: string | number) {
    const next = POLICIES.find((name) => name === value);
    if (!next || next === policy.own) return;
    if (closesLinks(sharing, next)) setAsked(next);
    else void save(next);
  }

  return (
    <div ref={field}>
      <Field.Root name="sharePolicy" hint={t(`policy.hint.${policy.effective}`)}>
        <Field.Label>{t('policy.title')}</Field.Label>
        <SingleSelect
          size="S"
          value={chosen ?? policy.own}
          disabled={chosen !== null}
          onChange={choose}
        >
          <SingleSelectOption value="inherit">{words(policy.inherited)}</SingleSelectOption>
          <SingleSelectOption value="off">{t('policy.off')}</SingleSelectOption>
          <SingleSelectOption value="view">{t('policy.view')}</SingleSelectOption>
        </SingleSelect>
        <Field.Hint />
      </Field.Root>
      <AskDialog
        isOpen={asked !== null}
        title={t('policy.close.title')}
        confirmLabel={t('policy.close.confirm')}
        isDangerous
        onConfirm={async () => {
          if (asked) await save(asked);
          setAsked(null);
        }}
        onClose={() => setAsked(null)}
        returnFocus={() => field.current?.querySelector<HTMLElement>('[role="combobox"]')?.focus()}
      >
        {t('policy.close.question', { count: sharing.counts.live })}
      </AskDialog>
    </div>
  );
}
