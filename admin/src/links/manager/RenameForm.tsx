import * as React from 'react';

import { Field, Flex, IconButton, TextInput } from '@strapi/design-system';
import { Check, Cross } from '@strapi/icons';

import { LABEL_MAX_LENGTH } from '../../../../contracts/links';
import type { Link } from '../../../../contracts/links';
import { useErrorText } from '../../api';
import type { RequestError } from '../../api';
import { useUnsaved } from '../../ui/dialog/unsaved';
import { useNotify } from '../../ui/useNotify';
import { errorCode, fieldError } from '../../utils/errors';
import { useTranslate } from '../../utils/translations';
import { useUpdateLink } from '../link/api';
import { useLinkName } from '../link/names';

export function RenameForm({ link, onClose }: { link: Link; onClose: () => void }) {
  const t = useTranslate();
  const name = useLinkName()(link);
  const notify = useNotify();
  const errorText = useErrorText();
  const updateLink = useUpdateLink();
  const [value, setValue] = React.useState(link.label ?? '');
  const [error, setError] = React.useState<RequestError | null>(null);
  const [isBusy, setBusy] = React.useState(false);
  const leave = useUnsaved(value.trim() !== (link.label ?? ''));

  async function submit(event: React.FormEvent) {
    event.preventDefault();
    // React passes the event on to the form of the edit view, which would save the entry.
    event.stopPropagation();
    if (isBusy) return;
    setBusy(true);

    const answer = await updateLink({ id: link.id, label: value.trim() || null });
    if ('error' in answer && errorCode(answer.error) === 'link-revoked') {
      notify.failure(answer.error);
      onClose();
      return;
    }
    if ('error' in answer) {
      setError(answer.error);
      setBusy(false);
      return;
    }
    notify.success(t('link.rename.done'));
    onClose();
  }

  return (
    <form
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Escape' && leave(onClose)}
      noValidate
      data-keeps-escape=""
      style={{ flex: '1 1 24rem' }}
    >
      <Field.Root
        name={`label-${link.id}`}
        error={error ? (fieldError(error, 'label') ?? errorText(error)) : undefined}
      >
        <Flex gap={2}>
          <Flex direction="column" alignItems="stretch" flex="1">
            <TextInput
              size="S"
              autoFocus
              value={value}
              maxLength={LABEL_MAX_LENGTH}
              autoComplete="off"
              placeholder={t('link.unnamed')}
              aria-label={t('link.name.named', { name })}
              onFocus={(event) => event.target.select()}
              onChange={(event) => setValue(event.target.value)}
            />
          </Flex>
          <IconButton type="submit" label={t('link.rename.save')} disabled={isBusy}>
            <Check />
          </IconButton>
          <IconButton label={t('link.rename.cancel')} onClick={onClose}>
            <Cross />
          </IconButton>
        </Flex>
        <Field.Error />
      </Field.Root>
    </form>
  );
}
