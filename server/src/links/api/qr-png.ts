import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';

/** The light squares around the code. Scanners need them to find it. */
const MARGIN = 4;

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** One bit per pixel, grayscale, no palette. */
const HEADER_END = Buffer.from([1, 0, 0, 0, 0]);

/**
 * Draws a QR code as a PNG of `width` × `width` pixels, row by row with one bit per pixel. Most
 * rows repeat the row above, and a thread compresses them. The library's own PNG takes half a
 * second on the main thread.
 *
 * @param data rows of squares, 1 for dark
 */
export async function qrPng(size: number, data: Uint8Array, width: number): Promise<Buffer> {
  const whole = size + 2 * MARGIN;
  const squareAt = (pixel: number) => Math.floor((pixel * whole) / width) - MARGIN;
  const columns = Array.from({ length: width }, (_, x) => squareAt(x));
  const isInside = (square: number) => square >= 0 && square < size;

  /** The first byte of each row is its filter type; 0 means none. */
  const rowBytes = 1 + Math.ceil(width / 8);
  const pixels = Buffer.alloc(rowBytes * width);
  const rowOf = (row: number): Buffer => {
    const bytes = Buffer.alloc(rowBytes, 0xff);
    bytes[0] = 0;
    for (const [x, column] of columns.entries()) {
      const isDark = isInside(row) && isInside(column) && data[row * size + column];
      if (isDark) bytes[1 + (x >> 3)]! &= ~(0x80 >> (x & 7));
    }
    return bytes;
  };
  let drawn: { row: number; bytes: Buffer } = { row: -Infinity, bytes: pixels };
  for (let y = 0; y < width; y += 1) {
    const row = squareAt(y);
    if (row !== drawn.row) drawn = { row, bytes: rowOf(row) };
    drawn.bytes.copy(pixels, y * rowBytes);
  }

  const header = Buffer.alloc(8);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(width, 4);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', Buffer.concat([header, HEADER_END])),
    chunk('IDAT', await promisify(deflate)(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}
