import { afterEach } from 'vitest';

import type { App } from './app';
import { changeUpload, newUpload } from './uploads';
import type { Upload } from './uploads';

interface Cloud {
  /** Moves a new upload to the other host. */
  keep(name: string): Promise<Upload>;
  /**
   * Replaces the local provider until the end of the test; returns the addresses that get signed.
   */
  connect(isPrivate: boolean): string[];
}

/** Another host for uploads, which signs addresses like Strapi’s providers do. */
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
