import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

import { rootDir } from './paths';

/** A code block of the documentation. */
export interface Sample {
  /** The file and the line. */
  place: string;
  language: string;
  code: string;
  /** The file that its first line names, such as `config/plugins.ts`. */
  file: string | null;
  /** Why it can't run, as its first line says: ```` ```sh not-run="It needs a host" ````. */
  notRun: string | null;
}

/** Pages that a site builder reads. */
const PAGES = ['README.md', 'client/README.md', ...pagesIn('docs')];

function pagesIn(folder: string): string[] {
  return readdirSync(path.join(rootDir, folder))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => `${folder}/${name}`);
}

export const samples: Sample[] = PAGES.flatMap(samplesOf);

function samplesOf(page: string): Sample[] {
  const text = readFileSync(path.join(rootDir, page), 'utf8');
  return [...text.matchAll(/^```([^\n]*)\n(.*?)^```$/gms)].map((found) => {
    const [, info = '', code = ''] = found;
    const line = text.slice(0, found.index).split('\n').length;
    const [, file] = /^(?:\/\/|\/\*) ([\w./-]+\.\w+)(?: .*)?\n/.exec(code) ?? [];
    return {
      place: `${page}:${line}`,
      language: info.split(' ')[0]!,
      code,
      file: file ?? null,
      notRun: /not-run="([^"]+)"/.exec(info)?.[1] ?? null,
    };
  });
}

export const samplesIn = (...languages: string[]): Sample[] =>
  samples.filter(({ language, notRun }) => languages.includes(language) && !notRun);

/** The only sample that contains a text. */
export function sampleWith(text: string): Sample {
  const found = samples.filter(({ code }) => code.includes(text));
  if (found.length !== 1) throw new Error(`${found.length} samples contain "${text}"`);
  return found[0]!;
}
