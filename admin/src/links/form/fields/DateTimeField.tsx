import { Field, TextInput } from '@strapi/design-system';
import { styled } from 'styled-components';

import { useTranslate } from '../../../utils/translations';
import { timeZone } from './localTime';

interface DateTimeFieldProps {
  name: string;
  label: string;
  hint?: string;
  value: string;
  error?: string;
  onChange: (value: string) => void;
}

/** Shows the date picker of the browser in the colours of the panel. */
const DateTimeInput = styled(TextInput)`
  color-scheme: ${({ theme }) => (isDark(theme.colors.neutral0) ? 'dark' : 'light')};
`;

/** Sets a date and a time in the person's time zone. */
export function DateTimeField({ name, label, hint, value, error, onChange }: DateTimeFieldProps) {
  const t = useTranslate();
  const zone = t('rules.timeZone', { zone: timeZone() });

  return (
    <Field.Root name={name} error={error} hint={hint ? `${hint} ${zone}` : zone}>
      <Field.Label>{label}</Field.Label>
      <DateTimeInput
        type="datetime-local"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
}

function isDark(color: string): boolean {
  const [red = 255, green = 255, blue = 255] = (color.match(/[0-9a-f]{2}/gi) ?? []).map((part) =>
    parseInt(part, 16)
  );
  return red + green + blue < 3 * 128;
}
