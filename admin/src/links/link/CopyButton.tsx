import { Button } from '@strapi/design-system';
import { Check, Duplicate } from '@strapi/icons';

import { useTranslate } from '../../utils/translations';
import { FOCUS_TARGETS } from '../../ui/focus';

interface CopyButtonProps {
  name: string;
  onCopy: () => void;
  isCopied: boolean;
  isNew: boolean;
  linkId: number;
}

export function CopyButton({ name, onCopy, isCopied, isNew, linkId }: CopyButtonProps) {
  const t = useTranslate();

  return (
    <Button
      variant={isNew ? 'default' : 'tertiary'}
      startIcon={isCopied ? <Check /> : <Duplicate />}
      aria-label={t('link.copy.named', { name })}
      data-focus={isNew ? FOCUS_TARGETS.newLink : undefined}
      data-task={isNew ? `rotate-${linkId}` : undefined}
      onClick={onCopy}
    >
      {t('link.copy')}
    </Button>
  );
}
