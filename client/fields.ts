import type { ShownField, ShownFile } from '../contracts/shown';

export type FieldType = ShownField['type'];

/**
 * The field of a name and type in an entry, a group or a related entry.
 *
 * @returns undefined when the link does not show it, or it is of another type
 */
export function fieldOf<Type extends FieldType>(
  holder: { fields: ShownField[] },
  name: string,
  type: Type
): (ShownField & { type: Type }) | undefined {
  return holder.fields.find(
    (field): field is ShownField & { type: Type } => field.name === name && field.type === type
  );
}

/**
 * Where a picture is to be had at a width: the smallest version of it that is wide enough, or the
 * picture itself. Unlike its `url` this works with downloads switched off.
 *
 * @param width in pixels of the device; left out for the picture itself
 */
export function pictureAddress({ url, formats }: ShownFile, width = Infinity): string {
  const fitting = formats
    .filter((format) => format.width >= width)
    .sort((a, b) => a.width - b.width)[0];
  return fitting?.url ?? `${url}?size=full`;
}
