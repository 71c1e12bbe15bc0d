import * as React from 'react';

import { Box, Button, Divider, Flex, Tooltip, Typography } from '@strapi/design-system';
import { ExternalLink } from '@strapi/icons';

import type { EntrySharing, Exposure } from '../../../../contracts/entries';
import type { Link } from '../../../../contracts/links';
import { useErrorText } from '../../api';
import { FormBody } from '../../ui/dialog/FormBody';
import { useUnsaved } from '../../ui/dialog/unsaved';
import { errorCode } from '../../utils/errors';
import { useTranslate } from '../../utils/translations';
import { useCreateLink } from '../link/api';
import { usePreviewNewLink } from '../preview/api';
import { usePreviewTab } from '../preview/usePreviewTab';
import { newRules } from './changes';
import { ExposureSummary } from './ExposureSummary';
import { RulesForm } from './RulesForm';
import { useRules } from './useRules';
import type { RulesState } from './useRules';
import { copiedValues, newValues } from './values';
import { Warning } from './Warning';

interface CreateFormProps {
  descriptionId: string;
  sharing: EntrySharing;
  copied: Link | null;
  isModified: boolean;
  isBusy: boolean;
  setBusy: (isBusy: boolean) => void;
  onCancel: () => void;
  /** Gets the password too: the server never sends it back. */
  onMade: (link: Link, password: string | null) => void;
  onExists: (message: string) => void;
}

/** Shows the warning, the content that becomes public, and the rules of the new link. */
export function CreateForm({
  descriptionId,
  sharing,
  copied,
  isModified,
  isBusy,
  setBusy,
  onCancel,
  onMade,
  onExists,
}: CreateFormProps) {
  const t = useTranslate();
  const errorText = useErrorText();
  const createLink = useCreateLink();
  const previewNewLink = usePreviewNewLink();
  const previewTab = usePreviewTab();
  const [initial] = React.useState(() =>
    copied ? copiedValues(copied, sharing, new Date()) : newValues(sharing)
  );
  const rules = useRules(initial, sharing.limits);
  useProposedVersion(rules, sharing.exposure);
  useUnsaved(rules.isChanged);

  const input = () => ({
    contentType: sharing.contentType,
    documentId: sharing.documentId,
    locale: sharing.locale,
    ...newRules(rules.values, sharing.exposure),
  });

  async function preview() {
    if (isBusy || !rules.check()) return;
    const error = await previewTab.open(() => previewNewLink(input()));
    if (error) rules.refuse(error);
  }

  async function create() {
    if (isBusy || !rules.check()) return;
    setBusy(true);

    const answer = await createLink(input());
    setBusy(false);
    if ('data' in answer) onMade(answer.data, rules.values.password || null);
    else if (errorCode(answer.error) === 'link-exists') onExists(errorText(answer.error));
    else rules.refuse(answer.error);
  }

  return (
    <FormBody
      confirmLabel={t('warning.confirm')}
      isBusy={isBusy}
      failure={rules.failure ? errorText(rules.failure) : null}
      otherAction={
        <Tooltip label={t('preview.note.new')}>
          <Button
            variant="secondary"
            startIcon={<ExternalLink />}
            aria-busy={previewTab.isAsking}
            onClick={() => void preview()}
          >
            {t('preview.new')}
          </Button>
        </Tooltip>
      }
      onSubmit={create}
      onCancel={onCancel}
    >
      <Warning
        id={descriptionId}
        shows={rules.values.shows}
        isModified={isModified}
        hasPassword={rules.values.password !== ''}
      />
      {sharing.exposure ? (
        <ExposureSummary sharing={sharing} exposure={sharing.exposure} values={rules.values} />
      ) : null}
      <Divider />
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Box>
          <Typography tag="h3" variant="delta">
            {t('rules.title')}
          </Typography>
          {copied?.hasPassword ? (
            <Typography tag="p" variant="pi" textColor="neutral600">
              {t('rules.password.notCopied')}
            </Typography>
          ) : null}
        </Box>
        <RulesForm rules={rules} sharing={sharing} link={null} />
      </Flex>
    </FormBody>
  );
}

/** Follows the version that the server proposes until the person chooses another. */
function useProposedVersion({ values, propose }: RulesState, exposure: Exposure | null) {
  const proposed = exposure?.shows;
  const before = React.useRef(proposed);

  React.useEffect(() => {
    if (proposed && proposed !== before.current && values.shows === before.current) {
      propose({ shows: proposed });
    }
    before.current = proposed;
  }, [proposed, values.shows, propose]);
}
