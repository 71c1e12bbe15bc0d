import type { ShownField, ShownFile } from '../contracts/shown';

export type FieldType = ShownField['type'];

/**
 * The field with a name and type in an entry, a group or a related entry.
 *
 * @returns undefined if the link does not show it, or if it has another type
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
 * The address of an image for a width: its smallest version that is wide enough, or the original.
 * Unlike the image's `url`, this works with downloads switched off.
 *
 * @param width in pixels of the device; without it, the original
 */
export function pictureAddress({ url, formats }: ShownFile, width = Infinity): string {
  const fitting = formats
    .filter((format) => format.width >= width)
    .sort((a, b) => a.width - b.width)[0];
  return fitting?.url ?? `${url}?size=full`;
}
