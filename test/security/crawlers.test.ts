import { beforeEach, describe, expect, it } from 'vitest';

import { OPEN_SITE, headOf, shareIndexed, sitemapOf } from '../support/crawlers';
import { saveSettings } from '../support/settings';
import { useApp } from '../support/use-app';
import { openLink } from '../support/visits';

const app = useApp();

const settings = (data: object) => saveSettings(app, data);
beforeEach(() => settings(OPEN_SITE));

describe('S39: titles and texts that an attacker wrote', () => {
  const ATTACK = `"><script>alert(1)</script><meta http-equiv="refresh" content="0;url=https://evil.example"> & ' gpj.\u202efdp`;

  it('stay plain text in every tag of the head', async () => {
    await settings({ branding: { name: '"><b>Nord' } });
    const link = await shareIndexed(app, {}, { title: ATTACK, summary: ATTACK });
    const plain = await shareIndexed(app);
    const { text } = await openLink(app, link.token);
    const head = headOf(text);
    const other = headOf((await openLink(app, plain.token)).text);
    expect(head.tags).toEqual(other.tags);
    expect(head.meta['og:title']).toBe(ATTACK.replace('\u202e', ''));
    expect(head.meta.description).toBe(ATTACK.replace('\u202e', ''));
    expect(head.meta['og:site_name']).toBe('"><b>Nord');
    expect(Object.keys(head.meta)).toEqual(Object.keys(other.meta));
    await sitemapOf(app);
  });

  it('change no sitemap, in which an address that needs escapes stays complete', async () => {
    await settings({ publicUrl: 'https://cms.example.com/a&b' });
    const link = await shareIndexed(app);
    expect(await sitemapOf(app)).toContain(`https://cms.example.com/a&amp;b/share/${link.token}`);
  });
});
