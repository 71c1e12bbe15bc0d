import { describe, expect, it } from 'vitest';

import type { Settings } from '../../../contracts/settings';
import { isCrawlable } from '../../../server/src/access/crawlable';
import { isRobot } from '../../../server/src/access/robots';
import { blocksText, htmlText } from '../../../server/src/content/plain-text';
import { renderMarkdown } from '../../../server/src/content/markdown';
import type { LinkRow } from '../../../server/src/links/store/link-schema';
import { DEFAULT_SETTINGS } from '../../../server/src/settings/schema';
import { ACTIVE } from '../../support/link-facts';

describe('isRobot', () => {
  it.each([
    'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
    'Slack-ImgProxy (+https://api.slack.com/robots)',
    'Twitterbot/1.0',
    'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
    'WhatsApp/2.23.20.0',
    'LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)',
    'Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)',
    'TelegramBot (like TwitterBot)',
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
    'Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com',
    'python-requests/2.31 (LinkPreviewBot)',
  ])('recognizes %s as a robot', (agent) => {
    expect(isRobot(agent)).toBe(true);
  });

  it.each([
    '',
    'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36',
    'curl/8.5.0',
    'Wget/1.21.4',
    'node',
    'undici',
    'node-fetch/1.0 (+https://github.com/bitinn/node-fetch)',
    'got (https://github.com/sindresorhus/got)',
    'python-requests/2.31.0',
    'Python/3.12 aiohttp/3.9.1',
    'axios/1.7.2',
    'Go-http-client/1.1',
    'okhttp/4.12.0',
    'Java/17.0.2',
    'Apache-HttpClient/4.5.14 (Java/17.0.2)',
    'PostmanRuntime/7.36.0',
  ])('does not treat %s as a robot', (agent) => {
    expect(isRobot(agent)).toBe(false);
  });
});

describe('isCrawlable', () => {
  const now = new Date('2026-06-15T12:00:00Z');
  const type = { enabled: true, mode: 'multiple', level: 'view', relations: {}, parent: null };
  const settings = {
    ...DEFAULT_SETTINGS,
    contentTypes: { 'api::page.page': type, 'api::off.off': { ...type, enabled: false } },
  } as Settings;
  const link = {
    contentType: 'api::page.page',
    allowIndexing: true,
    shows: 'published',
    ...ACTIVE,
    passwordHash: null,
  } as LinkRow;

  it('is true for a link that opted in and opens for everybody', () => {
    expect(isCrawlable(link, settings, 'view', now)).toBe(true);
    expect(isCrawlable({ ...link, expiresAt: '2026-06-15T12:00:01Z' }, settings, 'view', now)).toBe(
      true
    );
  });

  it.each<[string, Partial<LinkRow>, Partial<Settings>?, 'off'?]>([
    ['not opted in', { allowIndexing: false }],
    ['with a password', { passwordHash: '$2b$10$x' }],
    ['scheduled', { startsAt: '2026-06-15T12:00:01Z' }],
    ['paused', { pausedAt: '2026-06-15T11:00:00Z' }],
    ['suspended', { suspendedAt: '2026-06-15T11:00:00Z' }],
    ['expired', { expiresAt: '2026-06-15T12:00:00Z' }],
    ['revoked', { revokedAt: '2026-06-15T11:00:00Z' }],
    ['for so many people, with room', { maxViewers: 5 }],
    ['of a draft', { shows: 'draft' }],
    ['of a snapshot', { shows: 'frozen' }],
    ['of a type that may not be shared', { contentType: 'api::off.off' }],
    ['of a type that is gone', { contentType: 'api::gone.gone' }],
    ['of an entry that is off', {}, {}, 'off'],
    ['of a site that is paused', {}, { paused: true }],
    ['of a site with a front end', {}, { frontendUrl: 'https://example.com/{token}' }],
  ])('is false for a link %s', (_what, change, site = {}, policy: 'off' | 'view' = 'view') => {
    expect(isCrawlable({ ...link, ...change }, { ...settings, ...site }, policy, now)).toBe(false);
  });
});

describe('the plain text', () => {
  it('of markdown has no tags, no entities and a line for each block', () => {
    const html = renderMarkdown(
      '# One & two\n\nA **bold** <b>tag</b>, `a < b`\n\n- first\n- second\n\n| a | b |\n|---|---|\n| c | d |'
    );
    expect(htmlText(html)).toBe('One & two\nA bold <b>tag</b>, a < b\nfirst\nsecond\na\nb\nc\nd');
  });

  it('of blocks has a line for each block and for each item of a list', () => {
    const text = (words: string) => ({ type: 'text', text: words });
    const item = (words: string) => ({ type: 'list-item', children: [text(words)] });
    const link = { type: 'link', url: 'https://example.com', children: [text('a link')] };
    expect(
      blocksText([
        { type: 'heading', level: 2, children: [text('Heading')] },
        { type: 'paragraph', children: [text('Some '), link, text(' here')] },
        { type: 'paragraph', children: [text('')] },
        { type: 'list', children: [item('one'), item('two')] },
        { type: 'image', image: { url: 'files/1', alternativeText: 'A cat', width: 1, height: 1 } },
      ])
    ).toBe('Heading\nSome a link here\none\ntwo\nA cat');
  });
});
