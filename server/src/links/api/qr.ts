import { z } from '@strapi/utils';
import { create, toString } from 'qrcode';

import { pause } from '../../core/pause';
import { validate } from '../../core/validation';
import { qrPng } from './qr-png';

export interface QrCode {
  mime: string;
  extension: 'png' | 'svg';
  content: Buffer | string;
}

const qrSchema = z.strictObject({
  format: z.enum(['png', 'svg'], 'must be "png" or "svg"').default('svg'),
  /** The width and height of a PNG, in pixels. */
  size: z.coerce.number().int().min(128).max(2048).default(512),
});

/** Draws the code on this server, so that no web service learns the address. */
export async function qrCode(url: string, input: unknown): Promise<QrCode> {
  const { format, size } = validate(qrSchema, input);
  const options = { errorCorrectionLevel: 'M', margin: 4 } as const;
  if (format === 'png') {
    const { modules } = create(url, options);
    await pause();
    const content = await qrPng(modules.size, modules.data, size);
    return { mime: 'image/png', extension: 'png', content };
  }
  const content = await toString(url, { ...options, type: 'svg' });
  return { mime: 'image/svg+xml', extension: 'svg', content };
}
