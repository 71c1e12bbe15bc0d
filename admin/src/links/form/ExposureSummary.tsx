import { Box, Flex, Typography } from '@strapi/design-system';

import type { EntrySharing, Exposure } from '../../../../contracts/entries';
import { Fact } from '../../ui/Fact';
import { useLocaleName } from '../../ui/useLocaleName';
import { useTranslate } from '../../utils/translations';
import { ChipList } from './ChipList';
import { exposedLabels, fieldNames } from './exposure';
import { childrenAndLocales } from './fields/childrenAndLocales';
import type { RulesValues } from './values';

interface ExposureSummaryProps {
  sharing: EntrySharing;
  exposure: Exposure;
  /** The values of the form. */
  values: Pick<
    RulesValues,
    'shows' | 'allFields' | 'fields' | 'includeChildren' | 'locales' | 'allowIndexing'
  >;
}

/** Lists the content of the entry that a new link makes public. */
export function ExposureSummary({ sharing, exposure, values }: ExposureSummaryProps) {
  const t = useTranslate();
  const localeName = useLocaleName();
  const names = fieldNames(values, exposure);
  const fields = exposure.fields.filter(({ name }) => names.includes(name));
  const hidden = exposure.fields.filter(({ name }) => !names.includes(name));
  const followed = exposedLabels(exposure.followed, fields, hidden);
  const relations = exposedLabels(exposure.relations, fields, hidden).filter(
    (label) => !followed.includes(label)
  );
  const files = exposedLabels(exposure.files.labels, fields, hidden);
  const isFrozen = values.shows === 'frozen';
  const { includeChildren, locales } = childrenAndLocales(values);
  const shows = sharing.versions.draftAndPublish || isFrozen ? values.shows : 'saved';
  const filesName =
    hidden.length > 0 || includeChildren
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
          <Fact name={t('warning.public.locale', { count: 1 + locales.length })}>
            {[exposure.locale, ...locales].map(localeName).join(', ')}
          </Fact>
        ) : null}
        <Fact name={t('warning.public.fields', { count: fields.length })}>
          <ChipList labels={fields.map(({ label }) => label)} />
        </Fact>
        {followed.length > 0 ? (
          <Fact name={t('warning.public.followed')}>
            <ChipList labels={followed} />
          </Fact>
        ) : null}
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
        {includeChildren ? (
          <Fact name={t('warning.public.children')}>
            {t('warning.public.children.count', { count: sharing.children.count })}
          </Fact>
        ) : null}
        {values.allowIndexing ? (
          <Fact name={t('warning.public.indexing')}>{t('rules.indexing.warning')}</Fact>
        ) : null}
      </Flex>
    </Box>
  );
}
