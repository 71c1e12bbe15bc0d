import { Box, Flex, Typography } from '@strapi/design-system';

import type { SiteStatus } from '../../../contracts/settings';
import { Notice } from '../ui/Notice';
import { useTranslate } from '../utils/translations';

/** What is wrong with the site's configuration, and how to mend each. Nothing if all is well. */
export function StatusBox({ status }: { status: SiteStatus[] }) {
  const t = useTranslate();
  if (status.length === 0) return null;

  return (
    <Flex
      tag="section"
      aria-label={t('settings.status')}
      direction="column"
      alignItems="stretch"
      gap={2}
    >
      {status.map((one, index) => (
        <Notice key={`${one.code} ${index}`} variant={one.level === 'error' ? 'danger' : 'warning'}>
          <StatusText status={one} />
        </Notice>
      ))}
    </Flex>
  );
}

function StatusText({ status }: { status: SiteStatus }) {
  const t = useTranslate();
  const { code, level: _level, ...facts } = status;
  const values = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, value ?? 'none'])
  );

  return (
    <>
      <Typography fontWeight="bold">{t(`settings.status.${code}`, values)}</Typography>
      <Box paddingTop={1}>
        <Typography tag="p">{t(`settings.status.${code}.mend`, values)}</Typography>
      </Box>
    </>
  );
}
