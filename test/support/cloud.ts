import { afterEach } from 'vitest';

import type { App } from './app';
import { changeUpload, newUpload } from './uploads';
import type { Upload } from './uploads';

interface Cloud {
  /** A file at an address of the other host. */
  keep(name: string): Promise<Upload>;
  /** Takes the place of the local provider until the end of the test; tells what it signed. */
  connect(isPrivate: boolean): string[];
}

/** Another host of uploads, with the part that signs addresses as the providers of Strapi have it. */
export function useCloud(app: App): Cloud {
  const upload = () => app.strapi.plugin('upload') as unknown as { provider: object };
  let local: object | null = null;
  afterEach(() => {
    if (local) upload().provider = local;
    local = null;
    app.strapi.config.set('plugin::upload.provider', 'local');
  });
  return {
    async keep(name) {
      const file = await newUpload(app, name, '%PDF', 'application/pdf');
      const url = `https://bucket.example.com/${name}`;
      await changeUpload(app, file.id, { url, provider: 'cloud' });
      return { ...file, url };
    },
    connect(isPrivate) {
      const signed: string[] = [];
      local = upload().provider;
      upload().provider = {
        isPrivate: () => Promise.resolve(isPrivate),
        getSignedUrl: ({ url }: { url: string }) => {
          signed.push(url);
          return Promise.resolve({ url: `${url}?signature=1` });
        },
      };
      app.strapi.config.set('plugin::upload.provider', 'cloud');
      return signed;
    },
  };
}
