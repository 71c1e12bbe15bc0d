import type { Link } from '../../../../contracts/links';

/** The files that a QR code can be downloaded as. */
export const QR_FILES = [
  { key: 'png512', format: 'png', size: 512 },
  { key: 'png1024', format: 'png', size: 1024 },
  { key: 'svg', format: 'svg', size: null },
] as const;

export type QrFile = (typeof QR_FILES)[number];

/** Returns `qr-lumen-energy-512.png`; a link without a usable name gives the start of its token. */
export function qrFileName({ label, tokenHint }: Pick<Link, 'label' | 'tokenHint'>, file: QrFile) {
  const name = (label ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return `qr-${[name || tokenHint, file.size].filter(Boolean).join('-')}.${file.format}`;
}
