import * as React from 'react';

import { Box, Flex, LinkButton, TextInput, Tooltip, Typography } from '@strapi/design-system';
import { ExternalLink } from '@strapi/icons';

import type { Link } from '../../../contracts/links';
import { useTranslate } from '../utils/translations';
import { CopyButton } from './CopyButton';
import { HiddenAddress } from './HiddenAddress';
import { useCopy } from './useCopy';

interface LinkAddressProps {
  link: Link;
  name: string;
  isNew: boolean;
  addressesKept: boolean;
}

export function LinkAddress({ link, name, isNew, addressesKept }: LinkAddressProps) {
  const t = useTranslate();
  const field = React.useRef<HTMLInputElement>(null);
  const { copy, isCopied, hasFailed } = useCopy(field);

  if (!link.url) return <HiddenAddress link={link} addressesKept={addressesKept} />;

  return (
    <div>
      <Flex gap={2} wrap="wrap">
        <Flex direction="column" alignItems="stretch" flex="1 1 24rem">
          <TextInput
            ref={field}
            readOnly
            size="S"
            style={{ fontFamily: 'monospace', textOverflow: 'ellipsis' }}
            value={link.url}
            aria-label={t('link.address.named', { name })}
            onFocus={(event) => event.target.select()}
          />
        </Flex>
        <CopyButton name={name} onCopy={copy} isCopied={isCopied} isNew={isNew} linkId={link.id} />
        <Tooltip label={t('link.open')}>
          <LinkButton
            variant="tertiary"
            href={link.url}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={t('link.open.named', { name })}
          >
            <ExternalLink aria-hidden />
          </LinkButton>
        </Tooltip>
      </Flex>
      {hasFailed ? (
        <Box paddingTop={2}>
          <Typography role="status" tag="p" variant="pi" textColor="neutral800">
            {t('link.copy.byHand', { keys: isMac() ? '⌘C' : 'Ctrl+C' })}
          </Typography>
        </Box>
      ) : null}
    </div>
  );
}

function isMac(): boolean {
  return /mac|iphone|ipad/i.test(navigator.userAgent);
}
