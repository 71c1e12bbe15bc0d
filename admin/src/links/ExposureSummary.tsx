import { Box, Flex, Typography } from '@strapi/design-system';

import type { EntrySharing, Exposure } from '../../../contracts/entries';
import { useTranslate } from '../utils/translations';
import { ChipList } from './ChipList';
import { Fact } from './Fact';
import { useLocaleName } from './useLocaleName';

interface ExposureSummaryProps {
  sharing: EntrySharing;
  exposure: Exposure;
}

/** What of this entry a new link makes public. */
export function ExposureSummary({ sharing, exposure }: ExposureSummaryProps) {
  const t = useTranslate();
  const localeName = useLocaleName();
  const { fields, relations, files } = exposure;
  const shows = sharing.versions.draftAndPublish ? exposure.shows : 'saved';

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
        {files.labels.length > 0 ? (
          <Fact name={t('warning.public.files', { count: files.count })}>
            <ChipList labels={files.labels} />
          </Fact>
        ) : null}
      </Flex>
    </Box>
  );
}
