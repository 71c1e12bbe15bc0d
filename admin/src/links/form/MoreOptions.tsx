import * as React from 'react';

import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { ChevronDown, ChevronUp } from '@strapi/icons';

import { useTranslate } from '../../utils/translations';
import { ChildrenField } from './fields/ChildrenField';
import { DownloadField } from './fields/DownloadField';
import { FieldsField } from './fields/FieldsField';
import { FramesField } from './fields/FramesField';
import { IndexingField } from './fields/IndexingField';
import { OptionGroup, Pair } from './fields/layout';
import { LocalesField } from './fields/LocalesField';
import { NotifyField } from './fields/NotifyField';
import { RefreshField } from './fields/RefreshField';
import { SlugField } from './fields/SlugField';
import { StartField } from './fields/StartField';
import { VersionField } from './fields/VersionField';
import { ViewersField } from './fields/ViewersField';
import type { RulesProps } from './useRules';
import { FOLDED_RULES } from './values';

/** The rules that most links do not need. An error in one of them unfolds them. */
export function MoreOptions(props: RulesProps) {
  const t = useTranslate();
  const [isOpen, setOpen] = React.useState(false);
  const id = React.useId();
  const { errors } = props.rules;
  const hasError = FOLDED_RULES.some((rule) => errors[rule] !== undefined);
  // An error unfolds the rules in the same render, so that its field can take the focus.
  if (hasError && !isOpen) setOpen(true);

  return (
    <Box borderColor="neutral200" hasRadius>
      <Flex padding={2} gap={2} wrap="wrap" justifyContent="space-between">
        <Button
          variant="ghost"
          endIcon={isOpen ? <ChevronUp /> : <ChevronDown />}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {t('rules.more')}
        </Button>
        <Box paddingLeft={4} paddingRight={4}>
          <Typography variant="pi" textColor="neutral600">
            {t('rules.more.hint')}
          </Typography>
        </Box>
      </Flex>
      <Box id={id} hidden={!isOpen} padding={5} paddingTop={2}>
        {isOpen ? (
          <Flex direction="column" alignItems="stretch" gap={6}>
            <OptionGroup title={t('rules.group.content')}>
              <Pair>
                <VersionField {...props} />
                <RefreshField {...props} />
              </Pair>
              <FieldsField {...props} />
              <ChildrenField {...props} />
              <LocalesField {...props} />
              <DownloadField {...props} />
            </OptionGroup>
            <OptionGroup title={t('rules.group.access')}>
              <Pair>
                <StartField {...props} />
                <ViewersField {...props} />
              </Pair>
              <SlugField {...props} />
              <FramesField {...props} />
              <IndexingField {...props} />
            </OptionGroup>
            <NotifyField {...props} />
          </Flex>
        ) : null}
      </Box>
    </Box>
  );
}
