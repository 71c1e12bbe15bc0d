import * as React from 'react';

import {
  Box,
  Button,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Switch,
  Typography,
} from '@strapi/design-system';
import { ChevronDown, ChevronUp } from '@strapi/icons';
import { useField } from '@strapi/strapi/admin';

import type { OrderChoice, RelationChoice } from '../../../../contracts/settings';
import { useTranslate } from '../../utils/translations';
import { useFieldAccess } from '../fields/fieldAccess';
import type { TypeRow } from '../settingsForm';
import { TypeDetails } from './TypeDetails';
import { TypeHead, TypeItem, WideOnly } from './TypeList';
import { useTypeSummary } from './useTypeSummary';

interface TypeSettingProps {
  type: TypeRow;
  index: number;
  choices: RelationChoice[];
  orders: OrderChoice[];
  /** Display names of the content types, by uid. */
  typeNames: Record<string, string>;
}

/** Sets whether entries of a type may be shared, how many links they have, and what these open. */
export function TypeSetting({ type, index, choices, orders, typeNames }: TypeSettingProps) {
  const t = useTranslate();
  const detailsId = React.useId();
  const [isOpen, setOpen] = React.useState(false);
  const enabled = useField<boolean>(`types.${index}.enabled`);
  const mode = useField<string>(`types.${index}.mode`);
  const level = useField<string>(`types.${index}.level`);
  const parent = useField<string | null>(`types.${index}.parent`);
  const relations = useField<Record<string, number>>(`types.${index}.relations`);
  const summaryOf = useTypeSummary(choices);
  const { isDisabled } = useFieldAccess('types');
  const hasFoldedError = Boolean(level.error ?? parent.error ?? relations.error);
  // An error unfolds the details in the same render, so that it can be read.
  if (hasFoldedError && !isOpen) setOpen(true);

  return (
    <TypeItem>
      <TypeHead>
        <div style={{ overflowWrap: 'anywhere' }}>
          <Typography tag="p" fontWeight="bold">
            {type.name}
          </Typography>
          <Typography tag="p" variant="pi" textColor="neutral600">
            {type.enabled ? summaryOf(type) : type.uid}
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
              <SingleSelectOption value="multiple">
                {t('settings.types.multiple')}
              </SingleSelectOption>
              <SingleSelectOption value="single">{t('settings.types.single')}</SingleSelectOption>
            </SingleSelect>
          </Box>
          <Field.Error />
        </Field.Root>
        <Flex justifyContent="flex-end">
          <Button
            variant="ghost"
            endIcon={isOpen ? <ChevronUp /> : <ChevronDown />}
            aria-label={t('settings.types.reach.named', { type: type.name })}
            aria-expanded={isOpen}
            aria-controls={detailsId}
            onClick={() => setOpen(!isOpen)}
          >
            <WideOnly>{t('settings.types.reach')}</WideOnly>
          </Button>
        </Flex>
      </TypeHead>
      <div id={detailsId} hidden={!isOpen}>
        {isOpen ? (
          <TypeDetails
            type={type}
            index={index}
            choices={choices}
            orders={orders}
            typeNames={typeNames}
          />
        ) : null}
      </div>
    </TypeItem>
  );
}
