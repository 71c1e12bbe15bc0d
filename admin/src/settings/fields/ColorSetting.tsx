import { useField } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

import { useTranslate } from '../../utils/translations';
import { READABLE_CONTRAST, contrastWithWhite, parseColor } from './contrast';
import { useFieldAccess } from './fieldAccess';
import { TextSetting } from './TextSetting';

const NAME = 'branding.color';
/** The colour of pages until one is chosen: the picker shows it, and the field names it. */
const START = '#1f4fbf';

const Picker = styled.input`
  width: 2.4rem;
  height: 2.4rem;
  padding: 0;
  border: 1px solid ${({ theme }) => theme.colors.neutral300};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: none;
  cursor: pointer;

  &:disabled {
    cursor: not-allowed;
  }

  &::-webkit-color-swatch-wrapper {
    padding: 2px;
  }

  &::-webkit-color-swatch {
    border: 0;
    border-radius: 2px;
  }
`;

export function ColorSetting() {
  const t = useTranslate();
  const { value, onChange } = useField<string | null>(NAME);
  const { isDisabled } = useFieldAccess(NAME);

  return (
    <TextSetting
      name={NAME}
      label={t('settings.branding.color')}
      hint={<ContrastHint color={value ?? null} />}
      placeholder={START}
      startAction={
        <Picker
          type="color"
          aria-label={t('settings.branding.color.pick')}
          value={value && parseColor(value) ? value : START}
          disabled={isDisabled}
          onChange={(event) => onChange(NAME, event.target.value)}
        />
      }
    />
  );
}

/** Says whether white text on the chosen colour can be read. */
function ContrastHint({ color }: { color: string | null }) {
  const t = useTranslate();
  const { formatNumber } = useIntl();
  const contrast = color && contrastWithWhite(color);

  if (!contrast) return <>{t('settings.branding.color.hint')}</>;

  // The ratio is rounded down, so that 4.46 is not shown as 4.5.
  const ratio = formatNumber(Math.floor(contrast * 10) / 10, { minimumFractionDigits: 1 });
  const isReadable = contrast >= READABLE_CONTRAST;
  return (
    <span role="status">
      {t(isReadable ? 'settings.branding.color.good' : 'settings.branding.color.poor', { ratio })}
    </span>
  );
}
