import * as React from 'react';

import { Box, Flex, LinkButton, TextInput, Tooltip, Typography } from '@strapi/design-system';
import { ExternalLink } from '@strapi/icons';

import { useTranslate } from '../../utils/translations';
import { CopyButton } from './CopyButton';
import { useCopy } from '../../ui/useCopy';

interface AddressFieldProps {
  linkId: number;
  url: string;
  /** What the link is called, for those who only hear its buttons. */
  name: string;
  /** Copying is what one does next. */
  isNew?: boolean;
}

/** The address of a link, to copy or to open. */
export function AddressField({ linkId, url, name, isNew = false }: AddressFieldProps) {
  const t = useTranslate();
  const field = React.useRef<HTMLInputElement>(null);
  const { copy, isCopied, hasFailed } = useCopy(field);

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
        <CopyButton name={name} onCopy={copy} isCopied={isCopied} isNew={isNew} linkId={linkId} />
        <Tooltip label={t('link.open')}>
          <LinkButton
            variant="tertiary"
            href={url}
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
