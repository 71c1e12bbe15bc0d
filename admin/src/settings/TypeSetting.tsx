import {
  Box,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Switch,
  Typography,
} from '@strapi/design-system';
import { useField } from '@strapi/strapi/admin';

import { useTranslate } from '../utils/translations';
import { useFieldAccess } from './access';
import type { TypeRow } from './settingsForm';
import { TypeItem } from './TypeList';

/** Whether entries of one type may be shared, and by how many links each. */
export function TypeSetting({ type, index }: { type: TypeRow; index: number }) {
  const t = useTranslate();
  const enabled = useField<boolean>(`types.${index}.enabled`);
  const mode = useField<string>(`types.${index}.mode`);
  const { isDisabled } = useFieldAccess('types');

  return (
    <TypeItem>
      <div style={{ overflowWrap: 'anywhere' }}>
        <Typography tag="p" fontWeight="bold">
          {type.name}
        </Typography>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {type.uid}
        </Typography>
      </div>
      <Flex gap={3}>
        <Switch
          aria-label={t('settings.types.enabled', { type: type.name })}
          checked={type.enabled}
          disabled={isDisabled}
          onCheckedChange={(isOn) => enabled.onChange(`types.${index}.enabled`, isOn)}
        />
        <Typography aria-hidden textColor={type.enabled ? 'neutral800' : 'neutral600'}>
          {t(type.enabled ? 'settings.types.on' : 'settings.types.off')}
        </Typography>
      </Flex>
      <Field.Root name={`types.${index}.mode`} error={mode.error ?? enabled.error}>
        <Box>
          <SingleSelect
            size="S"
            aria-label={t('settings.types.mode', { type: type.name })}
            value={type.mode}
            disabled={isDisabled || !type.enabled}
            onChange={(value) => mode.onChange(`types.${index}.mode`, String(value))}
          >
            <SingleSelectOption value="multiple">{t('settings.types.multiple')}</SingleSelectOption>
            <SingleSelectOption value="single">{t('settings.types.single')}</SingleSelectOption>
          </SingleSelect>
        </Box>
        <Field.Error />
      </Field.Root>
    </TypeItem>
  );
}
