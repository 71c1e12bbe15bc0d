import { Button, Flex } from '@strapi/design-system';

import { useTranslate } from '../../utils/translations';
import type { PageQuery } from '../linksQuery';
import { usePageQuery } from '../usePageQuery';

const MOST = { opened: 'ever', sort: 'viewCount:desc' } as const;
const NEVER = { opened: 'never', sort: 'createdAt:asc' } as const;
const NEITHER = { opened: undefined, sort: undefined };

const CHOICES = [
  ['site.quick.most', MOST],
  ['site.quick.never', NEVER],
] as const;

/** Filters by the links opened most, or never. A second click removes the filter. */
export function QuickFilters() {
  const t = useTranslate();
  const { query, change } = usePageQuery();
  const isOn = (choice: PageQuery) => query.opened === choice.opened;

  return (
    <Flex className="whole" gap={2} wrap="wrap">
      {CHOICES.map(([label, choice]) => (
        <Button
          key={label}
          size="S"
          variant={isOn(choice) ? 'secondary' : 'tertiary'}
          aria-pressed={isOn(choice)}
          onClick={() => change(isOn(choice) ? NEITHER : choice)}
        >
          {t(label)}
        </Button>
      ))}
    </Flex>
  );
}
