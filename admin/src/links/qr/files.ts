import type { Link } from '../../../../contracts/links';

/** The files that a code can be taken away as. */
export const QR_FILES = [
  { key: 'png512', format: 'png', size: 512 },
  { key: 'png1024', format: 'png', size: 1024 },
  { key: 'svg', format: 'svg', size: null },
] as const;

export type QrFile = (typeof QR_FILES)[number];

/** `qr-lumen-energy-512.png`; by the token's start where the link has no name to use. */
export function qrFileName({ label, tokenHint }: Pick<Link, 'label' | 'tokenHint'>, file: QrFile) {
  const name = (label ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return `qr-${[name || tokenHint, file.size].filter(Boolean).join('-')}.${file.format}`;
}
