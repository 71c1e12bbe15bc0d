import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  install,
  newFolder,
  pack,
  removeFolder,
  run,
  textOf,
  writeFiles,
} from '../support/installs';
import type { Files, PackageManager } from '../support/installs';

const CLIENT = 'strapi-plugin-share-links-client';

/** What every front end does with the client, typed. */
const read = `import { fieldOf, shareLink } from '${CLIENT}';
import type { OpenedEntry, ShownFile } from '${CLIENT}';

export const link = shareLink({ api: 'https://cms.example.com/api', token: 'abc' });

export async function titleOf(): Promise<string> {
  const opened = await link.open();
  if (opened.kind !== 'open') return opened.kind;
  const entry: OpenedEntry['entry'] = opened.entry;
  const logo: ShownFile | undefined = fieldOf(entry, 'logo', 'media')?.value[0];
  return entry.title + (logo?.url ?? '');
}
`;

const tsconfig = (options: object = {}) => ({
  compilerOptions: {
    strict: true,
    target: 'ES2022',
    lib: ['ES2022', 'DOM'],
    module: 'ESNext',
    moduleResolution: 'Bundler',
    noEmit: true,
    types: [],
    ...options,
  },
  include: ['src'],
});

const vite = (plugin: string, name: string, call: string) =>
  `import { defineConfig } from 'vite';\nimport ${name} from '${plugin}';\nexport default defineConfig({ plugins: [${call}] });\n`;

const page = '<div id="app"></div><script type="module" src="/src/main.';

interface FrontEnd {
  manager: PackageManager;
  packages: Record<string, string>;
  files: Files;
  check: string[];
}

const FRONT_ENDS: Record<string, FrontEnd> = {
  'React 19': {
    manager: 'npm',
    packages: {
      react: '^19',
      'react-dom': '^19',
      '@types/react': '^19',
      '@types/react-dom': '^19',
      '@vitejs/plugin-react': '^5',
    },
    files: {
      'vite.config.mjs': vite('@vitejs/plugin-react', 'react', 'react()'),
      'index.html': `${page}tsx"></script>`,
      'tsconfig.json': tsconfig({ jsx: 'react-jsx' }),
      'src/main.tsx': `import { use } from 'react';
import { createRoot } from 'react-dom/client';
import { titleOf } from './read';

const title = titleOf();
const Title = () => <h1>{use(title)}</h1>;
createRoot(document.getElementById('app')!).render(<Title />);
`,
    },
    check: ['tsc'],
  },
  Vue: {
    manager: 'pnpm',
    packages: { vue: '^3.5', '@vitejs/plugin-vue': '^6', 'vue-tsc': '^3' },
    files: {
      'vite.config.mjs': vite('@vitejs/plugin-vue', 'vue', 'vue()'),
      'index.html': `${page}ts"></script>`,
      'tsconfig.json': tsconfig(),
      'src/main.ts': `import { createApp } from 'vue';
import Title from './Title.vue';

createApp(Title).mount('#app');
`,
      'src/Title.vue': `<script setup lang="ts">
import { ref } from 'vue';
import { titleOf } from './read';

const title = ref('');
titleOf().then((text) => (title.value = text));
</script>
<template><h1>{{ title }}</h1></template>
`,
    },
    check: ['vue-tsc'],
  },
  Svelte: {
    manager: 'pnpm',
    packages: { svelte: '^5', '@sveltejs/vite-plugin-svelte': '^6', 'svelte-check': '^4' },
    files: {
      'vite.config.mjs': vite('@sveltejs/vite-plugin-svelte', '{ svelte }', 'svelte()'),
      'svelte.config.mjs': `import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
export default { preprocess: vitePreprocess() };
`,
      'index.html': `${page}ts"></script>`,
      'tsconfig.json': tsconfig({ verbatimModuleSyntax: true }),
      'src/main.ts': `import { mount } from 'svelte';
import Title from './Title.svelte';

mount(Title, { target: document.getElementById('app')! });
`,
      'src/Title.svelte': `<script lang="ts">
  import { titleOf } from './read';
  const title: Promise<string> = titleOf();
</script>
{#await title then text}<h1>{text}</h1>{/await}
`,
    },
    check: ['svelte-check', '--fail-on-warnings'],
  },
};

