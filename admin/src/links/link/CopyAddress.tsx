import * as React from 'react';

import { IconButton, TextInput, VisuallyHidden } from '@strapi/design-system';
import { Check, Duplicate } from '@strapi/icons';

import type { Link } from '../../../../contracts/links';
import { useTranslate } from '../../utils/translations';
import { useCopyAddress } from './useCopyAddress';

interface CopyAddressProps {
  link: Link;
  url: string;
  name: string;
}

/** Copies an address. If the browser allows no copying, shows it selected, to copy by keyboard. */
export function CopyAddress({ link, url, name }: CopyAddressProps) {
  const t = useTranslate();
  const field = React.useRef<HTMLInputElement>(null);
  const { copy, isCopied, hasFailed } = useCopyAddress(link, field);
  const address = (
    <TextInput
      ref={field}
      readOnly
      size="S"
      tabIndex={hasFailed ? 0 : -1}
      value={url}
      aria-label={t('link.address.named', { name })}
      onFocus={(event) => event.target.select()}
    />
  );

  return (
    <>
      <IconButton size="S" label={t('link.copy.named', { name })} onClick={() => void copy()}>
        {isCopied ? <Check /> : <Duplicate />}
      </IconButton>
      {hasFailed ? address : <VisuallyHidden aria-hidden>{address}</VisuallyHidden>}
    </>
  );
}
