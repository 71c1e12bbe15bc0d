import { Box, Flex, Typography } from '@strapi/design-system';

import { Notice } from '../../../ui/Notice';
import { useTranslate } from '../../../utils/translations';
import { BulletList } from '../BulletList';
import type { RulesProps } from '../useRules';
import { indexingObstacles } from './indexing';
import { OptionBox } from './OptionBox';

/** Sets whether search engines may list the page, which makes the secret address public. */
export function IndexingField({ rules, link }: RulesProps) {
  const t = useTranslate();
  const { values, errors, change } = rules;
  const obstacles = values.allowIndexing ? indexingObstacles(values, link, new Date()) : [];

  return (
    <div>
      <OptionBox
        label={t('rules.indexing')}
        hint={t('rules.indexing.hint')}
        isOn={values.allowIndexing}
        error={errors.allowIndexing}
        onChange={(allowIndexing) => change({ allowIndexing })}
      />
      {/* A screen reader only announces what appears in a region that was there before. */}
      <Box role="status">
        {values.allowIndexing ? (
          <Flex direction="column" alignItems="stretch" gap={3} paddingTop={3}>
            <Notice variant="warning">
              <Typography tag="p" fontWeight="bold">
                {t('rules.indexing.warning')}
              </Typography>
              <Typography tag="p" variant="pi">
                {t('rules.indexing.conditions')}
              </Typography>
            </Notice>
            {obstacles.length > 0 ? (
              <Notice variant="info">
                {t('rules.indexing.blocked')}
                <BulletList items={obstacles.map((key) => t(key))} />
              </Notice>
            ) : null}
          </Flex>
        ) : null}
      </Box>
    </div>
  );
}
