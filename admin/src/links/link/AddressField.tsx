import * as React from 'react';

import { Box, Button, Flex, TextInput, Typography } from '@strapi/design-system';
import { Check, Duplicate } from '@strapi/icons';

import type { Link } from '../../../../contracts/links';
import { FOCUS_TARGETS, taskMark } from '../../ui/focus';
import { copyKeys } from '../../ui/useCopy';
import { useTranslate } from '../../utils/translations';
import { PreviewLinkButton } from '../preview/PreviewLinkButton';
import { useCopyAddress } from './useCopyAddress';

interface AddressFieldProps {
  link: Link;
  url: string;
  /** Name of the link, which screen readers say with its buttons. */
  name: string;
  /** Whether the link was just made: the copy button then stands out. */
  isNew: boolean;
}

/** Shows the address of a link, with buttons to copy it and to preview what it opens. */
export function AddressField({ link, url, name, isNew }: AddressFieldProps) {
  const t = useTranslate();
  const field = React.useRef<HTMLInputElement>(null);
  const { copy, isCopied, hasFailed } = useCopyAddress(link, field);

  return (
    <div>
      <Flex gap={2} wrap="wrap">
        <Flex direction="column" alignItems="stretch" flex="1 1 24rem">
          <TextInput
            ref={field}
            readOnly
            size="S"
            style={{ fontFamily: 'monospace', textOverflow: 'ellipsis' }}
            value={url}
            aria-label={t('link.address.named', { name })}
            onFocus={(event) => event.target.select()}
          />
        </Flex>
        <Button
          variant={isNew ? 'default' : 'tertiary'}
          startIcon={isCopied ? <Check /> : <Duplicate />}
          aria-label={t('link.copy.named', { name })}
          data-focus={isNew ? FOCUS_TARGETS.newLink : undefined}
          data-task={isNew ? taskMark('rotate', link.id) : undefined}
          onClick={copy}
        >
          {t('link.copy')}
        </Button>
        <PreviewLinkButton linkId={link.id} name={name} />
      </Flex>
      {hasFailed ? (
        <Box paddingTop={2}>
          <Typography role="status" tag="p" variant="pi" textColor="neutral800">
            {t('link.copy.byHand', { keys: copyKeys() })}
          </Typography>
        </Box>
      ) : null}
    </div>
  );
}
