import sharp from 'sharp';

/** The colours from the top of the sky to the ground in front. */
const palettes = {
  aurora: {
    sky: ['#07162b', '#124a52'],
    light: '#63f2b1',
    land: ['#10343d', '#0b2530', '#061622'],
  },
  fjord: { sky: ['#1b3a6b', '#f2b36f'], light: '#ffe3b0', land: ['#35588f', '#233f6f', '#14264a'] },
  dawn: { sky: ['#5b3b73', '#f7b99b'], light: '#fff1d6', land: ['#8a5a80', '#5f3f66', '#3a2845'] },
  ice: { sky: ['#8ea4d8', '#eef1fb'], light: '#ffffff', land: ['#b9c7ea', '#93a6d6', '#6d81b8'] },
  meadow: {
    sky: ['#7cc3e8', '#fdf3c8'],
    light: '#fffbe0',
    land: ['#8fc27a', '#5f9e5c', '#3c7a49'],
  },
  sea: { sky: ['#0d2b45', '#4fa6a3'], light: '#d9f5ef', land: ['#2f7f86', '#1f5f70', '#12405a'] },
} as const;

export type Palette = keyof typeof palettes;

interface Size {
  width: number;
  height: number;
}

/** The silhouette of one ridge: a sum of a few waves, closed at the bottom. */
const ridge = ({ width, height }: Size, level: number, phase: number) => {
  const points: string[] = [];
  for (let step = 0; step <= 40; step += 1) {
    const x = (step / 40) * width;
    const wave =
      Math.sin(step / 3 + phase) * 0.05 +
      Math.sin(step / 7 + phase * 2) * 0.08 +
      Math.sin(step * 1.1 + phase * 3) * 0.012;
    points.push(`${x.toFixed(0)},${((level + wave) * height).toFixed(0)}`);
  }
  return `M0,${height} L${points.join(' L')} L${width},${height} Z`;
};

/** A curtain of light across the sky. */
const curtain = ({ width, height }: Size, at: number, phase: number) => {
  const y = (share: number, shift: number) =>
    ((at + Math.sin(phase + shift) * 0.09 + share) * height).toFixed(0);
  const top = `M0,${y(0, 0)} C${width * 0.3},${y(-0.14, 1)} ${width * 0.6},${y(0.16, 2)} ${width},${y(0, 3)}`;
  return `${top} L${width},${y(0.2, 3)} C${width * 0.6},${y(0.36, 2)} ${width * 0.3},${y(0.06, 1)} 0,${y(0.2, 0)} Z`;
};

const landscape = (name: Palette, size: Size, seed: number) => {
  const { sky, light, land } = palettes[name];
  const { width, height } = size;
  const hills = land.map(
    (color, index) =>
      `<path d="${ridge(size, 0.62 + index * 0.12, seed + index * 1.7)}" fill="${color}"/>`
  );
  const curtains = [0.12, 0.24].map(
    (at, index) => `<path d="${curtain(size, at, seed + index)}" fill="url(#light)"/>`
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <defs>
      <linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">
        <stop offset="0" stop-color="${sky[0]}"/><stop offset="0.75" stop-color="${sky[1]}"/>
      </linearGradient>
      <linearGradient id="light" x1="0" y1="0" x2="0" y2="1">
        <stop offset="0" stop-color="${light}" stop-opacity="0"/>
        <stop offset="0.7" stop-color="${light}" stop-opacity="0.42"/>
        <stop offset="1" stop-color="${light}" stop-opacity="0"/>
      </linearGradient>
    </defs>
    <rect width="${width}" height="${height}" fill="url(#sky)"/>
    ${curtains.join('')}
    <circle cx="${width * (0.2 + (seed % 5) * 0.14)}" cy="${height * 0.3}" r="${height * 0.07}" fill="${light}" fill-opacity="0.9"/>
    ${hills.join('')}
  </svg>`;
};

const marks = [
  '<path d="M60 250 Q130 150 200 250 T340 250" stroke="LIGHT" stroke-width="34" fill="none" stroke-linecap="round"/><circle cx="200" cy="130" r="44" fill="LIGHT"/>',
  '<path d="M200 70 L320 200 L200 330 L80 200 Z" fill="LIGHT"/><circle cx="200" cy="200" r="46" fill="DARK"/>',
  '<path d="M90 310 L160 90 L230 310 Z" fill="LIGHT"/><path d="M190 310 L250 160 L310 310 Z" fill="LIGHT" fill-opacity="0.6"/>',
];

const badge = (name: Palette, seed: number) => {
  const { sky, light } = palettes[name];
  const mark = (marks[seed % marks.length] ?? '')
    .replaceAll('LIGHT', light)
    .replaceAll('DARK', sky[0]);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400">
    <rect width="400" height="400" rx="88" fill="${sky[0]}"/>${mark}</svg>`;
};

const wireframe = (name: Palette) => {
  const accent = palettes[name].land[1];
  const boxes = [0, 1, 2].map(
    (index) =>
      `<rect x="${80 + index * 355}" y="380" width="325" height="220" rx="14" fill="#e4e7ef"/>
       <rect x="${80 + index * 355}" y="625" width="${250 - index * 40}" height="20" rx="10" fill="#c3c9d8"/>`
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="720">
    <rect width="1200" height="720" fill="#fafbfd"/>
    <rect width="1200" height="90" fill="${accent}"/><circle cx="110" cy="45" r="22" fill="#fff"/>
    <rect x="80" y="150" width="620" height="46" rx="12" fill="#7d869c"/>
    <rect x="80" y="220" width="880" height="20" rx="10" fill="#c3c9d8"/>
    <rect x="80" y="256" width="760" height="20" rx="10" fill="#c3c9d8"/>
    <rect x="80" y="302" width="200" height="46" rx="23" fill="${accent}"/>
    ${boxes.join('')}</svg>`;
};

const rasterize = (svg: string) => sharp(Buffer.from(svg));

export const darkColor = (name: Palette): string => palettes[name].land[2];

export const photo = (name: Palette, size: Size, seed: number): Promise<Buffer> =>
  rasterize(landscape(name, size, seed))
    .jpeg({ quality: 82 })
    .toBuffer();

export const logo = (name: Palette, seed: number): Promise<Buffer> =>
  rasterize(badge(name, seed)).png().toBuffer();

export const sketch = (name: Palette): Promise<Buffer> =>
  rasterize(wireframe(name)).png().toBuffer();
