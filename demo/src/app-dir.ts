import path from 'node:path';

const parent = path.resolve(__dirname, '..');

/** The app's folder, both for the sources and for the compiled code in `dist/`. */
export const appDir = path.basename(parent) === 'dist' ? path.dirname(parent) : parent;
