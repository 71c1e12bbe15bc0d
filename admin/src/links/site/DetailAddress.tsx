import * as React from 'react';

import { Box, Button, Flex, LinkButton, TextInput, Typography } from '@strapi/design-system';
import { Check, Duplicate, ExternalLink } from '@strapi/icons';

import type { Link } from '../../../../contracts/links';
import { useTranslate } from '../../utils/translations';
import { useCopy } from '../useCopy';
import { useLinkName } from '../useLinkName';

/** The address to copy or open, or why there is none. */
export function DetailAddress({ link }: { link: Link }) {
  const t = useTranslate();
  const name = useLinkName()(link);
  const field = React.useRef<HTMLInputElement>(null);
  const { copy, isCopied, hasFailed } = useCopy(field);

  if (!link.url) {
    return (
      <Box background="neutral100" hasRadius padding={3}>
        <Typography tag="p" style={{ fontFamily: 'monospace' }} textColor="neutral800">
          {t('link.address.hint', { hint: link.tokenHint })}
        </Typography>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {t(link.state === 'revoked' ? 'site.address.deleted' : 'site.address.hidden')}
        </Typography>
      </Box>
    );
  }

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
        <Button
          variant="tertiary"
          startIcon={isCopied ? <Check /> : <Duplicate />}
          aria-label={t('link.copy.named', { name })}
          onClick={copy}
        >
          {t('link.copy')}
        </Button>
        <LinkButton
          variant="tertiary"
          href={link.url}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={t('link.open.named', { name })}
        >
          <ExternalLink aria-hidden />
        </LinkButton>
      </Flex>
      {hasFailed ? (
        <Box paddingTop={2}>
          <Typography role="status" tag="p" variant="pi">
            {t('site.address.byHand')}
          </Typography>
        </Box>
      ) : null}
    </div>
  );
}
