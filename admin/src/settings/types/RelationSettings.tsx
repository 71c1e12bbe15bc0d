import * as React from 'react';

import { Field, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { useField } from '@strapi/strapi/admin';

import type { RelationChoice } from '../../../../contracts/settings';
import { useTranslate } from '../../utils/translations';
import type { TypeRow } from '../settingsForm';
import { DEPTHS, withDepth } from './relations';
import { Columns } from './TypeList';

interface RelationSettingsProps {
  type: TypeRow;
  index: number;
  choices: RelationChoice[];
  typeNames: Record<string, string>;
  isDisabled: boolean;
}

/** Sets for each relation how many levels of related entries show their fields. */
export function RelationSettings({
  type,
  index,
  choices,
  typeNames,
  isDisabled,
}: RelationSettingsProps) {
  const t = useTranslate();
  const titleId = React.useId();
  const name = `types.${index}.relations`;
  const { error, onChange } = useField<Record<string, number>>(name);

  if (choices.length === 0) {
    return (
      <Typography tag="p" variant="pi" textColor="neutral600">
        {t('settings.types.relations.none')}
      </Typography>
    );
  }
  return (
    <div role="group" aria-labelledby={titleId}>
      <Typography id={titleId} tag="p" variant="pi" fontWeight="bold">
        {t('settings.types.relations')}
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {t('settings.types.relations.hint')}
      </Typography>
      {error ? (
        <Typography tag="p" role="alert" variant="pi" textColor="danger600">
          {error}
        </Typography>
      ) : null}
      <Columns style={{ marginTop: '1.2rem' }}>
        {choices.map((choice) => (
          <Field.Root key={choice.name} name={`${name}/${choice.name}`}>
            <Field.Label>
              {t('settings.types.relation', {
                name: choice.label,
                type: typeNames[choice.target] ?? choice.target,
              })}
            </Field.Label>
            <SingleSelect
              size="S"
              value={String(type.relations[choice.name] ?? 0)}
              disabled={isDisabled}
              onChange={(depth) =>
                onChange(name, withDepth(type.relations, choices, choice.name, Number(depth)))
              }
            >
              {DEPTHS.map((depth) => (
                <SingleSelectOption key={depth} value={String(depth)}>
                  {t('settings.types.relations.depth', { count: depth })}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
        ))}
      </Columns>
    </div>
  );
}
