import { TextButton } from '@strapi/design-system';
import { Eye } from '@strapi/icons';

import type { Link } from '../../../contracts/links';
import { taskMark } from '../ui/focus';
import { useFormatRelative } from '../ui/useFormatDate';
import { useTranslate } from '../utils/translations';

interface VisitsButtonProps {
  link: Link;
  name: string;
  onClick: () => void;
}

/** Says how often a link was opened, and opens its visits. */
export function VisitsButton({ link, name, onClick }: VisitsButtonProps) {
  const t = useTranslate();
  const relative = useFormatRelative();
  const { viewCount, viewerCount, lastViewedAt } = link;
  const text = lastViewedAt
    ? t('visits.summary', {
        views: viewCount,
        visitors: viewerCount,
        relative: relative(lastViewedAt),
      })
    : t('visits.never');

  return (
    <TextButton
      startIcon={<Eye />}
      aria-label={t('visits.open.named', { name, summary: text })}
      data-task={taskMark('visits', link.id)}
      onClick={onClick}
      // A summary of several lines starts where the other facts do.
      style={{ textAlign: 'start' }}
    >
      {text}
    </TextButton>
  );
}
