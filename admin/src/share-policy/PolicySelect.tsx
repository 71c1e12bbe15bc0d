import * as React from 'react';

import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';

import type { EntrySharing } from '../../../contracts/entries';
import { POLICIES } from '../../../contracts/links';
import type { SharePolicy } from '../../../contracts/links';
import { addressOf } from '../api';
import { ConfirmDialog } from '../ui/dialog/ConfirmDialog';
import { useNotify } from '../ui/useNotify';
import { useTranslate } from '../utils/translations';
import { useSetPolicy } from './api';
import { useSourceWords } from './useSourceWords';

/** Sets the share policy of an entry. Asks first if that closes links that open now. */
export function PolicySelect({ sharing }: { sharing: EntrySharing }) {
  const t = useTranslate();
  const words = useSourceWords();
  const notify = useNotify();
  const setPolicy = useSetPolicy();
  const [asked, setAsked] = React.useState<SharePolicy | null>(null);
  /** The chosen policy, until the card is loaded again. */
  const [chosen, setChosen] = React.useState<SharePolicy | null>(null);
  const field = React.useRef<HTMLDivElement>(null);
  const { policy } = sharing;

  async function save(next: SharePolicy) {
    setChosen(next);
    const answer = await setPolicy({ ...addressOf(sharing), policy: next });
    if ('data' in answer) {
      notify.success(t(`policy.done.${answer.data.effective}`));
    } else {
      notify.failure(answer.error);
    }
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
      <Field.Root
        name="sharePolicy"
        hint={t(`policy.hint.${policy.effective}${sharing.locale === null ? '' : '.localized'}`)}
      >
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
      <ConfirmDialog
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
        {t(sharing.locale === null ? 'policy.close.question' : 'policy.close.question.localized', {
          count: sharing.counts.live,
        })}
      </ConfirmDialog>
    </div>
  );
}

/** Returns whether links that open now would stop opening under this policy. */
function closesLinks(
  { policy, counts }: Pick<EntrySharing, 'policy' | 'counts'>,
  next: SharePolicy
): boolean {
  const effective = next === 'inherit' ? policy.inherited.effective : next;
  return effective === 'off' && policy.effective !== 'off' && counts.live > 0;
}
