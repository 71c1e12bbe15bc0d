import { Typography } from '@strapi/design-system';

import type { OrderChoice, RelationChoice } from '../../../../contracts/settings';
import { useTranslate } from '../../utils/translations';
import { useFieldAccess } from '../fields/fieldAccess';
import type { TypeRow } from '../settingsForm';
import { parentChoices } from './relations';
import { RelationSettings } from './RelationSettings';
import { Columns, TypeBody } from './TypeList';
import { TypeSelect } from './TypeSelect';

interface TypeDetailsProps {
  type: TypeRow;
  index: number;
  choices: RelationChoice[];
  orders: OrderChoice[];
  typeNames: Record<string, string>;
}

/** Sets the share policy of a type, the parent of its entries, and the depth of its relations. */
export function TypeDetails({ type, index, choices, orders, typeNames }: TypeDetailsProps) {
  const t = useTranslate();
  const access = useFieldAccess('types');
  const isDisabled = access.isDisabled || !type.enabled;
  const parents = parentChoices(choices, type.parent);

  return (
    <TypeBody>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {type.uid}
      </Typography>
      <Columns>
        <TypeSelect
          name={`types.${index}.level`}
          label={t('settings.types.level')}
          hint={t('settings.types.level.hint')}
          disabled={isDisabled}
          options={[
            { value: 'view', label: t('settings.types.level.view') },
            { value: 'off', label: t('settings.types.level.off') },
          ]}
        />
        <TypeSelect
          name={`types.${index}.parent`}
          label={t('settings.types.parent')}
          hint={t(parents.length > 0 ? 'settings.types.parent.hint' : 'settings.types.parent.none')}
          disabled={isDisabled || parents.length === 0}
          nothing={t('settings.types.parent.nothing')}
          options={parents.map(({ name, label, target }) => ({
            value: name,
            label: t('settings.types.relation', {
              name: label,
              type: typeNames[target] ?? target,
            }),
          }))}
        />
        {type.parent === null ? null : (
          <TypeSelect
            name={`types.${index}.childOrder`}
            label={t('settings.types.childOrder')}
            hint={t('settings.types.childOrder.hint')}
            disabled={isDisabled}
            nothing={t('settings.types.childOrder.nothing')}
            options={orders.map(({ name, label }) => ({ value: name, label }))}
          />
        )}
      </Columns>
      <RelationSettings
        type={type}
        index={index}
        choices={choices}
        typeNames={typeNames}
        isDisabled={isDisabled}
      />
    </TypeBody>
  );
}
