import { Button, IconButton, Tooltip } from '@strapi/design-system';
import { ExternalLink } from '@strapi/icons';

import { useNotify } from '../../ui/useNotify';
import { useTranslate } from '../../utils/translations';
import { usePreviewLink } from './api';
import { usePreviewTab } from './usePreviewTab';

interface PreviewLinkButtonProps {
  linkId: number;
  /** Name of the link, which screen readers say with the button. */
  name: string;
  /** Whether it is one of a row of small buttons. */
  isSmall?: boolean;
}

/** Opens a link in a new tab as a preview: the person sees what visitors see, and is none. */
export function PreviewLinkButton({ linkId, name, isSmall = false }: PreviewLinkButtonProps) {
  const t = useTranslate();
  const notify = useNotify();
  const previewLink = usePreviewLink();
  const { open, isAsking } = usePreviewTab();

  async function preview() {
    const error = await open(() => previewLink(linkId));
    if (error) notify.failure(error);
  }

  // It opens a page, so it is a link to screen readers; its address is made at the click.
  const shared = { role: 'link', 'aria-busy': isAsking, onClick: () => void preview() };
  if (isSmall) {
    return (
      <IconButton size="S" label={t('link.open.named', { name })} {...shared}>
        <ExternalLink />
      </IconButton>
    );
  }
  return (
    <Tooltip label={t('preview.note')}>
      <Button variant="tertiary" aria-label={t('link.open.named', { name })} {...shared}>
        <ExternalLink aria-hidden />
      </Button>
    </Tooltip>
  );
}
