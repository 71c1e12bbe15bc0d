import type { ShownFile } from '../../../../contracts/shown';
import type { Texts } from '../../i18n/en/page';
import { oneLine, plainText } from '../values';

type Named = Exclude<keyof Texts['fileTypes'], 'image' | 'video' | 'audio' | 'other'>;

const BY_EXTENSION = new Map<string, Named>(
  Object.entries({
    pdf: 'pdf',
    doc: 'word',
    docx: 'word',
    xls: 'excel',
    xlsx: 'excel',
    ppt: 'powerpoint',
    pptx: 'powerpoint',
    odt: 'opentext',
    ods: 'spreadsheet',
    odp: 'presentation',
    csv: 'csv',
    tsv: 'csv',
    txt: 'text',
    md: 'markdown',
    json: 'json',
    xml: 'xml',
    html: 'html',
    htm: 'html',
    ics: 'calendar',
    zip: 'zip',
    '7z': 'archive',
    gz: 'archive',
    rar: 'archive',
    tar: 'archive',
    tgz: 'archive',
  } satisfies Record<string, Named>)
);

const BY_MIME = new Map<string, Named>(
  Object.entries({
    'application/pdf': 'pdf',
    'text/csv': 'csv',
    'text/plain': 'text',
    'text/html': 'html',
    'application/json': 'json',
    'application/zip': 'zip',
  } satisfies Record<string, Named>)
);

/** The type of a file in words, because its name may not tell it. */
export function fileType(file: ShownFile, texts: Texts): string {
  const mime = plainText(file.mime).toLowerCase();
  const extension = /\.([a-z0-9]{1,6})$/i.exec(oneLine(file.name))?.[1]?.toLowerCase() ?? '';
  const media = /^(image|video|audio)\/(?:x-)?([a-z0-9]+)/.exec(mime);
  if (media) {
    const kind = (media[2] ?? '').toUpperCase();
    return texts.fileTypes[media[1] as 'image' | 'video' | 'audio'](kind);
  }
  const named = BY_MIME.get(mime) ?? BY_EXTENSION.get(extension);
  if (named) return texts.fileTypes[named];
  return extension ? texts.fileTypes.other(extension.toUpperCase()) : texts.fileTypes.unknown;
}
