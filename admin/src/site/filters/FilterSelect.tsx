import { Box, SingleSelect, SingleSelectOption } from '@strapi/design-system';

import { useTranslate } from '../../utils/translations';
import type { FilterName } from '../linksQuery';
import { usePageQuery } from '../usePageQuery';

interface FilterSelectProps {
  name: FilterName;
  label: string;
  options: { value: string; label: string }[];
}

export function FilterSelect({ name, label, options }: FilterSelectProps) {
  const t = useTranslate();
  const { query, change } = usePageQuery();

  return (
    <Box width={{ initial: '100%', medium: '18rem' }} minWidth={0}>
      <SingleSelect
        size="S"
        aria-label={label}
        placeholder={label}
        clearLabel={t('site.filter.clear.one', { filter: label })}
        value={query[name] ?? null}
        onChange={(value) => change({ [name]: String(value) })}
        onClear={() => change({ [name]: undefined })}
      >
        {options.map((option) => (
          <SingleSelectOption key={option.value} value={option.value}>
            {option.label}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Box>
  );
}
