import { DEFAULT_RATE_LIMITS } from '../../../../contracts/attempt-limits';
import type { RateLimits } from '../../../../contracts/attempt-limits';
import { useTranslate } from '../../utils/translations';
import { NumberSetting } from '../fields/NumberSetting';
import { FieldCell, FieldGrid, Section } from './Section';

const NAMES = Object.keys(DEFAULT_RATE_LIMITS) as (keyof RateLimits)[];

/** Sets how many attempts a visitor has before having to wait. */
export function LimitsSection() {
  const t = useTranslate();

  return (
    <Section title={t('settings.limits.title')} description={t('settings.limits.about')}>
      <FieldGrid>
        {NAMES.map((name) => (
          <FieldCell key={name}>
            <NumberSetting
              name={`limits.${name}`}
              label={t(`settings.limits.${name}`)}
              hint={t(`settings.limits.${name}.hint`, { count: DEFAULT_RATE_LIMITS[name] })}
            />
          </FieldCell>
        ))}
      </FieldGrid>
    </Section>
  );
}
