import type { ExposedField, Exposure } from '../../../../contracts/entries';
import type { RulesValues } from './values';

/** Returns the names of the attributes that a link with these values shows. */
export function fieldNames(
  { allFields, fields }: Pick<RulesValues, 'allFields' | 'fields'>,
  exposure: Exposure
): string[] {
  const names = exposure.fields.map(({ name }) => name);
  return allFields ? names : names.filter((name) => fields.includes(name));
}

/**
 * Returns the labels of relations or files, such as `Customer: Logo`, that are public if only some
 * fields are shown. A label that may belong to a shown field counts as public.
 */
export function exposedLabels(
  labels: string[],
  shown: ExposedField[],
  hidden: ExposedField[]
): string[] {
  const belongsTo = (label: string) => (field: ExposedField) =>
    label === field.label || label.startsWith(`${field.label}: `);
  return labels.filter((label) => shown.some(belongsTo(label)) || !hidden.some(belongsTo(label)));
}
