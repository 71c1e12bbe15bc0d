import { Field, TextInput, Typography } from '@strapi/design-system';

import { SLUG_MAX_LENGTH } from '../../../../../contracts/links';
import { useTranslate } from '../../../utils/translations';
import type { RulesProps } from '../useRules';
import { slugAddress, slugInput } from './slug';

/** Sets a readable address besides the secret one. */
export function SlugField({ rules, sharing, link }: RulesProps) {
  const t = useTranslate();
  const { slug } = rules.values;
  const known = link ? [link, ...sharing.links] : sharing.links;

  return (
    <Field.Root name="slug" error={rules.errors.slug} hint={t('rules.slug.hint')}>
      <Field.Label>{t('rules.slug')}</Field.Label>
      <TextInput
        value={slug}
        maxLength={SLUG_MAX_LENGTH}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        placeholder={t('rules.slug.example')}
        onChange={(event) => rules.change({ slug: slugInput(event.target.value) })}
      />
      <Field.Error />
      {slug ? (
        <Typography
          tag="p"
          variant="pi"
          textColor="neutral800"
          style={{ overflowWrap: 'anywhere' }}
        >
          {t('rules.slug.preview', { address: slugAddress(slug, known) })}
        </Typography>
      ) : null}
      <Field.Hint />
    </Field.Root>
  );
}
