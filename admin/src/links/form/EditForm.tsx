import * as React from 'react';

import { Box, Button } from '@strapi/design-system';

import type { EntrySharing } from '../../../../contracts/entries';
import type { Link } from '../../../../contracts/links';
import { useErrorText } from '../../api';
import { FormBody } from '../../ui/dialog/FormBody';
import { useUnsaved } from '../../ui/dialog/unsaved';
import { useNotify } from '../../ui/useNotify';
import { errorCode } from '../../utils/errors';
import { useTranslate } from '../../utils/translations';
import { useReadLink, useUpdateLink } from '../link/api';
import { changedRules, isEmpty } from './changes';
import { laterEnd } from './fields/expiry';
import { RulesForm } from './RulesForm';
import { useRules } from './useRules';
import { valuesOf } from './values';

interface EditFormProps {
  sharing: EntrySharing;
  link: Link;
  isExtending: boolean;
  isBusy: boolean;
  setBusy: (isBusy: boolean) => void;
  onCancel: () => void;
  onReload: (link: Link) => void;
  /** Called if somebody has deleted the link meanwhile. */
  onGone: () => void;
  /** Gets the new password too, if there is one: the server never sends it back. */
  onSaved: (link: Link, password: string | null) => void;
}

export function EditForm({
  sharing,
  link,
  isExtending,
  isBusy,
  setBusy,
  onCancel,
  onReload,
  onGone,
  onSaved,
}: EditFormProps) {
  const t = useTranslate();
  const notify = useNotify();
  const errorText = useErrorText();
  const updateLink = useUpdateLink();
  const readLink = useReadLink();
  const [initial] = React.useState(() => valuesOf(link, sharing, new Date()));
  const [first] = React.useState(() =>
    isExtending ? { ...initial, ...laterEnd(link, sharing.limits, new Date()) } : initial
  );
  const rules = useRules(first, sharing.limits, link);
  const isStale = errorCode(rules.failure) === 'link-changed';
  useUnsaved(rules.isChanged);

  async function save() {
    if (isBusy || !rules.check()) return;
    const changes = changedRules(initial, rules.values, sharing.exposure);
    if (isEmpty(changes)) {
      onSaved(link, null);
      return;
    }
    setBusy(true);
    const answer = await updateLink({ id: link.id, ...changes, updatedAt: link.updatedAt });
    setBusy(false);
    if ('error' in answer) {
      if (errorCode(answer.error) === 'link-revoked') onGone();
      else rules.refuse(answer.error);
      return;
    }
    notify.success(t('edit.done'));
    onSaved(answer.data, changes.password ?? null);
  }

  async function reload() {
    if (isBusy) return;
    setBusy(true);
    const answer = await readLink(link.id);
    setBusy(false);
    if ('error' in answer) rules.refuse(answer.error);
    else if (answer.data.state === 'revoked') onGone();
    else onReload(answer.data);
  }

  return (
    <FormBody
      confirmLabel={t('edit.save')}
      isBusy={isBusy}
      failure={isStale ? t('edit.changed') : rules.failure && errorText(rules.failure)}
      failureAction={
        isStale ? (
          <Box paddingTop={3}>
            <Button size="S" variant="secondary" onClick={() => void reload()}>
              {t('edit.reload')}
            </Button>
          </Box>
        ) : null
      }
      onSubmit={save}
      onCancel={onCancel}
    >
      <RulesForm rules={rules} sharing={sharing} link={link} />
    </FormBody>
  );
}
