import type { ShownEntry, ShownField, ShownFile } from '../../../contracts/shown';

/** The media of an entry and of everything shown with it, without duplicates, in reading order. */
export function filesIn(entry: ShownEntry): ShownFile[] {
  const files = new Map<number, ShownFile>();
  collect(entry.fields, (file) => files.set(file.id, files.get(file.id) ?? file));
  return [...files.values()];
}

/** The ids of all shown uploads, also those inside texts. No other file is ever served. */
export function fileIdsIn(entry: ShownEntry): Set<number> {
  const ids = new Set(filesIn(entry).map((file) => file.id));
  collect(
    entry.fields,
    () => undefined,
    (address) => {
      const id = /^files\/(\d+)/.exec(address)?.[1];
      if (id) ids.add(Number(id));
    }
  );
  return ids;
}

function collect(
  fields: ShownField[],
  file: (file: ShownFile) => void,
  embedded: (address: string) => void = () => undefined
): void {
  for (const field of fields) {
    if (field.type === 'media') field.value.forEach(file);
    else if (field.type === 'component' || field.type === 'dynamiczone') {
      for (const group of field.value) collect(group.fields, file, embedded);
    } else if (field.type === 'relation') {
      for (const item of field.value) collect(item.fields, file, embedded);
    } else if (field.type === 'richtext') {
      for (const [, src = ''] of (field.value ?? '').matchAll(/<img src="([^"]*)"/g)) embedded(src);
    } else if (field.type === 'blocks') {
      for (const block of field.value ?? []) if (block.image) embedded(block.image.url);
    }
  }
}
