import * as React from 'react';

import { Checkbox, Field, Flex, Typography } from '@strapi/design-system';

import { useLocaleName } from '../../../ui/useLocaleName';
import { useTranslate } from '../../../utils/translations';
import type { RulesProps } from '../useRules';
import { offeredOptions } from './childrenAndLocales';

/** Sets which other languages of the entry visitors may switch to. */
export function LocalesField({ rules, sharing, link }: RulesProps) {
  const t = useTranslate();
  const localeName = useLocaleName();
  const hintId = React.useId();
  const { values, errors, change } = rules;
  const { locales } = offeredOptions(sharing, link);
  const isFrozen = values.shows === 'frozen';

  if (locales.length === 0) return null;

  function toggle(code: string, isTicked: boolean) {
    const others = values.locales.filter((locale) => locale !== code);
    change({ locales: isTicked ? [...others, code] : others });
  }

  function hint(): string {
    if (isFrozen) return t('rules.locales.frozen');
    return t(values.shows === 'published' ? 'rules.locales.hint.published' : 'rules.locales.hint');
  }

  return (
    <Field.Root name="locales" error={errors.locales}>
      <Typography tag="p" variant="pi" fontWeight="bold" textColor="neutral800">
        {t('rules.locales')}
      </Typography>
      <Flex
        role="group"
        aria-label={t('rules.locales')}
        aria-describedby={hintId}
        wrap="wrap"
        gap={4}
        paddingTop={1}
        paddingBottom={1}
      >
        {locales.map((code, index) => (
          <Checkbox
            key={code}
            checked={!isFrozen && values.locales.includes(code)}
            disabled={isFrozen}
            aria-invalid={errors.locales !== undefined && index === 0 ? true : undefined}
            onCheckedChange={(isTicked) => toggle(code, isTicked === true)}
          >
            {localeName(code)}
          </Checkbox>
        ))}
      </Flex>
      <Field.Error />
      <Typography id={hintId} tag="p" variant="pi" textColor="neutral600">
        {hint()}
      </Typography>
    </Field.Root>
  );
}
