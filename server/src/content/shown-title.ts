import type { ShownField } from '../../../contracts/shown';
import { isText, makeTitle } from '../schema/entry-title';

interface Titled {
  /** The value of the title attribute, if it may be shown. */
  main: unknown;
  /** Everything else that is shown of the entry. */
  fields: ShownField[];
  typeName: string;
  position?: number | null;
}

/** The title of an entry for visitors, made only of what they see anyway. */
export function shownTitle({ main, fields, typeName, position }: Titled): string {
  // Most entries have a title, and need no search for another one.
  if (isText(main)) return makeTitle({ main, typeName });
  const named = ownFields(fields);
  return makeTitle({ texts: textsIn(named), fileNames: fileNamesIn(named), typeName, position });
}

/**
 * The fields that can give a title. A part of an entry names the whole only if the entry has nothing
 * but parts.
 */
function ownFields(fields: ShownField[]): ShownField[] {
  const parts = fields.flatMap((field) => (field.type === 'component' ? [field] : []));
  if (parts.length < fields.length) return fields;
  return parts.flatMap(({ value }) => value.flatMap((group) => ownFields(group.fields)));
}

/** Related entries have titles of their own. */
function textsIn(fields: ShownField[]): unknown[] {
  return fields.flatMap((field): unknown[] => {
    const isLine = field.type === 'string' || field.type === 'text' || field.type === 'email';
    return isLine ? [field.value] : [];
  });
}

function fileNamesIn(fields: ShownField[]): string[] {
  return fields.flatMap((field) =>
    field.type === 'media' ? field.value.map(({ name }) => name) : []
  );
}
