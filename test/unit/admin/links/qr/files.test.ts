import { describe, expect, it } from 'vitest';

import { QR_FILES, qrFileName } from '../../../../../admin/src/links/qr/files';

describe('the names of the QR files of', () => {
  it.each([
    [
      'Lumen Energy',
      ['qr-lumen-energy-512.png', 'qr-lumen-energy-1024.png', 'qr-lumen-energy.svg'],
    ],
    ['Café / Zürich!', ['qr-cafe-zurich-512.png', 'qr-cafe-zurich-1024.png', 'qr-cafe-zurich.svg']],
    [null, ['qr-rA5k_x-512.png', 'qr-rA5k_x-1024.png', 'qr-rA5k_x.svg']],
  ])('%s', (label, names) => {
    expect(QR_FILES.map((file) => qrFileName({ label, tokenHint: 'rA5k_x' }, file))).toEqual(names);
  });
});
