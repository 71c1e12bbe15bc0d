import type { FormErrors } from '@strapi/strapi/admin';

import type { FieldError } from '../../../contracts/errors';
import type { SettingsForm } from './settingsForm';

interface FieldMessage {
  /** The field's name in the form, such as `branding.color` or `types.0.mode`. */
  field: string;
  message: string;
}

/** Finds the field of the form for each refusal; `rest` has those that belong to no field. */
export function fieldMessages(
  errors: FieldError[],
  form: SettingsForm
): { shown: FieldMessage[]; rest: string[] } {
  const shown: FieldMessage[] = [];
  const rest: string[] = [];
  for (const { path, message } of errors) {
    const field = fieldOf(path.map(String), form);
    if (field) shown.push({ field, message });
    else rest.push([path.join('.'), message].filter(Boolean).join(': '));
  }
  return { shown, rest };
}

function fieldOf([key = '', second = '', third = 'mode']: string[], form: SettingsForm) {
  if (key === 'contentTypes') {
    const index = form.types.findIndex(({ uid }) => uid === second);
    return index < 0 ? null : `types.${index}.${third}`;
  }
  if (key === 'branding' || key === 'visits' || key === 'limits') {
    return second in form[key] ? `${key}.${second}` : null;
  }
  return key in form ? key : null;
}

/** Nests messages as the values are nested, which is the shape that Strapi's form takes. */
export function nestErrors(messages: FieldMessage[]): FormErrors<SettingsForm> {
  const errors: NestedErrors = {};
  for (const { field, message } of messages) {
    const path = field.split('.');
    const last = path.pop() ?? field;
    let place = errors;
    for (const part of path) {
      const inner = place[part];
      place = place[part] = typeof inner === 'object' ? inner : {};
    }
    place[last] ??= message;
  }
  return errors;
}

interface NestedErrors {
  [name: string]: string | NestedErrors;
}
