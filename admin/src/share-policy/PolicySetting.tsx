import { Flex, Typography } from '@strapi/design-system';

import type { EntryPolicy, EntrySharing } from '../../../contracts/entries';
import { useTranslate } from '../utils/translations';
import { PolicySelect } from './PolicySelect';
import { useSourceWords } from './useSourceWords';

/** Shows the share policy of an entry: as a field for those who may set it, else as text. */
export function PolicySetting({ sharing }: { sharing: EntrySharing }) {
  return sharing.can.setPolicy ? (
    <PolicySelect sharing={sharing} />
  ) : (
    <PolicyText policy={sharing.policy} />
  );
}

function PolicyText({ policy }: { policy: EntryPolicy }) {
  const t = useTranslate();
  const words = useSourceWords();

  return (
    <Flex tag="dl" direction="column" alignItems="stretch" gap={1}>
      <Typography tag="dt" variant="pi" fontWeight="bold" textColor="neutral800">
        {t('policy.title')}
      </Typography>
      <Typography tag="dd" variant="pi" textColor="neutral600">
        {words(policy)}
      </Typography>
    </Flex>
  );
}
