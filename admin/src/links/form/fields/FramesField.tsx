import { Field, Textarea } from '@strapi/design-system';

import { useTranslate } from '../../../utils/translations';
import type { RulesProps } from '../useRules';

/** Names the sites that may show the link in a frame, one in each line. */
export function FramesField({ rules }: RulesProps) {
  const t = useTranslate();

  return (
    <Field.Root name="frameOrigins" error={rules.errors.frameOrigins} hint={t('rules.frames.hint')}>
      <Field.Label>{t('rules.frames')}</Field.Label>
      <Textarea
        value={rules.values.frameOrigins}
        rows={3}
        autoCapitalize="none"
        spellCheck={false}
        placeholder="https://intranet.example.com"
        onChange={(event) => rules.change({ frameOrigins: event.target.value })}
      />
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
}