let folder: string;
let tarball: string;
let typed: Promise<string> | undefined;

beforeAll(async () => {
  folder = newFolder();
  tarball = await pack('client', folder);
});
afterAll(() => removeFolder(folder));

async function site(
  name: string,
  manager: PackageManager,
  files: Files,
  packages: Record<string, string> = {}
): Promise<string> {
  const place = path.join(folder, name.replace(/\W/g, ''));
  const dependencies = { ...packages, [CLIENT]: `file:${tarball}` };
  const manifest = { name: 'front-end', private: true, type: 'module', dependencies };
  writeFiles(place, { ...files, 'package.json': manifest });
  await install(place, manager, path.join(folder, 'tools'));
  return place;
}

const bin = (place: string, [name, ...args]: string[]) =>
  run(place, path.join(place, 'node_modules/.bin', name!), args);

describe.each(Object.entries(FRONT_ENDS))('a front end with %s', (name, frontEnd) => {
  it('installs, compiles and bundles the client', async () => {
    const { manager, packages, check } = frontEnd;
    const files = { ...frontEnd.files, 'src/read.ts': read };
    const place = await site(name, manager, files, {
      ...packages,
      vite: '^7',
      typescript: '~5.9.0',
    });
    await bin(place, check);
    await bin(place, ['vite', 'build']);
    const bundle = textOf(path.join(place, 'dist'), /\.js$/);
    expect(bundle).toContain('/share-links/public/');
    expect(bundle).not.toContain('strapi-plugin-share-links-client');

    writeFiles(place, { 'src/read.ts': read.replace("'abc' }", '7 }') });
    await expect(bin(place, check)).rejects.toThrow(/number/);
  });
});

describe('plain Node.js', () => {
  const line = `shareLink({ api: 'http://127.0.0.1:9/api', token: 'x' }).open().catch((error) => console.log(error.code));`;

  it('loads the client as ES module and as CommonJS, and installs nothing else', async () => {
    const place = await site('node', 'npm', {
      'esm.mjs': `import { shareLink } from '${CLIENT}';\n${line}\n`,
      'cjs.cjs': `const { shareLink } = require('${CLIENT}');\n${line}\n`,
    });
    for (const file of ['esm.mjs', 'cjs.cjs']) {
      expect(await run(place, process.execPath, [file])).toBe('unreachable\n');
    }
    const installed = readdirSync(path.join(place, 'node_modules'));
    expect(installed.filter((entry) => !entry.startsWith('.'))).toEqual([CLIENT]);
    const manifest = readFileSync(path.join(place, 'node_modules', CLIENT, 'package.json'), 'utf8');
    expect(manifest).not.toMatch(/"(peerD|d)ependencies"/);
  });

  it.each([
    ['NodeNext', 'NodeNext', 'mts'],
    ['NodeNext', 'NodeNext', 'cts'],
    ['Node16', 'Node16', 'mts'],
    ['Bundler', 'ESNext', 'mts'],
    ['Node10', 'CommonJS', 'cts'],
  ])('finds the types under %s, in a module of the kind %s: .%s', async (...kind) => {
    const [moduleResolution, module, ending] = kind;
    typed ??= site('typed', 'npm', {}, { typescript: '~5.9.0' });
    const place = await typed;
    writeFiles(place, {
      [`${kind.join('-')}/src/read.${ending}`]: read,
      [`${kind.join('-')}/tsconfig.json`]: tsconfig({ moduleResolution, module }),
    });
    await bin(place, ['tsc', '-p', kind.join('-')]);
  });
});
