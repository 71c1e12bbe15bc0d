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
  return makeTitle({ texts: textsIn(fields), fileNames: fileNamesIn(fields), typeName, position });
}

/** The texts of an entry and its components. Related entries have titles of their own. */
function textsIn(fields: ShownField[]): unknown[] {
  return fields.flatMap((field): unknown[] => {
    if (field.type === 'component') return field.value.flatMap((group) => textsIn(group.fields));
    const isLine = field.type === 'string' || field.type === 'text' || field.type === 'email';
    return isLine ? [field.value] : [];
  });
}

function fileNamesIn(fields: ShownField[]): string[] {
  return fields.flatMap((field) => {
    if (field.type === 'component')
      return field.value.flatMap(({ fields: in_ }) => fileNamesIn(in_));
    return field.type === 'media' ? field.value.map(({ name }) => name) : [];
  });
}
