import { Box, Flex, Typography } from '@strapi/design-system';

import type { EntrySharing, Exposure } from '../../../contracts/entries';
import { useTranslate } from '../utils/translations';
import { ChipList } from './ChipList';
import { exposedLabels } from './exposedLabels';
import { Fact } from './Fact';
import { fieldNames } from './rules/changes';
import type { RulesValues } from './rules/values';
import { useLocaleName } from './useLocaleName';

interface ExposureSummaryProps {
  sharing: EntrySharing;
  exposure: Exposure;
  /** What the form has chosen of it. */
  values: Pick<RulesValues, 'shows' | 'allFields' | 'fields'>;
}

/** What of this entry a new link makes public. */
export function ExposureSummary({ sharing, exposure, values }: ExposureSummaryProps) {
  const t = useTranslate();
  const localeName = useLocaleName();
  const names = fieldNames(values, exposure);
  const fields = exposure.fields.filter(({ name }) => names.includes(name));
  const hidden = exposure.fields.filter(({ name }) => !names.includes(name));
  const relations = exposedLabels(exposure.relations, fields, hidden);
  const files = exposedLabels(exposure.files.labels, fields, hidden);
  const isFrozen = values.shows === 'frozen';
  const shows = sharing.versions.draftAndPublish || isFrozen ? values.shows : 'saved';
  const filesName =
    hidden.length > 0
      ? t('warning.public.files.some')
      : t('warning.public.files', { count: exposure.files.count });

  return (
    <Box>
      <Typography tag="h3" variant="delta">
        {t('warning.public.title')}
      </Typography>
      <Flex tag="dl" direction="column" alignItems="stretch" gap={4} paddingTop={3}>
        <Fact name={t('warning.public.entry')}>{sharing.title}</Fact>
        <Fact name={t('warning.public.version')}>{t(`warning.shows.${shows}`)}</Fact>
        {exposure.locale ? (
          <Fact name={t('warning.public.locale')}>{localeName(exposure.locale)}</Fact>
        ) : null}
        <Fact name={t('warning.public.fields', { count: fields.length })}>
          <ChipList labels={fields.map(({ label }) => label)} />
        </Fact>
        {relations.length > 0 ? (
          <Fact name={t('warning.public.relations')}>
            <ChipList labels={relations} />
          </Fact>
        ) : null}
        {files.length > 0 ? (
          <Fact name={filesName}>
            <ChipList labels={files} />
          </Fact>
        ) : null}
      </Flex>
    </Box>
  );
}
