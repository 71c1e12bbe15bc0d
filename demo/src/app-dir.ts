import path from 'node:path';

const parent = path.resolve(__dirname, '..');

/** The app's folder; the same whether this runs from the sources or compiled in `dist/`. */
export const appDir = path.basename(parent) === 'dist' ? path.dirname(parent) : parent;
